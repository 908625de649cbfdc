@testable import HCITrace

extension FuzzTarget {
  /// One for each protocol; messages with nothing around them come last.
  static let protocols: [FuzzTarget] =
    ProtocolTarget.all.map(\.target) + [
      alone("data-element") { RoundTrip.dataElements($0) },
      alone("capabilities") { try RoundTrip.services($0) },
      alone("codec") { try RoundTrip.codec($0) },
    ]

  private static func alone(
    _ name: String, check: @escaping @Sendable ([UInt8]) throws -> Void
  ) -> FuzzTarget {
    FuzzTarget(
      name: name, limit: 1_024, seeds: { try ProtocolSeeds.shared.of(name) }, mutation: BlindMutation(),
      run: { input in
        try check(input)
        return true
      })
  }
}

extension ProtocolTarget {
  static let all: [ProtocolTarget] = controller + channels

  // MARK: The controller

  private static let controller: [ProtocolTarget] = [
    ProtocolTarget(
      "hci-command", after: reaches(.encrypt),
      step: { message in
        let parameters = Array(message.bytes.dropFirst(2).prefix(255))
        let opcode = message.bytes.prefix(2) + [0, 0]
        return TraceScript.Step(
          .command, .sent, opcode.prefix(2) + [UInt8(truncatingIfNeeded: parameters.count)] + parameters)
      }, check: { try RoundTrip.command($0) }),
    ProtocolTarget(
      "hci-event", after: reaches(.encrypt), step: { event($0.bytes) }, check: { try RoundTrip.event($0) }),
    ProtocolTarget(
      "le-event", after: reaches(.page), step: { event([0x3E] + $0.bytes) },
      check: { try RoundTrip.event([0x3E] + $0) }),
    // The opcode is asked for at once, and answered.
    ProtocolTarget(
      "command-return", after: reaches(.encrypt), step: { event([0x0E, 1] + $0.bytes) },
      check: { try RoundTrip.commandReturn($0) }),
    ProtocolTarget(
      "advertising-data", after: initializes() + inquires(),
      step: { message in
        let data = Array(message.bytes.prefix(240))
        let address: [UInt8] = [0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC]
        if message.isElsewhere {
          // Extended Inquiry Result: one response, page scan, class of device, clock offset, RSSI.
          let padding = [UInt8](repeating: 0, count: 240 - data.count)
          return event([0x2F, 1] + address + [1, 0, 0x14, 0x04, 0x24, 0, 0, 0xC5] + data + padding)
        }
        return event([0x3E, 0x02, 1, 0, 0] + address + [UInt8(data.count)] + data + [0xC5])
      }, check: { RoundTrip.advertisingData($0) }),
    // Access address of the advertising channels, unless the message goes elsewhere: then it brings its own.
    ProtocolTarget(
      "link-layer", after: [],
      step: { message in
        let access: [UInt8] = message.isElsewhere ? [] : [0xD6, 0xBE, 0x89, 0x8E]
        return TraceScript.Step(.linkLayer, .received, access + message.bytes)
      }, check: { _ in }),
  ]

  /// An event: its code, its parameters, as many as one can have.
  private static func event(_ bytes: [UInt8]) -> TraceScript.Step {
    let parameters = Array(bytes.dropFirst().prefix(255))
    let code = bytes.first ?? 0
    return TraceScript.Step(
      .event, .received, [code, UInt8(truncatingIfNeeded: parameters.count)] + parameters)
  }

  // MARK: Channels

  private static let channels: [ProtocolTarget] = [
    ProtocolTarget(
      "l2cap", onFixed: .signalling, other: .leSignalling, check: { try RoundTrip.signalling($0) }),
    ProtocolTarget(
      "att", onFixed: .attribute, other: .connectionless, check: { try RoundTrip.check(ATTMessage.self, $0) }),
    ProtocolTarget(
      "smp", onFixed: .securityManager, other: .securityManagerBREDR,
      check: { bytes in
        try RoundTrip.check(SMPMessage.self, bytes)
        try RoundTrip.check(SMPPairing.self, Array(bytes.dropFirst()))
      }),
    ProtocolTarget(
      "sdp", after: link + opens(.sdp) + opens(.sdpBack, by: .speaker), on: .sdp, other: .sdpBack,
      check: { try RoundTrip.sdp($0) }),
    ProtocolTarget(
      "avdtp", after: link + opens(.signalling), on: .signalling, check: { try RoundTrip.avdtp($0) }),
    ProtocolTarget(
      "media", after: reaches(.start, initializing: false), on: .media, other: .signalling,
      check: { try RoundTrip.media($0) }),
    ProtocolTarget(
      "avctp", after: link + opens(.control) + opens(.controlBrowsing), on: .control, other: .controlBrowsing,
      check: { try RoundTrip.avctp($0) }),
    ProtocolTarget("rfcomm", after: link + opens(.rfcomm), on: .rfcomm, check: { try RoundTrip.rfcomm($0) }),
    ProtocolTarget(
      "hands-free", after: link + opens(.rfcomm),
      step: { message in
        // What one frame of data holds whose length has one octet; nobody checks the checksum of such a one.
        let text = Array(message.bytes.prefix(126))
        let frame = [0x13, RFCOMMHeader.FrameType.uih.rawValue, UInt8(text.count) << 1 | 1] + text + [0]
        return .content(frame, on: .rfcomm, by: message.isReceived ? .speaker : .host, speaker)
      }, check: { try RoundTrip.handsFree($0) }),
  ]

  private static let link = reaches(.page, initializing: false)
}
