public import HCIDiagnosis
public import HCITrace

/// What is reported of one capture.
public struct CaptureReport: Sendable {
  /// The path as it was given, with the archive's member where there is one.
  public var path: String
  /// The file that holds it, and the archive's member in that.
  public var file: String, member: String?
  /// Where in that file its records lie, as far as they can be found again.
  public var places: FramePlaces?
  /// The kind of file: btsnoop, pcap …
  public var container: String
  /// The data link in words.
  public var datalink: String
  /// Its number in the container's own registry.
  public var datalinkNumber: Int?
  /// Records with a frame number.
  public var frames: Int
  /// Records that hold an HCI packet.
  public var hciPackets = 0
  /// Records that hold an LE link-layer PDU.
  public var linkLayerPackets = 0
  /// When its first frame was logged.
  public var start: Moment?
  /// From its first to its last frame.
  public var duration: Seconds?
  /// What is wrong with it as a file.
  public var damage: [Damage] = []
  /// What was left out because there was too much of it, in words.
  public var limits: [String] = []
  /// What the source was judged by.
  public var profile: ProfileUsed
  /// What the user changed in how it is judged and in what of it is reported; `nil`: nothing.
  public var configuration: ConfigurationUsed?
  /// The rules of the user's own that judged it too.
  public var ownRules: [RuleInfo] = []
  /// The side of the log; the adapter of the attempts, where there are several.
  public var local: LocalReport?
  /// Every adapter of the log.
  public var adapters: [LocalReport] = []
  /// The devices that were called, called, or answered an inquiry.
  public var peers: [PeerReport] = []
  /// The devices that advertised over LE.
  public var advertisers: [AdvertiserReport] = []
  /// The attempts, in the order in which they began.
  public var attempts: ReportList<AttemptReport> = []
  /// The findings, most telling first.
  public var findings: ReportList<FindingReport> = []
  /// It tells but one thing: whether the capture is what it is expected to be.
  public var isCheck = false
  /// What it can't show, and how to take a log that can.
  public var cannotShow: [UnseenReport] = []

  /// A capture of which nothing but the file is known.
  public init(path: String, container: String, datalink: String, frames: Int, profile: ProfileUsed) {
    self.path = path
    file = path
    self.container = container
    self.datalink = datalink
    self.frames = frames
    self.profile = profile
  }

  /// Its numbers.
  public var summary: Summary {
    var summary = Summary()
    summary.attempts = attempts.count
    for attempt in attempts.outlines { summary.verdicts[attempt.verdict, default: 0] += 1 }
    for finding in findings.outlines { summary.findings[finding.severity, default: 0] += 1 }
    return summary
  }

  /// The attempt that speaks for the capture: of the last one at each peer the one that ended worst. `nil` when the
  /// capture holds no attempt.
  public var decisiveAttempt: AttemptReport? { decisiveIndex.map { attempts.report(at: $0, .brief) } }

  /// The place of the attempt that speaks for the capture.
  private var decisiveIndex: Int? {
    var seen: Set<AttemptReport.Target> = []
    var worst: (index: Int, weight: Int)?
    for index in attempts.indices.reversed() {
      let attempt = attempts.outline(at: index)
      guard !attempt.isMadeGood else { continue }
      if let target = attempt.target, !seen.insert(target).inserted { continue }
      // Of equally bad ones the first speaks.
      if attempt.verdict.weight >= worst?.weight ?? 0 { worst = (index, attempt.verdict.weight) }
    }
    return worst?.index
  }

  /// Why there was no audio in the end: the cause of the decisive attempt or, without one, the capture's own error.
  public var primaryCause: String? {
    if let index = decisiveIndex {
      let attempt = attempts.outline(at: index)
      if attempt.verdict != .noAudioAttempted { return attempt.primaryCause }
    }
    return findings.outlines.first { $0.attempt == nil && $0.unchangedSeverity == .error }?.rule
  }

  /// How the decisive attempt ended.
  var verdict: Verdict? { decisiveIndex.map { attempts.outline(at: $0).verdict } }

  /// Something wrong with the capture as a file.
  public struct Damage: Sendable, Equatable {
    /// What kind: truncated-record, over-long-record, snap-length, clock, drops, unknown-packet-type.
    public var kind: String
    /// The frame at which it was seen first.
    public var frame: Int?
    /// The byte offset at which it was seen first.
    public var offset: Int?
    /// One sentence.
    public var message: String
    /// How many records it happened to.
    public var count: Int

    /// Damage of `kind`.
    public init(kind: String, frame: Int?, offset: Int?, message: String, count: Int = 1) {
      self.kind = kind
      self.frame = frame
      self.offset = offset
      self.message = message
      self.count = count
    }
  }

  /// The profile that the source was judged by.
  public struct ProfileUsed: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Why this one.
    public var reason: String

    /// The profile `name`, for `reason`.
    public init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }
}

extension Verdict {
  /// How bad it is: of several attempts that count, the worst speaks for the capture.
  var weight: Int {
    switch self {
    case .noAudioAttempted: 0
    case .streamed: 1
    case .ready: 2
    case .unfinished: 3
    case .interrupted: 4
    case .silent: 5
    case .failed: 6
    }
  }
}
