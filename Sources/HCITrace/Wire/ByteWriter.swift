/// The mirror of ``ByteReader``: what writes messages and captures.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty writer.
  public init() {}

  /// Appends `value`, least significant octet first.
  public mutating func integer<T: FixedWidthInteger>(_ value: T) {
    for shift in stride(from: 0, to: T.bitWidth, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Appends `value`, most significant octet first.
  public mutating func bigEndian<T: FixedWidthInteger>(_ value: T) {
    for shift in stride(from: T.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Appends the low three octets of `value`, least significant first.
  public mutating func integer24(_ value: UInt32) {
    for shift in stride(from: 0, to: 24, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  /// Appends `more` as it is.
  public mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Appends the bytes of a packet.
  mutating func append(copying more: RawSpan) { bytes.append(copying: more) }

  /// Forgets what was written, but not its room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends `count` zero octets.
  public mutating func zeros(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(count, 0)))
  }
}
