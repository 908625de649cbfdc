import Foundation

@testable import HCITrace

/// What the samples and the examples say in each protocol.
struct ProtocolSeeds: Sendable {
  private var conversations: [String: Set<[UInt8]>] = [:]

  /// Messages of HCI in one conversation: they don't belong together.
  private static let together = 24

  /// Those of the repository's own captures.
  static let shared = Result { try ProtocolSeeds(SampleCaptures.btsnoop() + SampleCaptures.examples) }

  private init(_ captures: [[UInt8]]) {
    for capture in captures {
      var collector = MessageCollector()
      guard
        (try? CaptureFile.read(
          bytes: capture, makeConsumer: { _ in MessageCollector() },
          finished: {
            collector = $1; _ = ($0, $2)
          }))
          != nil
      else { continue }
      for (name, messages) in collector.messages { add(messages, to: name) }
    }
    for (name, messages) in Self.vectors { add(messages, to: name) }
  }

  private mutating func add(_ messages: [Conversation.Message], to name: String) {
    for start in stride(from: 0, to: messages.count, by: Self.together) {
      var conversation = Conversation()
      conversation.messages = Array(messages[start..<min(start + Self.together, messages.count)])
      conversations[name, default: []].insert(conversation.octets(limit: 4_096))
    }
  }

  /// The seeds of the target `name`.
  func of(_ name: String) -> [[UInt8]] {
    let found = conversations[name, default: []].sorted { $0.lexicographicallyPrecedes($1) }
    // Messages with nothing around them.
    let isAlone = ["data-element", "capabilities", "codec"].contains(name)
    return isAlone ? Array(Set(found.flatMap { Conversation($0).messages.map(\.bytes) })) : found
  }
}

extension Result<ProtocolSeeds, any Error> {
  /// The seeds of the target `name`.
  func of(_ name: String) throws -> [[UInt8]] { try get().of(name) }
}

/// Sorts what packets carry by the target that it is for.
struct MessageCollector: PacketConsumer, ~Copyable {
  private(set) var messages: [String: [Conversation.Message]] = [:]
  private var tracker = SessionTracker(keepsEnded: false)

  /// Messages of one kind that are kept of a capture.
  private static let limit = 96

  mutating func consume(_ packet: borrowing Packet) {
    tracker.consume(packet)
    let bytes = ByteReader(packet.bytes).copyRest(limit: .max)
    switch packet.kind {
    case .command where bytes.count >= 3: add("hci-command", bytes[..<2] + bytes[3...], isReceived: false)
    case .event where bytes.count >= 3: addEvent(bytes)
    case .acl: addACL(bytes.rawSpan, packet.direction ?? .sent, tracker.adapterPosition(packet.adapter))
    case .linkLayer: add("link-layer", bytes.dropFirst(4), isReceived: true)
    default: break
    }
  }

  private mutating func add(
    _ name: String, _ bytes: some Sequence<UInt8>, isReceived: Bool, isElsewhere: Bool = false
  ) {
    let message = Conversation.Message(isReceived: isReceived, isElsewhere: isElsewhere, bytes: Array(bytes))
    // Credits come thousands of times.
    guard messages[name, default: []].count < Self.limit, messages[name]?.suffix(8).contains(message) != true
    else { return }
    messages[name, default: []].append(message)
  }

  private mutating func addEvent(_ event: [UInt8]) {
    switch event[0] {
    case 0x3E:
      add("le-event", event[2...], isReceived: true)
      // One Advertising Report: subevent, number, type, address type, address, length, data, RSSI.
      if event[2] == 0x02, event.count > 15 {
        add("advertising-data", event[14...].dropLast(), isReceived: true)
      }
    case 0x0E: add("command-return", event.dropFirst(3), isReceived: true)
    case 0x2F: add("advertising-data", event.dropFirst(17), isReceived: true, isElsewhere: true)
    default: add("hci-event", event[..<1] + event[2...], isReceived: true)
    }
  }

  private mutating func addACL(_ bytes: RawSpan, _ direction: Direction, _ adapter: Int) {
    guard let packet = try? ACLPacket(bytes), let frame = try? L2CAPFrame(packet.payload.rest),
      frame.missing == 0
    else { return }
    let payload = frame.payload.copyRest(limit: .max)
    let isReceived = direction == .received
    switch frame.header.channel {
    case .signalling: add("l2cap", payload, isReceived: isReceived)
    case .leSignalling: add("l2cap", payload, isReceived: isReceived, isElsewhere: true)
    case .attribute: add("att", payload, isReceived: isReceived)
    case .securityManager: add("smp", payload, isReceived: isReceived)
    case .securityManagerBREDR: add("smp", payload, isReceived: isReceived, isElsewhere: true)
    default:
      guard let carrier = tracker.carrier(adapter, packet.handle, frame.header.channel.rawValue, direction)
      else { return }
      addContent(payload, carrier, isReceived)
    }
  }

  private mutating func addContent(_ payload: [UInt8], _ carrier: SessionTracker.Carrier, _ isReceived: Bool)
  {
    switch carrier.use {
    case .serviceDiscovery:
      add("sdp", payload, isReceived: isReceived)
      // Behind the header and the count of octets.
      if [5, 7].contains(payload.first) {
        add("data-element", payload.dropFirst(7).dropLast(), isReceived: true)
      }
    case .avdtpSignalling:
      add("avdtp", payload, isReceived: isReceived)
      addCapabilities(payload)
    case .media: add("media", payload, isReceived: isReceived)
    case .remoteControl:
      add("avctp", payload, isReceived: isReceived, isElsewhere: carrier.psm == .avctpBrowsing)
    case .rfcomm:
      add("rfcomm", payload, isReceived: isReceived)
      let text = payload.dropFirst(3).dropLast()
      if HandsFreeMessage.text(ByteReader(Array(text).rawSpan)) != nil {
        add("hands-free", text, isReceived: isReceived)
      }
    case .other: break
    }
  }

  private mutating func addCapabilities(_ payload: [UInt8]) {
    var reader = ByteReader(payload.rawSpan)
    guard let header = try? AVDTPHeader(from: &reader), let signal = try? AVDTPSignal(header, from: &reader),
      signal.hasServices
    else { return }
    let octets = reader.copyRest(limit: .max)
    add("capabilities", octets, isReceived: true)
    var services = AVDTPServices(reader)
    while let service = try? services.next() {
      guard case .mediaCodec(_, let codec) = service else { continue }
      add(
        "codec",
        TraceScript.Step.octets {
          $0.integer(UInt8(0)); codec.encode(to: &$0)
        }, isReceived: true)
    }
  }
}
