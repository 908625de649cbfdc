import HCITrace

/// One side rejected the other's page.
struct ConnectionRejected: AttemptRule {
  static let info = RuleInfo(
    "connection-rejected", "The connection was rejected", severity: .error, phase: .page,
    blame: .named(.likely, "it rejected the connection"),
    why: """
      The page was answered and the host on the other end said no: it has no resources left (usually another device is \
      connected), it wants security first, or it takes no link from this address.
      """,
    looksFor: """
      Connection Complete with 0x0D Limited Resources, 0x0E Security Reasons or 0x0F Unacceptable BD_ADDR, or this side's \
      own Reject Connection Request. Quiet where the class of device or the radio's power class explains the rejection.
      """,
    remedies: [
      .person(
        "Disconnect the speaker from whatever else it is connected to (phone, TV, second speaker), then try again."
      ),
      .person(
        "If it still says no, remove the pairing on both devices, put the speaker into pairing mode and pair again."
      ),
      .speaker("Reject only while a link is really in use; accept bonded sources outside of pairing mode."),
      .engineer("Look at which other links were up on the rejecting side at that moment."),
    ],
    references: [
      "Core Vol 1 Part F §1.3 List of error codes (0x0D, 0x0E, 0x0F)",
      "Core Vol 4 Part E §7.1.9 Reject Connection Request command",
    ])

  static let examples: [Example] = [
    .triggering("the speaker has another source") {
      initializes()
      pages()
      linkComes(.rejectedLimitedResources).flagged
    },
    .triggering("the speaker trusts nobody outside of pairing mode") {
      initializes()
      pages()
      linkComes(.rejectedSecurityReasons).flagged
    },
    .triggering("the source rejects a second speaker while it plays to the first") {
      reaches(.media)
      speakerPages(secondSpeaker)
      rejectsPage(with: secondSpeaker).flagging(0)
      endsInOrder()
    },
    .triggering("the speaker's own log: it rejects the source") {
      initializes(classOfDevice: 0x240414)
      speakerPages(speaker.of(class: 0x20041C))
      rejectsPage().flagging(0)
    },
    .quiet("the page is accepted") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("nobody answers the page", alongside: ["page-timeout"]) {
      initializes()
      connects(.pageTimeout)
    },
    .quiet("the source rejects a class-1 speaker", alongside: ["class1-rejection"]) {
      initializes()
      inquires()
      finds(transmitPower: 20)
      inquiryEnds()
      speakerPages()
      rejectsPage(.rejectedSecurityReasons)
    },
    .quiet("the log ends before the answer") {
      initializes()
      speakerPages()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let end = attempt.end else { return [] }
    let isOwn: Bool
    let reason: HCIStatus
    switch end.value {
    case .rejected(let own): (isOwn, reason) = (true, own)
    case .connectionFailed(let status) where status.isRejection: (isOwn, reason) = (false, status)
    default: return []
    }
    guard context.class1Drop(of: attempt) == nil, context.classDrop(of: attempt) == nil else { return [] }
    let name = context.deviceName(of: attempt)
    let meaning = reason.meaning.map { ", that is, \($0)" } ?? ""
    let words =
      isOwn
      ? "this side rejected the page of \(name): \(reason.codeAndName)\(meaning)"
      : "\(name) rejected the page: \(reason.codeAndName)\(meaning)"
    var evidence = [
      Evidence(
        end.at, "\(isOwn ? "Reject Connection Request" : "Connection Complete"), \(reason.codeAndName)")
    ]
    if let request = attempt.paging.request {
      evidence.append(Evidence(request.at, "Connection Request, class of device \(request.value)"))
    } else if let page = attempt.paging.began {
      evidence.append(Evidence(page, "Create Connection"))
    }
    return [Finding(words, evidence).blaming(.rejection(by: isOwn ? .sent : .received, for: reason))]
  }
}

extension HCIStatus {
  fileprivate var meaning: String? {
    switch self {
    case .rejectedLimitedResources: "it has no room for another connection"
    case .rejectedSecurityReasons: "it takes links from devices it trusts only"
    case .rejectedUnacceptableAddress: "it takes no link from this address"
    default: nil
    }
  }
}
