import HCITrace

/// A channel was granted, and the two sides never agreed on its configuration.
struct L2CAPConfigurationFailed: AttemptRule {
  static let info = RuleInfo(
    "l2cap-configuration-failed", "A channel was granted and never configured", severity: .error,
    phase: .avdtp,
    blame: .named(.possible, "it did not agree to the channel's settings"),
    why:
      "A channel carries data only after each side has said what it takes and the other has agreed. When one keeps refusing, or never makes its own request, the channel is of no use and is closed again.",
    looksFor:
      "A channel for PSM 25 or PSM 1 that was granted and never configured on both sides: its last Configure Request was refused, or one side never sent one until the other gave up or 60 s had passed. It says which side, which option and which result. It keeps quiet when the two agree at a later try or on another channel, and when the capture stops first; a Configure Request without any answer has a rule of its own.",
    remedies: [
      .person(
        "Switch the speaker off and on, then connect again. If it fails again, update it in its maker's app."),
      .source(
        "Ask again with the value that the refusal proposes, or without the option that it does not know."),
      .speaker("Agree to every MTU of 48 octets and more, and to a request without options."),
      .engineer("Compare the options of each Configure Request with those in the refusing response."),
    ],
    references: [
      "Core Vol 3 Part A §4.4 (Configuration Request)", "Core Vol 3 Part A §4.5 (Configuration Response)",
      "Core Vol 3 Part A §5.1 (Maximum Transmission Unit)", "Core Vol 3 Part A §7.1 (configuration process)",
    ])

