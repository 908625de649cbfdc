/// How much was replaced in a capture.
public struct RedactionTally: Sendable, Equatable {
  /// Addresses that have an alias.
  public var addresses: Int
  /// Names that have an alias.
  public var names: Int
}
