public import HCITrace

/// What became of one capture.
public struct CaptureResult: Sendable {
  /// The path as it was given, with the archive's member where there is one.
  public var path: String
  /// The file, the first of several that were joined.
  public var file: String
  /// The archive's member in it.
  public var member: String?
  /// Where in the file its records lie, as far as they can be found again.
  public var places: FramePlaces?
  /// What was found in it, or why it could not be read.
  public var outcome: Result<Diagnosis, CaptureError>
}

/// Which profile a source is judged by.
public enum ProfileChoice: Sendable {
  /// The one that the source's own class of device asks for.
  case automatic
  /// The user's.
  case chosen(Profile)
}

/// Captures → what is said of them.
public struct Analyzer: Sendable {
  private let diagnoser: Diagnoser
  private let redaction: RedactionOptions?

  /// Judges by `profile`, and by the firmware of the devices where that is known; with `redaction` nothing but redacted
  /// packets.
  public init(
    profile: ProfileChoice, firmware: StatedFirmware = StatedFirmware(),
    rules: [RuleEntry] = RuleEntry.builtIn, adjustments: Adjustments = Adjustments(),
    redaction: RedactionOptions? = nil
  ) {
    self.redaction = redaction
    let chosen: Profile? = if case .chosen(let profile) = profile { profile } else { nil }
    diagnoser = Diagnoser(profile: chosen, firmware: firmware, rules: rules, adjustments: adjustments)
  }

  /// Judges by what a user set; with `redaction` nothing but redacted packets.
  public init(_ configuration: Configuration, redaction: RedactionOptions? = nil) {
    self.init(
      profile: configuration.profile.map { .chosen($0.value) } ?? .automatic,
      firmware: configuration.firmware,
      rules: configuration.rules, adjustments: configuration.adjustments, redaction: redaction)
  }

  /// Every capture that `path` holds; "-" is standard input. Many attempts are judged several at a time, as far as `jobs`
  /// has places free.
  public func analyze(path: String, with jobs: Jobs = Jobs(1)) -> [CaptureResult] {
    Analysis.sessions(path: path, redaction: redaction).map { result(of: $0, $1, with: jobs) }
  }

  /// The capture in `bytes`.
  public func analyze(bytes: [UInt8], named name: String) -> [CaptureResult] {
    Analysis.sessions(bytes: bytes, named: name).map { result(of: $0, $1, with: Jobs(1)) }
  }

  /// The captures at `paths`, parts of one log in this order, as one.
  public func analyze(joining paths: [String], with jobs: Jobs = Jobs(1)) -> CaptureResult {
    CaptureResult(
      path: paths.joined(separator: " + "), file: paths.first ?? "",
      outcome: Analysis.session(joining: paths, redaction: redaction).map {
        diagnoser.diagnose($0, with: jobs)
      })
  }

  /// What is said of `session`.
  public func diagnose(_ session: Session) -> Diagnosis { diagnoser.diagnose(session) }

  private func result(
    of entry: CaptureEntry, _ outcome: Analysis.Outcome, with jobs: Jobs
  ) -> CaptureResult {
    CaptureResult(
      path: entry.member.map { "\(entry.path)!\($0)" } ?? entry.path, file: entry.path,
      member: entry.member, places: FramePlaces(of: entry),
      outcome: outcome.map { diagnoser.diagnose($0, with: jobs) })
  }
}
