/// What every AVCTP packet begins with (AVCTP 1.4 §6.1).
public struct AVCTPHeader: WireMessage, Hashable {
  /// Matches a response to its command; 4 bits.
  public var label: UInt8
  /// Which part of the message the packet carries.
  public var fragment: FragmentType
  /// Whether it answers; it asks otherwise.
  public var isResponse: Bool
  /// Whether the receiver knows no such profile: only in responses.
  public var isInvalidProfile: Bool
  /// Packets of the whole message: only in its first of several.
  public var packets: UInt8?
  /// The profile's UUID, 0x110E for AVRCP; `nil` in the packets after the first of a fragmented message.
  public var profile: BluetoothUUID?

  /// The header of a message in one packet.
  public init(
    label: UInt8, isResponse: Bool, profile: BluetoothUUID = .remoteControl, isInvalidProfile: Bool = false
  ) {
    self.label = label
    fragment = .single
    self.isResponse = isResponse
    self.isInvalidProfile = isInvalidProfile
    packets = nil
    self.profile = profile
  }

  /// Reads the header: three octets of a single packet, four of a start, one of the others.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    label = first >> 4
    fragment = FragmentType(rawValue: first >> 2 & 0x3) ?? .single
    isResponse = first & 0x2 != 0
    isInvalidProfile = first & 0x1 != 0
    packets = nil
    profile = nil
    if fragment == .start { packets = try reader.bigEndian(UInt8.self) }
    if fragment == .start || fragment == .single {
      profile = BluetoothUUID(try reader.bigEndian(UInt16.self))
    }
  }

  /// Writes the header.
  public func encode(to writer: inout ByteWriter) {
    let flags: UInt8 = (isResponse ? 0x2 : 0) | (isInvalidProfile ? 0x1 : 0)
    writer.bigEndian(label << 4 | fragment.rawValue << 2 | flags)
    if let packets { writer.bigEndian(packets) }
    if let profile { writer.bigEndian(profile.short ?? 0) }
  }
}
