import HCITrace

/// A packet as a test compares it: everything that a consumer is shown.
struct SeenPacket: Hashable, CustomStringConvertible {
  var number: Int
  var microseconds: Int64
  var adapter: UInt16
  var kind: PacketKind
  var direction: Direction?
  var bytes: [UInt8]
  var originalLength: Int

  var description: String {
    let way = direction.map { "\($0)" } ?? "-"
    return
      "#\(number) \(microseconds) hci\(adapter) \(kind) \(way) \(bytes.count)/\(originalLength) \(bytes.prefix(12))"
  }
}

/// Keeps every packet that it is shown.
struct Recorder: PacketConsumer {
  var packets: [SeenPacket] = []

  mutating func consume(_ packet: borrowing Packet) {
    let reader = ByteReader(packet.bytes)
    packets.append(
      SeenPacket(
        number: packet.ref.number, microseconds: packet.ref.microseconds, adapter: packet.adapter,
        kind: packet.kind,
        direction: packet.direction, bytes: reader.copyRest(limit: .max),
        originalLength: packet.originalLength))
  }
}

/// What came of reading one capture.
struct Reading {
  var entry: CaptureEntry
  var packets: [SeenPacket]
  var result: Result<CaptureFacts, CaptureError>

  /// What is true of the capture, if it could be read.
  var facts: CaptureFacts? { try? result.get() }
  /// Why it could not be read.
  var error: CaptureError? { if case .failure(let error) = result { error } else { nil } }

  /// The damage of `kind`.
  func damage(_ kind: CaptureDamage.Kind) -> CaptureDamage? { facts?.damage.first { $0.kind == kind } }

  /// Every capture in `bytes`, read in blocks of at most `chunk` bytes.
  static func all(of bytes: [UInt8], chunk: Int = .max) throws(CaptureError) -> [Reading] {
    var readings: [Reading] = []
    try CaptureFile.read(
      bytes: bytes, chunk: chunk, makeConsumer: { _ in Recorder() },
      finished: { readings.append(Reading(entry: $0, packets: $1.packets, result: $2)) })
    return readings
  }

  /// Every capture in the file at `path`.
  static func all(at path: String) throws(CaptureError) -> [Reading] {
    var readings: [Reading] = []
    try CaptureFile.read(
      path: path, makeConsumer: { _ in Recorder() },
      finished: { readings.append(Reading(entry: $0, packets: $1.packets, result: $2)) })
    return readings
  }
}
