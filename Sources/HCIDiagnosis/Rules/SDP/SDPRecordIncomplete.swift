import HCITrace

/// The record of the audio sink lacks what a source needs to reach it.
struct SDPRecordIncomplete: AttemptRule {
  static let info = RuleInfo(
    "sdp-record-incomplete", "The Audio Sink record lacks what a source needs", severity: .warning,
    phase: .sdp,
    blame: .named(.likely, "its record lacks what a source needs"),
    why:
      "The record of an audio sink tells by which protocol, on which PSM and in which version it is reached. Sources "
      + "that take the record at its word give up when one of these is missing or wrong.",
    looksFor:
      "An Audio Sink record whose protocol list lacks AVDTP (0x0019) or names another PSM than 25, whose profile list "
      + "lacks the version of A2DP, or whose AVDTP version is below 1.3 while Get All Capabilities was asked and "
      + "refused. An error when nobody opens AVDTP then. Attributes that weren't asked for are not missed.",
    remedies: [
      .person("Update the speaker in its maker's app; no setting helps against a fault of its firmware."),
      .speaker(
        "Give the record L2CAP with PSM 0x0019, AVDTP with its version, and 0x110D with the profile's."),
      .source("Assume PSM 25 and version 1.0 where the record doesn't say: both are what A2DP prescribes."),
      .engineer("Compare the record's attributes 0x0004 and 0x0009 with the table in A2DP."),
    ],
    references: [
      "A2DP 1.4 §5.3 SDP interoperability requirements", "Core Vol 3 Part B §5.1.5 ProtocolDescriptorList",
      "Core Vol 3 Part B §5.1.11 BluetoothProfileDescriptorList",
    ])

  static let examples: [Example] = [
    .triggering("no AVDTP in the protocol list, the source gives up") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink(protocols: [SDPProtocol(.l2cap, 25)])]).flagged
      closes(.sdp)
      disconnects().after(.seconds(1))
    },
    .triggering("another PSM, the source gives up") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink(protocols: [SDPProtocol(.l2cap, 27), SDPProtocol(.avdtp, 0x0103)])]).flagged
      closes(.sdp)
      disconnects().after(.seconds(1))
    },
    .triggering("no AVDTP in the list, and it plays all the same: a note") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink(protocols: [SDPProtocol(.l2cap, 25)])]).flagged
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
    .quiet("a whole record") {
      reaches(.media)
      endsInOrder()
    },
    .triggering("no list of profiles, the source gives up") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.withoutProfiles]).flagged
      closes(.sdp)
      disconnects().after(.seconds(8))
    },
    .triggering("no protocol list at all, the source gives up") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.classesOnly]).flagged
      closes(.sdp)
      disconnects().after(.seconds(8))
    },
    .quiet(
      "the source asked for the service classes only, and went no further",
      alongside: ["host-never-tried-audio"]
    ) {
      reaches(.encrypt)
      opens(.sdp)
      searches(attributes: [0x0000...0x0001])
      answers(with: [.classesOnly])
      closes(.sdp)
      disconnects().after(.seconds(8))
    },
    .quiet("the source asked for the service classes only") {
      reaches(.encrypt)
      opens(.sdp)
      searches(attributes: [0x0000...0x0001])
      answers(with: [.classesOnly])
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
    .quiet("an old version, and the source asks as the old version wants") {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answers(with: [.audioSink(avdtp: 0x0100, profile: 0x0100)])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities(all: false)
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    for discovery in attempt.serviceDiscoveries.reversed() {
      guard let completed = discovery.completed, discovery.malformations.isEmpty,
        let record = discovery.records.last(where: { $0.offers(.audioSink) })
      else { continue }
      let missing = record.unreachable + record.missing(of: discovery)
      let flaws = missing + record.tooOld(asked: attempt.refusesAllCapabilities(of: discovery.asker.opposite))
      guard !flaws.isEmpty else { continue }
      let sides = context.assessment(of: attempt)
      let isFatal =
        !missing.isEmpty && !attempt.opensAVDTP(after: completed) && !attempt.hasStream
        && attempt.isSettled(after: completed, in: context.session)
      return [
        Finding(
          "the Audio Sink record of \(sides.side(discovery.asker.opposite)) \(flaws.joined(separator: ", and "))"
            + (isFatal ? "; nobody opened AVDTP then" : ""),
          [
            Evidence(
              completed, "SDP answer for \(discovery.target): the record \(flaws.joined(separator: ", "))")
          ]
            + (discovery.request.map { [$0] } ?? []),
          severity: isFatal ? .error : nil
        ).blaming(Self.info.blame(on: discovery.asker.opposite))
      ]
    }
    return []
  }
}

extension SDPRecord {
  /// What keeps a source from finding the way, in words.
  fileprivate var unreachable: [String] {
    guard attributes.contains(0x0004), !protocols.isEmpty else { return [] }
    var flaws: [String] = []
    if !protocols.contains(where: { $0.uuid == .avdtp }) {
      flaws.append("lacks AVDTP (0x0019) in its protocol list")
    }
    if let psm, psm != .avdtp { flaws.append("names PSM \(psm.rawValue) instead of 25") }
    return flaws
  }

  /// What `discovery` asked for and the record hasn't got, in words.
  fileprivate func missing(of discovery: ServiceDiscovery) -> [String] {
    guard attributes.count < Self.attributeLimit else { return [] }
    var flaws: [String] = []
    if discovery.asks(for: 0x0004), !attributes.contains(0x0004) {
      flaws.append("has no protocol list (0x0004), so neither PSM 25 nor AVDTP")
    }
    let asksForVersion = discovery.asks(for: 0x0009) || attributes.contains(0x0009)
    if asksForVersion, version(of: .advancedAudioDistribution) == nil {
      flaws.append("lacks the version of A2DP (0x110D)")
    }
    return flaws
  }

  /// What is too old for what was asked, in words.
  fileprivate func tooOld(asked refusesAll: Bool) -> [String] {
    guard refusesAll, let avdtpVersion, avdtpVersion < 0x0103 else { return [] }
    return [
      "says AVDTP \(avdtpVersion >> 8).\(avdtpVersion & 0xFF), and Get All Capabilities (1.3) was refused"
    ]
  }

  /// As a source sees it that asks for attribute 0x0001 only.
  fileprivate static var classesOnly: Self {
    var record = Self()
    record.handle = 0x0001_0001
    record.serviceClasses = [.audioSink]
    return record
  }

  /// Complete but for attribute 0x0009.
  fileprivate static var withoutProfiles: Self {
    var record = Self.audioSink()
    record.profiles = []
    return record
  }

  fileprivate static func audioSink(protocols: [SDPProtocol]) -> Self {
    var record = Self.audioSink()
    record.protocols = protocols
    return record
  }
}

extension Attempt {
  /// Get All Capabilities was asked of the side that sends in `direction`, and refused.
  fileprivate func refusesAllCapabilities(of direction: Direction) -> Bool {
    exchanges.contains { $0.signal == .getAllCapabilities && $0.initiator != direction && $0.isRejected }
  }
}