  static let examples: [Example] = [
    .triggering("the speaker refuses every MTU") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      for mtu in [1008, 256] as [UInt16] {
        asksConfiguration(of: .signalling, by: .host, mtu: mtu)
        answersConfiguration(of: .signalling, by: .speaker, .unacceptableParameters, options: [.mtu(256)])
          .flagged
      }
      closes(.signalling, by: .speaker)
      disconnects()
    },
    .triggering("an option that the speaker does not know, and nothing more is tried") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host, options: [.frameCheckSequence(1)])
      answersConfiguration(of: .signalling, by: .speaker, .unknownOptions, options: [.frameCheckSequence(1)])
        .flagged
      passes(.seconds(10))
    },
    .triggering("the speaker never says what it takes") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling).flagged
      asksConfiguration(of: .signalling, by: .host)
      answersConfiguration(of: .signalling, by: .speaker)
      closes(.signalling).after(.seconds(10))
      disconnects()
    },
    .triggering("the media channel is never agreed on", alongside: ["avdtp-aborted"]) {
      reaches(.configure)
      exchanges(.open)
      asksFor(.media)
      grants(.media)
      for mtu in [1008, 335] as [UInt16] {
        asksConfiguration(of: .media, by: .host, mtu: mtu)
        answersConfiguration(of: .media, by: .speaker, .unacceptableParameters, options: [.mtu(335)])
          .flagged
      }
      closes(.media)
      aborts()
      disconnects()
    },
    .quiet("refused once, then agreed") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host, mtu: 1008)
      answersConfiguration(of: .signalling, by: .speaker, .unacceptableParameters, options: [.mtu(672)])
      configures(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("agreed on a second channel") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host, mtu: 1008)
      answersConfiguration(of: .signalling, by: .speaker, .rejected)
      closes(.signalling)
      opens(.signalling)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("the capture stops after the refusal") {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host)
      answersConfiguration(of: .signalling, by: .speaker, .rejected)
    },
    .quiet("the request is never answered", alongside: ["l2cap-no-response"]) {
      reaches(.sdp)
      asksFor(.signalling)
      grants(.signalling)
      asksConfiguration(of: .signalling, by: .host)
      asksToClose(.signalling).after(.seconds(20))
      disconnects()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    attempt.channels.indices.compactMap { index in
      let channel = attempt.channels[index]
      guard attempt.needs(channel), channel.isGranted, !channel.isInferred,
        channel.opened == nil,
        !attempt.channels.contains(where: {
          $0.psm == channel.psm && $0.isMedia == channel.isMedia && $0.opened != nil
        })
      else { return nil }
      var finding = refusal(channel, attempt, context) ?? oneSided(channel, index, attempt, context)
      finding?.phase = channel.psm == .sdp ? .sdp : channel.isMedia ? .open : .avdtp
      return finding
    }
  }

  /// The last word on a Configure Request was no.
  private func refusal(_ channel: Channel, _ attempt: Attempt, _ context: Context) -> Finding? {
    for side in [Direction.received, .sent] {
      let answers = channel.configuration.compactMap { step -> Observed<ConfigurationResult>? in
        guard case .response(side, let result, _) = step.value, result != .pending else { return nil }
        return Observed(result, at: step.at)
      }
      guard let last = answers.last, last.value != .success,
        attempt.isAbandoned(after: last.at, in: context.session)
      else { continue }
      let assessment = context.assessment(of: attempt)
      let asker = assessment.side(side.opposite)
      let asked = side == .received ? channel.localMTU : channel.remoteMTU
      var evidence = answers.reversed().filter { $0.value != .success }.map {
        Evidence($0.at, "Configure Response, \($0.value.codeAndName)")
      }
      let count = evidence.count
      evidence += channel.configuration.reversed().compactMap { step in
        guard case .request(side.opposite, _) = step.value else { return nil }
        return Evidence(step.at, "Configure Request")
      }
      let option = channel.refusedOption.map { "; the refusal names \($0.words)" } ?? ""
      return Finding(
        "\(assessment.side(side)) refused what \(asker) asked for \(what(channel))\(asked.map { ", MTU \($0)" } ?? ""), \(count == 1 ? "once" : "\(count) times"): \(last.value.codeAndName)\(option)",
        evidence
      ).blaming(Self.info.blame(on: side))
    }
    return nil
  }

  /// One side's request was agreed to, the other side never made one.
  private func oneSided(_ channel: Channel, _ index: Int, _ attempt: Attempt, _ context: Context) -> Finding?
  {
    guard let granted = channel.answer else { return nil }
    let askers = Set(
      channel.configuration.compactMap { step -> Direction? in
        if case .request(let side, _) = step.value { side } else { nil }
      })
    guard askers.count == 1, let asker = askers.first,
      channel.configuration.contains(where: {
        if case .response(asker.opposite, .success, _) = $0.value { true } else { false }
      }), channel.closing.map({ $0.value == asker }) ?? true,
      let unanswered = Unanswered.judge(
        granted.at, timer: 60, gaveUp: attempt.givingUp(by: asker, on: index, after: granted.at),
        in: attempt, session: context.session),
      !unanswered.isCutOff(byAnswererOf: asker, in: attempt),
      attempt.isAbandoned(after: channel.closing?.at ?? granted.at, in: context.session)
    else { return nil }
    let assessment = context.assessment(of: attempt)
    var evidence = [
      Evidence(granted.at, "Connection Response for PSM \(channel.psm?.rawValue ?? 0), granted")
    ]
    if let ended = unanswered.evidence(in: attempt) { evidence.append(ended) }
    var finding = Finding(
      "\(assessment.side(asker.opposite)) never sent its own Configure Request for \(what(channel)) \(unanswered.words(asker, of: attempt, in: context))",
      evidence)
    finding.blame = .side(asker.opposite, .likely, "it never said what it takes on the channel")
    finding.isWaiting = unanswered.isConsequence(of: asker, in: attempt)
    finding.yieldsTo = unanswered.outranked(in: attempt, timer: 60)
    return finding
  }

  private func what(_ channel: Channel) -> String {
    channel.isMedia ? "the media channel" : channel.psm == .sdp ? "the SDP channel" : "the AVDTP channel"
  }
}

extension L2CAPOption {
  /// The option and its value, as far as that can be said in a few words.
  fileprivate var words: String {
    switch self {
    case .mtu(let mtu): "MTU \(mtu)"
    case .flushTimeout(let timeout): "flush timeout \(timeout)"
    case .qualityOfService: "quality of service"
    case .retransmission: "retransmission and flow control"
    case .frameCheckSequence: "frame check sequence"
    case .extendedFlow: "extended flow specification"
    case .extendedWindow: "extended window size"
    case .unknown(let type, _): "option \(type)"
    }
  }
}
