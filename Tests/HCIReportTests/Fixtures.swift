import HCIDiagnosis

@testable import HCIReport

/// Reports as captures would make them, written by hand so that a change of a rule's words changes no golden file.
enum Fixture {
  /// A pairing that fails in service discovery, with a consequence, a warning and damage.
  static var failing: CaptureReport {
    var capture = CaptureReport(
      path: "lab-flip6-017.btsnoop", container: "btsnoop", datalink: "H4", frames: 1_204,
      profile: .init(name: "echo", reason: "class of device 0x20041C of this side, frame 12"))
    capture.datalinkNumber = 1002
    capture.hciPackets = 1_204
    capture.start = Moment(microseconds: 1_717_424_527_000_125)
    capture.duration = Seconds(microseconds: 41_801_333)
    capture.damage = [
      .init(
        kind: "truncated-record", frame: 1_204, offset: 88_412,
        message: "the last record ends 12 bytes before its length does")
    ]
    capture.local = echo
    capture.adapters = [echo]
    capture.peers = [flip6]
    capture.attempts = [failedAttempt]
    capture.findings = [sdpRace, disconnected, weakSignal]
    capture.cannotShow = [otherSide, startsLate]
    return capture
  }

  /// The failing one under a configuration that changes something of everything.
  static var configured: CaptureReport {
    var capture = failing
    var used = ConfigurationUsed()
    used.file = "lab/.hcitrace.yml"
    used.rulesOff = [
      .init(rule: "low-bit-rate", from: "lab/.hcitrace.yml:2"), .init(rule: "mono-only", from: "--disable"),
    ]
    used.severities = [
      .init(
        rule: "sdp-race", severity: .warning, reason: "known of this speaker", from: "lab/.hcitrace.yml:4")
    ]
    used.thresholds = [
      .init(
        rule: "high-latency",
        threshold: Threshold("delay", of: .maximumDelay, .milliseconds, 1...10_000, "of delay"), value: 90,
        from: "lab/.hcitrace.yml:6"),
      .init(
        rule: "link-too-slow", threshold: Threshold("sniff", 2, .seconds, 0.1...60, "in sniff mode"),
        value: 2.5,
        from: "lab/.hcitrace.yml:7"),
    ]
    used.onlyDevices = ["kitchen"]
    used.attemptsLeftOut = 2
    capture.configuration = used
    capture.peers[0].alias = "kitchen"
    capture.attempts[0].peerAlias = "kitchen"
    capture.findings[0].severity = .warning
    capture.findings[0].severityChange = .init(
      unchanged: .error, reason: "known of this speaker", from: "lab/.hcitrace.yml:4")
    return capture
  }

  /// A pairing that plays.
  static var healthy: CaptureReport {
    var capture = CaptureReport(
      path: "captures/good/g1.pcapng", container: "pcapng", datalink: "H4", frames: 3_310,
      profile: .init(name: "generic", reason: "no source with the class of device of another profile"))
    capture.datalinkNumber = 201
    capture.hciPackets = 3_310
    capture.start = Moment(microseconds: 1_700_000_000_000_000)
    capture.duration = Seconds(microseconds: 62_000_000)
    var local = echo
    local.name = nil
    capture.local = local
    capture.adapters = [local]
    capture.peers = [flip6]
    var attempt = failedAttempt
    attempt.verdict = .streamed
    attempt.primaryCause = nil
    attempt.responsible = nil
    attempt.divergence = nil
    attempt.phases = zip(Phase.allCases, 1...).map { phase, step in
      let outcome: PhaseOutcome = phase == .pair || phase == .name ? .skipped : .passed
      let isPassed = outcome == .passed
      return PhaseReport(
        phase, outcome, firstFrame: isPassed ? step * 10 : nil, lastFrame: isPassed ? step * 10 + 5 : nil,
        duration: isPassed ? Seconds(microseconds: Int64(step) * 123_456) : nil)
    }
    attempt.endpoints = [endpoint]
    attempt.configuration = configuration
    attempt.streams = [stream]
    attempt.records = [record]
    capture.attempts = [attempt]
    return capture
  }

  /// A device that chose its name with care.
  static let hostileName =
    "\u{1B}]0;owned\u{7}\u{1B}[31m\u{202E}evil\u{200B}\n::error::x\r\u{9B}1m\u{2028}<b>&\"'=1+1 ##[warning]"

  /// A capture whose every text came from a stranger.
  static var hostile: CaptureReport {
    var capture = failing
    capture.path = "dir/\(hostileName).log"
    (capture.file, capture.member) = (capture.path, hostileName)
    capture.local?.name = hostileName
    capture.peers[0].name = hostileName
    capture.peers[0].alias = hostileName
    capture.configuration = ConfigurationUsed()
    capture.configuration?.severities = [
      .init(rule: "sdp-race", severity: .note, reason: hostileName, from: hostileName)
    ]
    capture.findings[0].severityChange = .init(unchanged: .error, reason: hostileName, from: hostileName)
    capture.attempts[0].peerName = hostileName
    capture.findings[0].message = "\(hostileName) did not answer"
    capture.findings[0].evidence[0].summary = "Remote Name \(hostileName)"
    capture.damage[0].message = hostileName
    capture.profile.reason = hostileName
    var attempt = healthy.attempts[0]
    attempt.number = 2
    attempt.peerName = hostileName
    attempt.records[0].name = hostileName
    capture.attempts.append(attempt)
    return capture
  }

