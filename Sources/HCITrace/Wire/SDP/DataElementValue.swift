/// A data element to be written: examples and tests are made of them (Core Vol 3 Part B §3).
public indirect enum DataElementValue: Hashable, Sendable {
  /// The null type.
  case null
  /// Unsigned integer of 8 bits.
  case unsigned8(UInt8)
  /// Unsigned integer of 16 bits.
  case unsigned16(UInt16)
  /// Unsigned integer of 32 bits.
  case unsigned32(UInt32)
  /// UUID, in its shortest form.
  case uuid(BluetoothUUID)
  /// Text string in UTF-8.
  case text(String)
  /// Boolean.
  case boolean(Bool)
  /// Data element sequence.
  case sequence([Self])
  /// Data element alternative.
  case alternative([Self])

  /// Writes type, size and value.
  public func encode(to writer: inout ByteWriter) {
    switch self {
    case .null: writer.bigEndian(UInt8(0x00))
    case .unsigned8(let value):
      writer.bigEndian(UInt8(0x08))
      writer.bigEndian(value)
    case .unsigned16(let value):
      writer.bigEndian(UInt8(0x09))
      writer.bigEndian(value)
    case .unsigned32(let value):
      writer.bigEndian(UInt8(0x0A))
      writer.bigEndian(value)
    case .uuid(let uuid): Self.encode(uuid, to: &writer)
    case .text(let text): Self.encode(.text, Array(text.utf8), to: &writer)
    case .boolean(let value):
      writer.bigEndian(UInt8(0x28))
      writer.bigEndian(UInt8(value ? 1 : 0))
    case .sequence(let elements): Self.encode(.sequence, Self.bytes(elements), to: &writer)
    case .alternative(let elements): Self.encode(.alternative, Self.bytes(elements), to: &writer)
    }
  }

  /// A sequence of UUIDs.
  public static func uuids(_ uuids: [BluetoothUUID]) -> Self { .sequence(uuids.map { .uuid($0) }) }

  private static func bytes(_ elements: [Self]) -> [UInt8] {
    var writer = ByteWriter()
    for element in elements { element.encode(to: &writer) }
    return writer.bytes
  }

  private static func encode(_ uuid: BluetoothUUID, to writer: inout ByteWriter) {
    if let short = uuid.short {
      writer.bigEndian(UInt8(0x19))
      writer.bigEndian(short)
    } else if let value = uuid.value32 {
      writer.bigEndian(UInt8(0x1A))
      writer.bigEndian(value)
    } else {
      writer.bigEndian(UInt8(0x1C))
      writer.bigEndian(uuid.high)
      writer.bigEndian(uuid.low)
    }
  }

  private static func encode(_ type: DataElementType, _ value: [UInt8], to writer: inout ByteWriter) {
    let kind = type.rawValue << 3
    if let length = UInt8(exactly: value.count) {
      writer.bigEndian(kind | 5)
      writer.bigEndian(length)
    } else if let length = UInt16(exactly: value.count) {
      writer.bigEndian(kind | 6)
      writer.bigEndian(length)
    } else {
      writer.bigEndian(kind | 7)
      writer.bigEndian(UInt32(truncatingIfNeeded: value.count))
    }
    writer.append(value)
  }
}
