import HCITrace

/// The speaker offers its services under UUIDs of its maker only.
struct NonstandardServiceUUID: AttemptRule {
  static let info = RuleInfo(
    "nonstandard-service-uuid", "The speaker offers its audio under its maker's own UUIDs only",
    severity: .error,
    phase: .sdp,
    blame: .sink(.likely, "it has no Audio Sink record, which A2DP asks of every speaker"),
    why: """
      A source finds the stream by the service class AudioSink (0x110B). A speaker that lists only 128-bit UUIDs of its \
      maker can be used by the maker's app, and by nobody else.
      """,
    looksFor: """
      128-bit UUIDs in the speaker's Extended Inquiry Response or SDP records, none of the standard audio services beside \
      them, and a source that gave up after discovery or SDP. Quiet when 0x110B is offered too, and when the source went \
      on to PSM 25.
      """,
    remedies: [
      .person(
        "Update the speaker, and switch on its mode for ordinary Bluetooth. Without one it plays from its own app only."
      ),
      .speaker(
        "Add an AudioSink record (0x110B, L2CAP PSM 25, AVDTP) to the SDP database and the UUID to the EIR."),
      .source("Ask SDP for AudioSink even when the Extended Inquiry Response doesn't list it."),
      .engineer(
        "Browse the speaker's whole SDP database (sdptool browse) and look for an AudioSink record anywhere."),
    ],
    references: [
      "A2DP 1.4 §5.3 SDP interoperability requirements", "Core Vol 3 Part B §2.5.1 UUID",
      "Core Specification Supplement Part A §1.1 Service UUID",
    ])

  static let examples: [Example] = [
    .triggering("SDP has no AudioSink, only the maker's own service", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      searches(for: BluetoothUUID(0x1002 as UInt16))
      answers(with: [.makersOwn]).flagged
      closes(.sdp)
      disconnects()
    },
    .triggering("the inquiry response lists the maker's UUID only, and the source leaves") {
      initializes()
      inquires()
      finds(services: [makersService]).flagged
      cancelsInquiry()
      connects()
      pairs()
      encrypts()
      disconnects()
    },
    .triggering("the inquiry response lists the maker's UUID only, and nobody pages") {
      initializes()
      inquires()
      finds(services: [makersService]).flagged
      inquiryEnds().after(.seconds(10))
      passes(.seconds(35))
    },
    .quiet("AudioSink stands beside the maker's UUID") {
      reaches(.encrypt, pairing: true)
      discoversServices([.makersOwn, .audioSink()])
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("no AudioSink and nothing of the maker's either", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      closes(.sdp)
      disconnects()
    },
    .quiet("a hands-free headset with its maker's service", alongside: ["sdp-no-audio-sink"]) {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      searches(for: BluetoothUUID(0x1002 as UInt16))
      answers(with: [.makersOwn, .handsFree()])
      closes(.sdp)
      disconnects()
    },
    .quiet("the log ends while the source still looks") {
      initializes()
      inquires()
      finds(services: [makersService])
      cancelsInquiry()
      connects()
      pairs()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, !attempt.startsLate,
      !attempt.channels.contains(where: { $0.psm == .avdtp }),
      let offer = context.vendorOffer(of: attempt), let act = context.givesUp(attempt, after: offer)
    else { return [] }
    let name =
      context.isSinkLog(attempt)
      ? "this speaker"
      : context.deviceName(
        context.wantedPeer(of: attempt)?.address, adapter: attempt.adapter)
    let more = offer.services.count > 1 ? " and \(offer.services.count - 1) more" : ""
    let uuid = offer.services.first.map { "\($0)" } ?? ""
    return [
      Finding(
        "\(name) offers services under its maker's UUIDs (\(uuid)\(more)) and no AudioSink 0x110B; the source gave up",
        offer.evidence + [act], confidence: .likely)
    ]
  }
}

/// Services under a maker's own UUIDs, and none of the standard audio services.
private struct VendorOffer {
  var services: [BluetoothUUID]
  var evidence: [Evidence]
  /// SDP was asked for AudioSink, and the answer is in the evidence.
  var isAnsweredBySDP: Bool
}

extension Context {
  fileprivate func vendorOffer(of attempt: Attempt) -> VendorOffer? {
    let source: Direction = isSinkLog(attempt) ? .received : .sent
    let asked = attempt.serviceDiscoveries.filter { $0.asker == source }
    let answered = asked.filter { $0.completed != nil }
    let records = answered.flatMap { answer in answer.records.map { (answer, $0) } }
    let advertised = sinkServices(of: attempt)
    let all = records.flatMap { $0.1.serviceClasses } + (advertised?.value ?? [])
    guard !all.contains(where: \.isStandardAudio) else { return nil }
    var offer = VendorOffer(
      services: [], evidence: [], isAnsweredBySDP: answered.contains(where: \.searchesForAudio))
    for (answer, record) in records {
      let own = record.serviceClasses.filter(\.isVendorSpecific)
      guard !own.isEmpty, let at = answer.completed else { continue }
      offer.services += own
      offer.evidence.append(
        Evidence(at, "SDP answer: only \(own.map(\.description).joined(separator: ", "))"))
    }
    if let advertised {
      let own = advertised.value.filter(\.isVendorSpecific)
      if !own.isEmpty {
        offer.services += own.filter { !offer.services.contains($0) }
        offer.evidence.append(Evidence(advertised.at, "Extended Inquiry Response: only maker's own UUIDs"))
      }
    }
    guard !offer.services.isEmpty else { return nil }
    // A search for AudioSink that did not end says nothing of what is there.
    if asked.contains(where: { $0.searchesForAudio && $0.completed == nil }) { return nil }
    offer.evidence += answered.filter { $0.searchesForAudio && $0.records.isEmpty }.compactMap(\.completed)
      .map {
        Evidence($0, "SDP answer: no AudioSink record")
      }
    return offer
  }

  /// The source gave up: after an SDP answer without AudioSink it ended the link; or else it dropped the device
  /// without a failed step.
  fileprivate func givesUp(_ attempt: Attempt, after offer: VendorOffer) -> Evidence? {
    if offer.isAnsweredBySDP { return sourceDisconnect(of: attempt) }
    return sourceDrop(of: attempt)?.evidence
  }
}

extension BluetoothUUID {
  /// A standard service by which a device offers sound: A2DP, headset, hands-free, LE Audio.
  fileprivate var isStandardAudio: Bool {
    let services: Set<UInt16> = [
      0x1108, 0x110A, 0x110B, 0x110D, 0x1112, 0x111E, 0x111F, 0x1131, 0x184E, 0x184F, 0x1850, 0x1853, 0x1855,
    ]
    return short.map(services.contains) ?? false
  }
}

/// A service that only its maker knows.
private let makersService = BluetoothUUID(high: 0x9F3C_1B20_5A6E_4D8B, low: 0xB1E0_77AA_1203_FE55)

extension SDPRecord {
  /// The record of a service that only its maker knows.
  fileprivate static var makersOwn: Self {
    var record = Self()
    record.handle = 0x0001_0010
    record.serviceClasses = [makersService]
    record.protocols = [SDPProtocol(.l2cap), SDPProtocol(BluetoothUUID(0x0003 as UInt16), 5)]
    return record
  }
}
