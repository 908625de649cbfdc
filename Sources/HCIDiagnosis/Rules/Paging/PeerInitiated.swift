import HCITrace

/// The speaker paged the source while the two were to pair.
struct PeerInitiated: AttemptRule {
  static let info = RuleInfo(
    "peer-initiated", "The speaker connected first during pairing", severity: .note, phase: .page,
    blame: .person(.possible, "the speaker was put into pairing mode before the source searched"),
    why: """
      The order that works is source first: it searches, finds the speaker and pages it. A speaker that pages the source \
      by itself in the middle of that takes the lead, and the source may not be ready for it.
      """,
    looksFor: """
      A Connection Request of the speaker that becomes a link, with pairing on it or with an inquiry of the source right \
      before it. A bonded speaker that comes back is the everyday case, and so is anything in a sink's own log.
      """,
    remedies: [
      .person("Start the search on the source first, then put the speaker into its pairing mode."),
      .speaker("Wait to be paged while in pairing mode."),
      .engineer(
        "If the attempt failed, look whether both sides asked for the same channels at the same time."),
    ],
    references: [
      "Core Vol 4 Part E §7.7.4 Connection Request event", "Core Vol 3 Part C §7.1 Establishment",
    ],
    doubt:
      "The specifications let either side page; the article's order is what an Echo is said to need, not a rule of Bluetooth."
  )

  static let examples: [Example] = [
    .triggering("the source searches, the speaker pages and pairs") {
      initializes()
      inquires()
      finds().after(.milliseconds(900))
      speakerPages().after(.milliseconds(300)).flagged
      acceptsPage()
      linkComes()
      pairs()
      encrypts()
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering("a new speaker pages and pairs, nobody had searched") {
      initializes()
      speakerPages().flagged
      acceptsPage()
      linkComes()
      speakerPairs()
      encrypts()
      discoversServices()
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("a bonded speaker comes back") {
      reaches(.media, by: .speaker, with: speaker)
      endsInOrder(by: .speaker)
    },
    .quiet("the source pages") {
      reaches(.media, pairing: true)
      endsInOrder()
    },
    .quiet("a speaker's own log: the source pages it and pairs") {
      initializes(classOfDevice: 0x240414)
      speakerPages(speaker.of(class: 0x20041C))
      acceptsPage()
      linkComes()
      speakerPairs()
      encrypts()
      discoversServices(by: .speaker)
      passes(.seconds(1))
    },
    .quiet("a telephone pairs with an Echo to play through it") {
      initializes()
      speakerPages(speaker.of(class: 0x5A020C))
      acceptsPage()
      linkComes()
      speakerPairs()
      encrypts()
      discoversServices(by: .speaker)
      opens(.signalling, by: .speaker, mtu: 672)
      discovers(by: .speaker)
      passes(.seconds(1))
    },
    .quiet("the source rejects the speaker's page", alongside: ["connection-rejected"]) {
      initializes()
      speakerPages()
      rejectsPage()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let request = attempt.paging.request, attempt.paging.commands.isEmpty, attempt.isConnected,
      !context.isSinkLog(attempt), context.assessment(of: attempt).localRole != .sink,
      context.assessment(of: attempt).wantsAudio,
      !attempt.security.contains(where: { $0.value == .linkKeyReply }),
      context.bond(of: attempt, before: request.at) == nil
    else { return [] }
    let paired = context.authentications(of: attempt).contains {
      switch $0.proof {
      case .simplePairing, .pin: true
      case .storedKey, .none: false
      }
    }
    let search = attempt.inquiries.last { request.at.seconds(since: $0.last) <= 35 }
    guard paired || search != nil else { return [] }
    var evidence = [Evidence(request.at, "Connection Request, class of device \(request.value)")]
    if let search { evidence.append(Evidence(search.started, "Inquiry of this side")) }
    let when = search == nil ? "to pair" : "while this side searched"
    return [Finding("\(context.deviceName(of: attempt)) paged the source \(when)", evidence)]
  }
}
