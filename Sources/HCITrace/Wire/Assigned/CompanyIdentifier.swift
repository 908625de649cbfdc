/// Who made a controller, or whose vendor-specific data follows (Assigned Numbers §7.1).
public struct CompanyIdentifier: OpenCode {
  /// The number as it is sent; 0xFFFF belongs to nobody.
  public let rawValue: UInt16

  /// The identifier with this number.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The company's name.
  public var name: String? { AssignedNumbers.companyTable.entry(rawValue).map { String($0) } }
}
