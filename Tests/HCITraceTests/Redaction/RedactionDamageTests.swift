import HCITrace
import Testing

/// Whatever is in a capture, redaction ends, in bounded time and memory, without a trap.
@Suite struct RedactionDamageTests {
  static let samples = [
    "g1_full_success.btsnoop", "g3_sdp_continuation.btsnoop", "d2_media_truncated.btsnoop",
    "f18_le_audio_only.btsnoop", "d8_g1_monitor_2001.btsnoop",
  ].filter { Sample.path($0) != nil }

  private static func packets(_ name: String) throws -> [SeenPacket] {
    let bytes = try #require(Sample.bytes(name))
    let readings = try Reading.all(of: bytes)
    return try #require(readings.first).packets
  }

  /// Redacts `packets`, and expects nothing but that each is as long as it was.
  private func redact(_ packets: [SeenPacket]) {
    var redactor = Redactor(RedactionOptions())
    var lengths = Lengths()
    for packet in packets {
      let head = PacketHead(
        ref: PacketRef(number: packet.number, microseconds: packet.microseconds), adapter: packet.adapter,
        kind: packet.kind, direction: packet.direction, originalLength: packet.originalLength)
      redactor.redact(Packet(head, packet.bytes.rawSpan), into: &lengths)
    }
    #expect(lengths.octets == packets.reduce(0) { $0 + $1.bytes.count })
    #expect(lengths.packets == packets.count)
  }

  private struct Lengths: PacketConsumer {
    var packets = 0, octets = 0

    mutating func consume(_ packet: borrowing Packet) {
      packets += 1
      octets += packet.bytes.byteCount
    }
  }

  private struct Dice {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(sides, 1)
    }
  }

  @Test(arguments: samples) func changeAnything(_ name: String) throws {
    let packets = try Self.packets(name)
    var dice = Dice()
    for _ in 0..<12 {
      var changed = packets
      for index in changed.indices where dice.roll(3) == 0 && !changed[index].bytes.isEmpty {
        let values: [UInt8] = [0, 0xFF, 0x7F, 0x80, UInt8(dice.roll(256))]
        changed[index].bytes[dice.roll(min(changed[index].bytes.count, 40))] = values[dice.roll(values.count)]
      }
      redact(changed)
    }
  }

  @Test(arguments: samples) func cutAndTurnAnything(_ name: String) throws {
    let packets = try Self.packets(name)
    var dice = Dice()
    for _ in 0..<8 {
      var changed = packets
      for index in changed.indices {
        switch dice.roll(8) {
        case 0: changed[index].bytes = Array(changed[index].bytes.prefix(dice.roll(40)))
        case 1: changed[index].direction = changed[index].direction?.opposite
        case 2: changed.swapAt(index, dice.roll(changed.count))
        default: break
        }
      }
      redact(changed)
    }
  }

  /// A PDU in more pieces than any host makes is followed only so far.
  @Test func piecesWithoutEnd() {
    var exchange = Exchange.connected
    exchange.open(0x01)
    exchange.pdu(.received, 0x40, Array(repeating: 0x35, count: 60_000), size: 1)
    let clock = ContinuousClock()
    #expect(clock.measure { redact(exchange.packets) } < .seconds(20))
  }

  @Test func sequencesInSequences() {
    var exchange = Exchange.connected
    exchange.open(0x01)
    let nested = Array(repeating: [0x37, 0, 0, 0x40, 0] as [UInt8], count: 1_000).joined()
    exchange.pdu(.received, 0x40, [0x07, 0, 1, 0x20, 0, 0x1F, 0] + nested)
    redact(exchange.packets)
  }

  /// More addresses and names than there are: those beyond the list have aliases too, and no two by chance.
  @Test func addressesWithoutEnd() {
    var redactor = Redactor(RedactionOptions())
    var recorder = Recorder()
    let count = 70_000
    for number in 0..<count {
      let low = UInt8(number & 0xFF), middle = UInt8(number >> 8 & 0xFF), high = UInt8(number >> 16)
      let bytes: [UInt8] = [0x04, 10, low, middle, high, 0x12, 0x34, 0x56, 0x14, 0x04, 0x24, 0x01]
      let head = PacketHead(
        ref: PacketRef(number: number, microseconds: 0), kind: .event, direction: .received,
        originalLength: bytes.count)
      redactor.redact(Packet(head, bytes.rawSpan), into: &recorder)
    }
    #expect(Set(recorder.packets.map { $0.bytes[2..<8] }).count == count)
  }
}
