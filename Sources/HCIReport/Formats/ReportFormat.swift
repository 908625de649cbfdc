/// A form in which a report can be written. A format only prints: what is true was decided before.
///
/// A new format is one file, one line in ``allFormats`` and one golden file.
public protocol ReportFormat: Sendable {
  /// Its name, as `--output NAME:FILE` takes it.
  static var name: String { get }
  /// What it is for, in one line.
  static var summary: String { get }
  /// The format.
  init()
  /// Writes `report` to `output`. A format for machines takes no notice of `presentation`.
  func write(_ report: Report, _ presentation: Presentation, to output: inout some TextOutputStream)
}

/// Every format that `--output` knows.
public let allFormats: [any ReportFormat.Type] = [
  TextFormat.self,
  JSONFormat.self,
  NDJSONFormat.self,
]

/// The format called `name`.
public func reportFormat(named name: some StringProtocol) -> (any ReportFormat.Type)? {
  allFormats.first { $0.name == name }
}

/// How much a reader's screen can show.
public struct Presentation: Sendable, Equatable {
  /// Columns of a line.
  public var width: Int
  /// Colours may be used.
  public var isColoured: Bool
  /// Show everything: all frames of the evidence, all devices.
  public var isVerbose: Bool

  /// What a file can hold: 100 columns, no colour.
  public init(width: Int = 100, isColoured: Bool = false, isVerbose: Bool = false) {
    self.width = min(max(width, 40), 100)
    self.isColoured = isColoured
    self.isVerbose = isVerbose
  }
}
