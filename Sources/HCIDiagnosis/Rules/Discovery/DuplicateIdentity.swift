import HCITrace

/// Two devices of one name answered the same search.
struct DuplicateIdentity: AttemptRule {
  static let info = RuleInfo(
    "duplicate-identity", "Two devices answer under one name", severity: .warning, phase: .discover,
    blame: .person(.possible, "two devices of one name are switched on"),
    why: """
      People choose a speaker by its name. When two devices answer under one name, the source may page the wrong one: the \
      neighbour's, the second of a pair, or the old one in the drawer.
      """,
    looksFor: """
      Two addresses with the same name among the answers to the inquiries, or the Remote Name Requests, of one try, one \
      of them the device that was paged or at least one that plays. A device that shows one address over Bluetooth LE \
      and another over BR/EDR is one device.
      """,
    remedies: [
      .person("Switch the other device off, or rename one of the two, and pair again."),
      .engineer("Compare the address that was paged with the one on the speaker's label or in its app."),
    ],
    references: [
      "Core Vol 3 Part C §3.2.2 Bluetooth device name",
      "Core Vol 4 Part E §7.7.38 Extended Inquiry Result event",
    ])

  static let examples: [Example] = [
    .triggering("two speakers of one name answer, one plays") {
      initializes()
      inquires()
      finds(secondSpeaker.named(speaker.name)).after(.milliseconds(500)).flagged
      finds().after(.milliseconds(500)).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .triggering("the names come by request", alongside: ["page-timeout"]) {
      initializes()
      inquires()
      finds(secondSpeaker, named: false).flagged
      finds(named: false).flagged
      inquiryEnds()
      asksName(of: secondSpeaker)
      tellsName(speaker.name, of: secondSpeaker).flagged
      asksName()
      tellsName().flagged
      connects(.pageTimeout)
    },
    .quiet("two speakers of two names") {
      initializes()
      inquires()
      finds(secondSpeaker)
      finds()
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("one speaker with an address for Bluetooth LE") {
      initializes()
      advertises(secondSpeaker.named(speaker.name), addressType: .randomDevice)
      reaches(.media, pairing: true, initializing: false)
      endsInOrder()
    },
    .quiet("two telephones of one name while a speaker is paired") {
      initializes()
      inquires()
      finds(telephone, services: nil)
      finds(headset.of(class: 0x5A020C).named(telephone.name), services: nil)
      finds()
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the same speaker answers twice") {
      initializes()
      inquires()
      finds()
      finds().after(.seconds(1))
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio else { return [] }
    var answers: [Address: PacketRef] = [:]
    for response in attempt.inquiries.flatMap(\.responses) where answers[response.address] == nil {
      answers[response.address] = response.at
    }
    for request in attempt.nameRequests where answers[request.address] == nil && request.name != nil {
      answers[request.address] = request.completed?.at
    }
    let peers = answers.keys.compactMap { context.session.peer($0, adapter: attempt.adapter) }
    let named = Dictionary(grouping: peers.filter { !($0.name ?? "").isEmpty }, by: { $0.name ?? "" })
    let doubles = named.filter { _, same in
      same.count > 1 && same.contains { $0.address == attempt.peer || $0.maySound }
    }
    return doubles.sorted { $0.key < $1.key }.map { name, same in
      let evidence = same.flatMap { peer in
        let answer = answers[peer.address].map { Evidence($0, "“\(name)” answers from \(peer.address)") }
        let told = peer.names.last { $0.value == name && $0.at != answer?.at }.map {
          Evidence($0.at, "\(peer.address) tells its name")
        }
        return [answer, told].compactMap(\.self)
      }.sorted { $0.at < $1.at }
      let paged = attempt.peer.map { same.map(\.address).contains($0) ? "; \($0) was paged" : "" } ?? ""
      return Finding("\(same.count) devices answered under the name “\(name)”\(paged)", evidence)
    }
  }
}