  static var echo: LocalReport {
    var local = LocalReport(adapter: 0, role: .source)
    local.address = "5C:41:5A:0B:7E:21"
    local.name = "Echo-3F2"
    local.classOfDevice = ClassReport(
      value: 0x20041C, services: ["Audio"], major: "Audio/Video", minor: "Portable Audio")
    local.manufacturer = NamedCode("0x0046", "MediaTek, Inc.")
    local.version = "5.0"
    return local
  }

  static var flip6: PeerReport {
    var peer = PeerReport(address: "F8:5C:7D:11:90:A2", adapter: 0)
    peer.name = "JBL Flip 6"
    peer.classOfDevice = ClassReport(
      value: 0x240414, services: ["Rendering", "Audio"], major: "Audio/Video", minor: "Loudspeaker")
    peer.transmitPower = 4
    peer.rssi = [-61, -58]
    peer.manufacturer = NamedCode("0x000A", "Qualcomm Technologies International, Ltd. (QTIL)")
    peer.version = "5.1"
    peer.subversion = 12_942
    peer.services = [
      NamedCode("0x110B", "Audio Sink"), NamedCode("12345678-0000-1000-8000-00805F9B34FB", nil),
    ]
    peer.deviceId = .init(
      source: "Bluetooth SIG", vendor: NamedCode("0x0057", "Harman International Industries, Inc."),
      product: "0x1EB8", version: "1.0.3")
    peer.isBonded = true
    peer.inquiryAnswers = 2
    return peer
  }

  static var failedAttempt: AttemptReport {
    var attempt = AttemptReport(
      number: 1, initiator: "local", verdict: .failed, confidence: .certain, firstFrame: 31, lastFrame: 431,
      start: Moment(microseconds: 1_717_424_527_500_000), duration: Seconds(microseconds: 13_100_000))
    attempt.peer = "F8:5C:7D:11:90:A2"
    attempt.peerName = "JBL Flip 6"
    attempt.handle = 11
    attempt.primaryCause = "sdp-race"
    attempt.responsible = sdpRace.responsible
    attempt.divergence = DivergenceReport(.sdp, isTried: true, frame: 412, due: "a record of an Audio Sink")
    attempt.wantsAudio = true
    attempt.localRole = .source
    attempt.end = "disconnected: Remote User Terminated Connection (0x13)"
    attempt.phases = [
      PhaseReport(
        .discover, .passed, firstFrame: 31, lastFrame: 90, duration: Seconds(microseconds: 10_240_000)),
      PhaseReport(.name, .skipped),
      PhaseReport(.page, .passed, firstFrame: 91, lastFrame: 99, duration: Seconds(microseconds: 611_000)),
      PhaseReport(
        .pair, .passed, firstFrame: 100, lastFrame: 300, duration: Seconds(microseconds: 1_220_400)),
      PhaseReport(.encrypt, .passed, firstFrame: 301, lastFrame: 304, duration: Seconds(microseconds: 8_200)),
      PhaseReport(.sdp, .failed, firstFrame: 380, lastFrame: 419, duration: Seconds(microseconds: 91_000)),
      PhaseReport(.avdtp, .failed, firstFrame: 415, lastFrame: 425),
      PhaseReport(.configure, .notReached), PhaseReport(.open, .notReached), PhaseReport(.start, .notReached),
      PhaseReport(.media, .notReached),
    ]
    return attempt
  }

  static var sdpRace: FindingReport {
    var finding = FindingReport(
      rule: "sdp-race", title: "AVDTP was opened before SDP was done", severity: .error, confidence: .certain,
      message: "AVDTP was opened 8 ms after a partial SDP answer; 48 of 112 bytes had arrived",
      why: "the source asked for a stream before it knew the sink's record, then gave up on both")
    finding.phase = .sdp
    finding.attempt = 1
    finding.peer = "F8:5C:7D:11:90:A2"
    finding.isPrimary = true
    finding.responsible = Responsibility(
      .source, side: .local, .likely, "it went on before the answer to its own question was complete")
    finding.evidence = [
      EvidenceReport(
        frame: 412, time: Seconds(microseconds: 12_332_400),
        summary: "SDP Service Search Attribute Response, 48 bytes, continuation 02 00 30"),
      EvidenceReport(
        frame: 415, time: Seconds(microseconds: 12_340_000), summary: "L2CAP Connection Request, PSM 25 AVDTP"
      ),
      EvidenceReport(
        frame: 419, time: Seconds(microseconds: 12_351_000),
        summary: "L2CAP Disconnection Request, SDP channel 0x0041"),
    ]
    finding.remedies = [
      .person("update the Echo: in the Alexa app, Devices, Echo & Alexa, the device, About"),
      .source("open AVDTP only when the last continuation of the AudioSink answer has arrived"),
    ]
    finding.references = ["Core Vol 3 Part B §4.3", "article: firmware 3892024030"]
    return finding
  }

