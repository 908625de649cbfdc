/// How one kind of file lays its records out.
protocol CaptureLayout {
  /// Writes what stands before the first record.
  func begin(_ output: inout ByteWriter)

  /// Whether a record can be made of a packet of this kind and adapter. What can't gets a record that holds its number.
  func holds(_ head: PacketHead) -> Bool

  /// A packet that says nothing, for the numbers of those that can't be written.
  var filler: Filler { get }

  /// Writes the record of `packet`, with what the log says beside it.
  ///
  /// - Throws: what this kind of file can't say of it, and the way out.
  mutating func write(
    _ packet: borrowing Packet, _ beside: BesidePacket, to output: inout ByteWriter
  ) throws(CaptureError)

  /// Whether a record can tell how many packets were lost before it.
  var tellsMissed: Bool { get }
}

/// What a log says beside a packet, as far as there is something to say.
struct BesidePacket {
  /// Packets that it lost before this one.
  var missed = 0
  /// How a sniffer heard it, in the octets of its link type.
  var radio: [UInt8] = []
}

/// A packet that says nothing.
struct Filler {
  let kind: PacketKind
  let bytes: [UInt8]

  /// A Number Of Completed Packets event about no connection (Core Vol 4 Part E §7.7.19).
  static let event = Filler(kind: .event, bytes: [0x13, 1, 0])
  /// A note in the log of Linux.
  static let note = Filler(kind: .note, bytes: Array("left out\0".utf8))
  /// An empty data PDU of the LE link layer: access address, header, CRC (Core Vol 6 Part B §2.1, §2.4).
  static let linkLayer = Filler(kind: .linkLayer, bytes: [0x65, 0x3C, 0x9B, 0x8A, 1, 0, 0, 0, 0])
}
