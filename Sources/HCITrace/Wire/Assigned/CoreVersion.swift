/// Which version of the Core specification a controller follows: HCI_Version and LMP_Version
/// (Assigned Numbers §2.1).
public struct CoreVersion: OpenCode {
  /// The number as it is sent.
  public let rawValue: UInt8

  /// The version with this number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The version as people say it: "5.2".
  public var name: String? {
    let names = [
      "1.0b", "1.1", "1.2", "2.0 + EDR", "2.1 + EDR", "3.0 + HS", "4.0", "4.1", "4.2", "5.0", "5.1", "5.2",
      "5.3", "5.4",
      "6.0", "6.1", "6.2",
    ]
    return Int(rawValue) < names.count ? names[Int(rawValue)] : nil
  }
}
