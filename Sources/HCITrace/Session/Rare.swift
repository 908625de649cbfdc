/// A fact that few have: where it is there, it is kept apart, so that the many without it have room for a reference only.
///
///     @Rare public var malformation: Observed<WireError>?
///
/// Copies share it.
@propertyWrapper
public enum Rare<Value: Sendable>: Sendable {
  /// It is not there.
  case missing
  /// It is there, apart.
  indirect case kept(Value)

  /// Not there.
  public init() { self = .missing }

  /// There, where `wrappedValue` is.
  public init(wrappedValue: Value?) { self = wrappedValue.map(Self.kept) ?? .missing }

  /// The fact; `nil` where it is not there.
  public var wrappedValue: Value? {
    get { if case .kept(let value) = self { value } else { nil } }
    set { self = Self(wrappedValue: newValue) }
  }
}

extension Rare: Equatable where Value: Equatable {}
extension Rare: Hashable where Value: Hashable {}
