/// Where in a packet a number stands that matches it to others.
struct Numbering: Hashable, Sendable {
  /// The protocols that number their messages.
  enum Layer: Hashable, Sendable { case signalling, avdtp, sdp, avctp, media(samples: UInt32) }

  var layer: Layer
  /// Where the protocol's message begins in the packet.
  var offset: Int
  /// Who asks; the other side answers with the same number.
  var asker: Direction
  /// The packet asks; else it answers.
  var asks: Bool
  /// The link.
  var handle: UInt16
  /// What is asked: an answer has the number of the last question with the same key.
  var key: UInt32
  /// The number of the question before it is used again.
  var isRepetition = false
  /// The number, whatever was asked before.
  var fixed: UInt32?
  /// How many numbers, and how much of a timestamp, are passed over before it.
  var skipped: UInt32 = 0, skippedSamples: UInt32 = 0
}

extension TraceScript {
  /// The next number of each layer, and the last one given to each kind of question.
  private struct Counters {
    struct Key: Hashable {
      var layer: Int
      var handle: UInt16
      var asker: Direction
      var question: UInt32?
    }
    var next: [Key: UInt32] = [:]
    var last: [Key: UInt32] = [:]
    /// Timestamps of media, for each link.
    var timestamps: [Key: UInt32] = [:]
  }

  /// Puts in identifiers (L2CAP), labels (AVDTP, AVCTP), transactions (SDP) and sequence numbers (RTP).
  static func number(_ steps: [Step]) -> [Step] {
    var counters = Counters()
    return steps.map { step in
      guard let numbering = step.numbering else { return step }
      var step = step
      let key = Counters.Key(
        layer: numbering.layer.order, handle: numbering.handle, asker: numbering.asker,
        question: numbering.key)
      var layer = key
      layer.question = nil
      var number = counters.last[key] ?? 0
      if numbering.asks, !(numbering.isRepetition && counters.last[key] != nil) {
        number = counters.next[layer, default: 0] &+ numbering.skipped
        counters.next[layer] = number &+ 1
        counters.last[key] = number
      }
      let timestamp = counters.timestamps[layer, default: 0] &+ numbering.skippedSamples
      if case .media(let samples) = numbering.layer { counters.timestamps[layer] = timestamp &+ samples }
      step.write(numbering.fixed ?? number, timestamp: timestamp, numbering)
      return step
    }
  }

  /// After each packet that the host sends, the controller says that it is sent: 2 ms later, or half-way to the next.
  static func acknowledge(_ steps: [Step]) -> [Step] {
    var all: [Step] = []
    all.reserveCapacity(steps.count)
    var used = Duration.zero
    for (index, step) in steps.enumerated() {
      var step = step
      step.delay -= used
      used = .zero
      all.append(step)
      guard step.kind == .acl, step.direction == .sent, step.isAcknowledged, step.bytes.count >= 2 else {
        continue
      }
      let pause = index + 1 < steps.count ? steps[index + 1].delay : .milliseconds(4)
      used = min(.milliseconds(2), pause / 2)
      let handle = (UInt16(step.bytes[0]) | UInt16(step.bytes[1]) << 8) & 0x0FFF
      all.append(.credits(1, handle: handle).after(used))
    }
    return all
  }
}

extension Numbering.Layer {
  fileprivate var order: Int {
    switch self {
    case .signalling: 0
    case .avdtp: 1
    case .sdp: 2
    case .avctp: 3
    case .media: 4
    }
  }
}

extension TraceScript.Step {
  fileprivate mutating func write(_ number: UInt32, timestamp: UInt32, _ numbering: Numbering) {
    let offset = numbering.offset
    switch numbering.layer {
    // 0 is no identifier (Core Vol 3 Part A §4).
    case .signalling: put([UInt8(number % 255) + 1], at: offset + 1)
    case .avdtp, .avctp:
      guard bytes.indices.contains(offset) else { return }
      bytes[offset] = bytes[offset] & 0x0F | UInt8(number % 16) << 4
    case .sdp: put([UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)], at: offset + 1)
    case .media:
      put([UInt8(number >> 8 & 0xFF), UInt8(number & 0xFF)], at: offset + 2)
      put([24, 16, 8, 0].map { UInt8(timestamp >> $0 & 0xFF) }, at: offset + 4)
    }
  }

  private mutating func put(_ octets: [UInt8], at offset: Int) {
    for (position, octet) in octets.enumerated() where bytes.indices.contains(offset + position) {
      bytes[offset + position] = octet
    }
  }
}
