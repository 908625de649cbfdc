/// What a Pairing Request and a Pairing Response say (Core Vol 3 Part H §3.5.1, §3.5.2).
public struct SMPPairing: WireMessage, Hashable {
  /// What the device can show and enter: 4 is both keyboard and display.
  public var ioCapability: UInt8
  /// Whether it has out of band data of the other.
  public var hasOutOfBandData: Bool
  /// Bit 0–1 bonding, bit 2 MITM, bit 3 Secure Connections, bit 4 keypress, bit 5 CT2.
  public var requirements: UInt8
  /// The longest key that it takes, in octets: 7–16.
  public var maximumKeySize: UInt8
  /// Keys that the initiator hands out: bit 0 encryption, bit 1 identity, bit 2 signing, bit 3 link key.
  public var initiatorKeys: UInt8
  /// Keys that the responder hands out.
  public var responderKeys: UInt8

  /// Reads the six octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    ioCapability = try reader.integer()
    hasOutOfBandData = try reader.integer(UInt8.self) != 0
    requirements = try reader.integer()
    maximumKeySize = try reader.integer()
    initiatorKeys = try reader.integer()
    responderKeys = try reader.integer()
  }

  /// Writes the six octets.
  public func encode(to writer: inout ByteWriter) {
    writer.integer(ioCapability)
    writer.integer(UInt8(hasOutOfBandData ? 1 : 0))
    writer.integer(requirements)
    writer.integer(maximumKeySize)
    writer.integer(initiatorKeys)
    writer.integer(responderKeys)
  }

  /// What the device can show and enter, in words.
  public var ioCapabilityName: String? {
    switch ioCapability {
    case 0: "DisplayOnly"
    case 1: "DisplayYesNo"
    case 2: "KeyboardOnly"
    case 3: "NoInputNoOutput"
    case 4: "KeyboardDisplay"
    default: nil
    }
  }
}
