extension HCIOpcode {
  /// What the specification calls it.
  public var name: String? { nil }
  /// Whether its return parameters begin with a status.
  var returnsStatus: Bool { rawValue != 0 && !isVendor }
}
extension HCIEventCode {
  /// What the specification calls it.
  public var name: String? { nil }
}
