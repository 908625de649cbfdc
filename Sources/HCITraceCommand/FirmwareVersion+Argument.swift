public import ArgumentParser
public import HCIDiagnosis

extension FirmwareVersion: ExpressibleByArgument {
  /// Reads a version from the command line.
  public init?(argument: String) { self.init(argument) }
}
