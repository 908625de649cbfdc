/// What every AV/C frame begins with (AVRCP 1.6 §4.4).
public struct AVRCPFrame: WireMessage, Hashable {
  /// What it asks for, or how it is answered.
  public var type: AVRCPType
  /// The subunit's type, 5 bits: 0x09 panel, 0x1F unit.
  public var subunitType: UInt8
  /// Which of them, 3 bits.
  public var subunit: UInt8
  /// What kind of frame it is.
  public var opcode: AVRCPOpcode

  /// The beginning of a frame for the panel subunit.
  public init(_ type: AVRCPType, _ opcode: AVRCPOpcode, subunitType: UInt8 = 0x09, subunit: UInt8 = 0) {
    self.type = type
    self.opcode = opcode
    self.subunitType = subunitType
    self.subunit = subunit
  }

  /// Reads the three octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    type = AVRCPType(rawValue: try reader.bigEndian(UInt8.self) & 0xF)
    let unit = try reader.bigEndian(UInt8.self)
    subunitType = unit >> 3
    subunit = unit & 0x7
    opcode = AVRCPOpcode(rawValue: try reader.bigEndian())
  }

  /// Writes the three octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(type.rawValue & 0xF)
    writer.bigEndian(subunitType << 3 | subunit & 0x7)
    writer.bigEndian(opcode.rawValue)
  }
}

/// What a frame holds behind its beginning.
public enum AVRCPOperation: Equatable, Sendable, BitwiseCopyable {
  /// A key was pressed or released.
  case passThrough(PassThroughOperation, isReleased: Bool)
  /// A PDU of the Bluetooth SIG. The parameters come whole only in a single packet; `length` is what it says of them.
  case metadata(AVRCPPDU, packet: FragmentType, length: UInt16, AVRCPParameters)
  /// A PDU of a vendor, with its company identifier.
  case vendor(UInt32)
  /// Unit Info, Subunit Info, or a kind of frame that AVRCP does not use.
  case other
}

/// Parameters that tell how the audio is.
public enum AVRCPParameters: Equatable, Sendable, BitwiseCopyable {
  /// Parameters that hcitrace does not read, or none.
  case other
  /// A rejection.
  case rejection(AVRCPStatus)
  /// Register Notification asks for an event; the interval counts seconds, for the position only.
  case register(AVRCPEvent, interval: UInt32)
  /// Register Notification tells of an event that hcitrace reads no more of.
  case event(AVRCPEvent)
  /// Register Notification tells how playback stands.
  case playback(PlaybackStatus)
  /// Register Notification tells which track is selected; all ones means none.
  case track(UInt64)
  /// Register Notification tells how far the track is, in milliseconds.
  case position(UInt32)
  /// Inform Battery Status, or Register Notification, tells how the battery stands.
  case battery(BatteryStatus)
  /// Set Absolute Volume, or Register Notification, tells the volume: 0–127.
  case volume(UInt8)
  /// Get Play Status is answered: milliseconds of the track and in it, all ones where unknown.
  case playStatus(length: UInt32, position: UInt32, PlaybackStatus)
}

/// What begins every message on the browsing channel (AVRCP 1.6 §6.10).
public struct AVRCPBrowsing: WireMessage, Hashable {
  /// Which PDU it is.
  public var pdu: AVRCPPDU
  /// Octets that follow.
  public var length: UInt16

  /// Reads the three octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    pdu = AVRCPPDU(rawValue: try reader.bigEndian())
    length = try reader.bigEndian()
  }

  /// Writes the three octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(pdu.rawValue)
    writer.bigEndian(length)
  }
}
