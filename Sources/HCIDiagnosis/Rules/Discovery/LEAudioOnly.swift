import HCITrace

/// The wanted speaker can do LE Audio and nothing else.
struct LEAudioOnly: AttemptRule {
  static let info = RuleInfo(
    "le-audio-only", "The speaker does LE Audio only", severity: .error, phase: .discover,
    blame: .sink(.likely, "it offers no audio over Bluetooth Classic, and this source knows nothing else"),
    why: """
      A2DP runs over Bluetooth Classic (BR/EDR). A speaker that offers sound over Bluetooth LE alone, in the codec LC3, \
      never answers an inquiry or a page, so a source without LE Audio can't reach it.
      """,
    looksFor: """
      LE advertising of the wanted device with a service of LE Audio (ASCS, PACS, CAS, BASS, TMAS) and the flag "BR/EDR \
      Not Supported", and no answer of that device to an inquiry or page. Quiet when a device of the same address or name \
      answers on BR/EDR.
      """,
    remedies: [
      .person(
        "Look in the speaker's app for “classic audio” or “compatibility” and switch it on. Without that it can't play from this source."
      ),
      .speaker("Offer A2DP besides LE Audio, and don't set “BR/EDR Not Supported” then."),
      .source("Support LE Audio, or tell the user that the speaker needs it."),
      .engineer(
        "Scan for other addresses of the speaker: its classic side may be switched off while LE Audio is connected."
      ),
    ],
    references: [
      "Core Specification Supplement Part A §1.3 Flags",
      "Assigned Numbers §3.4 GATT services (0x184E, 0x184F, 0x1850, 0x1853, 0x1855)",
    ])

  static let examples: [Example] = [
    .triggering("the page to an LE Audio speaker is not answered", alongside: ["page-timeout"]) {
      initializes()
      advertises(services: leAudio).flagged
      inquires()
      inquiryEnds().after(.seconds(10))
      connects(.pageTimeout)
    },
    .triggering("the inquiry finds nobody while it advertises", alongside: ["device-not-found"]) {
      initializes()
      advertises(services: leAudio, addressType: .randomDevice).flagged
      inquires()
      inquiryEnds().after(.seconds(10))
      passes(.seconds(40))
    },
    .quiet("it does A2DP too, and plays") {
      initializes()
      advertises(flags: 0x02, services: leAudio)
      reaches(.media, pairing: true, initializing: false)
      endsInOrder()
    },
    .quiet(
      "its LE side lacks BR/EDR, its name answers the inquiry, its page fails", alongside: ["page-timeout"]
    ) {
      initializes()
      advertises(secondSpeaker.named(speaker.name), services: leAudio, addressType: .randomDevice)
      inquires()
      finds()
      inquiryEnds().after(.seconds(10))
      connects(.pageTimeout)
    },
    .quiet("the page to another speaker fails while it advertises", alongside: ["page-timeout"]) {
      initializes()
      advertises(secondSpeaker, services: leAudio)
      connects(.pageTimeout)
    },
    .quiet("a thermometer without BR/EDR is no LE Audio speaker", alongside: ["page-timeout"]) {
      initializes()
      advertises(services: [BluetoothUUID(0x1809 as UInt16)])
      connects(.pageTimeout)
    },
    .quiet("the log ends while the page runs") {
      initializes()
      advertises(services: leAudio)
      pages()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, !attempt.isConnected, attempt.paging.request == nil,
      let end = attempt.end, end.value.isWithoutAnswer
    else { return [] }
    let isSearch = end.value == .nothingPaged
    if isSearch && !context.soundDevices(foundBy: attempt).isEmpty { return [] }
    let wanted = context.surroundings.lowEnergy.audioOnly.first {
      isSearch ? $0.isHeard(around: attempt) : $0.address == attempt.peer
    }
    guard let device = wanted, let flags = device.flags else { return [] }
    let services = device.audioServices.map { $0.value.name ?? "\($0.value)" }.joined(separator: ", ")
    let name = device.name.map { "“\($0.value)”" } ?? "\(device.address)"
    var evidence = [Evidence(flags.at, "LE advertising of \(name): BR/EDR Not Supported")]
    if let service = device.audioServices.first, service.at != flags.at {
      evidence.append(Evidence(service.at, "LE advertising of \(name): \(services)"))
    }
    evidence += attempt.inquiries.compactMap(\.completed).suffix(1).map {
      Evidence($0.at, "Inquiry Complete, without an answer of \(name)")
    }
    if !isSearch { evidence.append(Evidence(end.at, end.value.words)) }
    let never = isSearch ? "answers no inquiry" : "does not answer the page"
    return [
      Finding(
        "\(name) advertises \(services) and “BR/EDR Not Supported”, and \(never): it can't do A2DP", evidence,
        confidence: isSearch ? .likely : .certain)
    ]
  }
}

extension AttemptEnd {
  /// The other device never answered: a page timeout, a page that was given up, a search without a page.
  fileprivate var isWithoutAnswer: Bool {
    self == .nothingPaged || self == .connectionFailed(.pageTimeout)
      || self == .connectionFailed(.unknownConnectionIdentifier)
  }
}

extension Advertiser {
  /// It was heard from a minute before the search to half a minute after it.
  fileprivate func isHeard(around search: Attempt) -> Bool {
    search.first.seconds(since: last) <= 60 && first.seconds(since: search.last) <= 30
  }
}

/// Audio Stream Control, Published Audio Capabilities, Common Audio.
private let leAudio = [
  BluetoothUUID(0x184E as UInt16), BluetoothUUID(0x1850 as UInt16), BluetoothUUID(0x1853 as UInt16),
]
