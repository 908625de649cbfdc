import HCITrace

/// The side that is to play has no record of an A2DP sink.
struct SDPNoAudioSink: AttemptRule {
  static let info = RuleInfo(
    "sdp-no-audio-sink", "No audio sink is among the services", severity: .error, phase: .sdp,
    blame: .named(.likely, "it offers no Audio Sink in the mode that it is in"),
    why:
      "The source asks by SDP for the service Audio Sink (0x110B). A device without that record is none that can be "
      + "played to: it may be in another mode, offer audio only over LE or a protocol of its own, or be no speaker.",
    looksFor:
      "A search for Audio Sink, A2DP or AVDTP, or a browse of everything, answered with an empty list or with records "
      + "that lack 0x110B, and no PSM 25 asked for by either side. Quiet when another answer has the record, when "
      + "AVDTP is opened all the same, and when the capture ends right after the answer.",
    remedies: [
      .person(
        "Put the speaker into its Bluetooth audio mode (not line-in, party, telephone or set-up by its app) and pair "
          + "again."),
      .speaker(
        "Register the Audio Sink record before the device becomes connectable, with L2CAP PSM 25 and AVDTP in its "
          + "protocol list."),
      .source("Tell the user that the device has no audio service, instead of failing without a word."),
      .engineer(
        "See what the browse finds: a record under a vendor's UUID, or Audio Source only, tells the mode."),
    ],
    references: [
      "A2DP 1.4 §5.3 SDP interoperability requirements", "Core Vol 3 Part B §2.5 Searching for services",
      "Core Vol 3 Part B §4.7.2",
    ])

  static let examples: [Example] = [
    .triggering("the search comes back empty") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing().flagged
      closes(.sdp)
      disconnects().after(.seconds(1))
    },
    .triggering("a browse finds hands-free and remote control only") {
      reaches(.encrypt)
      opens(.sdp)
      searches(for: .publicBrowseRoot)
      answers(with: [.handsFree(), .remoteControl(target: false)]).flagged
      closes(.sdp)
      disconnects().after(.seconds(1))
    },
    .triggering("the log of a speaker that has nothing to offer") {
      speakerPages(telephone)
      acceptsPage(with: telephone)
      linkComes(with: telephone)
      opens(.sdp, by: .speaker, with: telephone)
      searches(by: .speaker, with: telephone)
      answersNothing(by: .host, with: telephone).flagged
      closes(.sdp, by: .speaker, with: telephone)
      disconnects(by: .speaker, with: telephone).after(.seconds(1))
    },
    .quiet("a headset for calls, which a telephone asks for A2DP all the same", profile: "generic") {
      pages(headset)
      linkComes(with: headset)
      pairs(with: headset)
      encrypts(with: headset)
      opens(.sdp, with: headset)
      searches(with: headset)
      answersNothing(with: headset)
      closes(.sdp, with: headset)
      opens(.rfcomm, with: headset)
      tells(handsFree: "AT+BRSF=191", with: headset)
      disconnects(with: headset).after(.seconds(20))
    },
    .quiet("the record is there") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("empty for Audio Sink, found by browsing") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      searches(for: .publicBrowseRoot)
      answers(with: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("empty, and the speaker opens AVDTP itself") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      closes(.sdp)
      opens(.signalling, by: .speaker, mtu: 672)
      discovers(by: .speaker)
      tellsCapabilities(by: .speaker)
      configures(.sbc44JointStereo, by: .speaker)
      opensStream(by: .speaker)
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("an empty answer for hands-free, which nobody needs") {
      reaches(.encrypt)
      opens(.sdp)
      searches(for: .handsFree)
      answersNothing()
      searches()
      answers(with: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture ends right after the empty answer") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersNothing()
      closes(.sdp)
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    let sides = context.assessment(of: attempt)
    guard sides.wantsAudio, !attempt.hasStream, !attempt.channels.contains(where: { $0.psm == .avdtp }) else {
      return []
    }
    for asker in [Direction.sent, .received] where sides.localRole != (asker == .sent ? .sink : .source) {
      let asked = attempt.serviceDiscoveries.filter { $0.asker == asker }
      let empty = asked.filter(\.lacksSink)
      guard let last = empty.last, let answered = last.completed, !asked.contains(where: \.hasSink),
        attempt.isSettled(after: answered, in: context.session)
      else { continue }
      let classes = empty.flatMap(\.records).flatMap(\.serviceClasses)
      let found = classes.isEmpty ? "no record at all" : "only \(classes.names)"
      return [
        Finding(
          "\(sides.side(asker)) asked \(sides.side(asker.opposite)) for \(empty.map(\.target).joined(separator: ", "))"
            + " and found \(found): no Audio Sink (0x110B), and nobody opened AVDTP",
          empty.compactMap { discovery in
            discovery.completed.map { Evidence($0, "SDP answer for \(discovery.target): \(discovery.finds)") }
          } + (empty.first?.request.map { [$0] } ?? [])
        ).blaming(Self.info.blame(on: asker.opposite))
      ]
    }
    return []
  }
}

extension ServiceDiscovery {
  /// What the answer holds, in words.
  fileprivate var finds: String {
    guard !records.isEmpty else { return bytes > 0 && pdu == .serviceSearchRequest ? "handles" : "empty" }
    return
      "\(records.count) record\(records.count == 1 ? "" : "s"), \(records.flatMap(\.serviceClasses).names)"
  }
}

extension [BluetoothUUID] {
  /// The names of the services, each once, at most six.
  fileprivate var names: String {
    var names: [String] = []
    for uuid in self {
      let name = uuid.name ?? uuid.short?.hex ?? "a vendor's 128-bit UUID"
      if !names.contains(name) { names.append(name) }
    }
    return names.prefix(6).joined(separator: ", ") + (names.count > 6 ? " …" : "")
  }
}
