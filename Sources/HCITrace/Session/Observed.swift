/// A value, and the packet that said so.
///
/// Every fact of a ``Session`` is one, so that evidence costs nothing and cannot be forgotten.
public struct Observed<Value: Sendable>: Sendable {
  /// The packet that said so. It comes first: behind it a small value, and whether there is one, need eight octets together.
  public var at: PacketRef
  /// What was observed.
  public var value: Value

  /// Observes `value` at `ref`.
  public init(_ value: Value, at ref: PacketRef) {
    self.value = value
    self.at = ref
  }
}

extension Observed: Equatable where Value: Equatable {}
extension Observed: Hashable where Value: Hashable {}

extension PacketRef {
  /// Seconds from `earlier` to this packet; negative when time ran backwards.
  public func seconds(since earlier: PacketRef) -> Double {
    Double(microseconds &- earlier.microseconds) / 1_000_000
  }
}