  static var disconnected: FindingReport {
    var finding = FindingReport(
      rule: "disconnected-during-setup", title: "The link ended during set-up", severity: .error,
      confidence: .likely, message: "the peer ended the link 80 ms later: Remote User Terminated Connection",
      why: "the link went before a stream was open")
    finding.attempt = 1
    finding.peer = "F8:5C:7D:11:90:A2"
    finding.consequenceOf = "sdp-race"
    finding.evidence = [
      EvidenceReport(
        frame: 431, time: Seconds(microseconds: 12_431_000), summary: "Disconnection Complete, 0x13")
    ]
    return finding
  }

  static var weakSignal: FindingReport {
    var finding = FindingReport(
      rule: "capture-truncated", title: "The capture is cut off", severity: .note, confidence: .certain,
      message: "the last record is cut off", why: "what came later can't be judged")
    finding.evidence = [
      EvidenceReport(frame: 1_204, time: Seconds(microseconds: 41_801_333), summary: "12 bytes are missing")
    ]
    return finding
  }

  /// Told to people, with the one recipe that fits.
  static var otherSide: UnseenReport {
    var unseen = UnseenReport(
      .otherSide, attempt: 1, what: "why the sink refused",
      why: "only a log of the sink has the reason, and this one is of the source")
    unseen.frame = 419
    unseen.recipes = [.speaker]
    return unseen
  }

  /// Told to programs only.
  static var startsLate: UnseenReport {
    var unseen = UnseenReport(
      .startsLate, attempt: 1, what: "how the link came up", why: "the log begins after the link was set up")
    unseen.recipes = Recipe.everywhere
    unseen.isNeeded = false
    return unseen
  }

  static var configuration: ConfigurationReport {
    var configuration = ConfigurationReport(codec: "SBC")
    configuration.frame = 210
    configuration.fields = [
      ReportField("samplingFrequency", .number(44_100)), ReportField("channelMode", .text("joint stereo")),
      ReportField("minimumBitpool", .number(2)), ReportField("maximumBitpool", .number(53)),
    ]
    configuration.bitRate = 327_993
    configuration.categories = ["Media Transport", "Media Codec"]
    configuration.summary = "SBC 44.1 kHz, joint stereo, bitpool 2–53, 328 kbit/s"
    return configuration
  }

  static var endpoint: EndpointReport {
    var endpoint = EndpointReport(
      frame: 180, isPeers: true, seid: 1, isInUse: false, isSink: true, mediaType: "audio")
    var capabilities = ConfigurationReport(codec: "SBC")
    capabilities.fields = [
      ReportField("samplingFrequencies", .numbers([44_100, 48_000])),
      ReportField("channelMode", .texts(["joint stereo", "stereo"])),
      ReportField("variableBitRate", .flag(false)),
    ]
    endpoint.capabilities = capabilities
    return endpoint
  }

  static var stream: StreamReport {
    var stream = StreamReport()
    stream.codec = "SBC"
    stream.localSEID = 1
    stream.remoteSEID = 1
    stream.configuredFrame = 210
    stream.openedFrame = 214
    stream.packets = 2_412
    stream.bytes = 1_599_156
    stream.duration = Seconds(microseconds: 39_041_000)
    stream.gaps = [
      .init(firstFrame: 900, lastFrame: 901, duration: Seconds(microseconds: 140_000), lostPackets: 2)
    ]
    stream.delay = 1_502
    stream.sbcFrames = 16_884
    stream.testTones = [
      .init(
        firstFrame: 240, lastFrame: 420, time: Seconds(microseconds: 18_412_000),
        duration: Seconds(microseconds: 3_010_000), channels: "both")
    ]
    stream.periods = [
      .init(
        firstFrame: 230, lastFrame: 3_300, duration: Seconds(microseconds: 39_100_000), packets: 2_412,
        end: "suspended by this side")
    ]
    return stream
  }

  static var record: RecordReport {
    var record = RecordReport(frame: 150, isPeers: true)
    record.handle = 0x10001
    record.services = [NamedCode("0x110B", "Audio Sink")]
    record.protocols = [NamedCode("0x0100", "L2CAP"), NamedCode("0x0019", "AVDTP")]
    record.profiles = [.init(NamedCode("0x110D", "Advanced Audio Distribution"), "1.3")]
    record.name = "Audio Sink"
    record.psm = 25
    return record
  }

  /// Three captures, one of which could not be read.
  static var several: Report {
    var report = Report(tool: .init(name: "hcitrace", version: "test"))
    report.captures = [failing, healthy]
    report.captures[0].path = "captures/bad/lab-flip6-017.btsnoop"
    report.captures[0].file = report.captures[0].path
    report.failures = [
      .init(path: "captures/raw.cfa", message: "at byte 0: neither btsnoop nor pcap; export it as btsnoop")
    ]
    return report
  }

  /// One capture.
  static func report(_ capture: CaptureReport) -> Report {
    var report = Report(tool: .init(name: "hcitrace", version: "test"))
    report.captures = [capture]
    return report
  }
}
