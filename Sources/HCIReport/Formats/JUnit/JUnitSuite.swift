import HCIDiagnosis

/// The test cases of one capture, counted before they are written.
struct JUnitSuite {
  let capture: CaptureReport
  /// The findings' places: by the number of their attempt, and by rule for those about the capture.
  private(set) var byAttempt: [Int: [Int]] = [:]
  private(set) var byRule: [String: [Int]] = [:]
  /// The rules about the capture, and whoever switched one off.
  private(set) var rules: [(id: String, offFrom: String?)] = []

  init(_ capture: CaptureReport) {
    self.capture = capture
    rules =
      capture.isCheck
      ? [(CaptureReport.brokenExpectation, nil)]
      : RuleEntry.builtIn.filter(\.judgesCaptures).map { ($0.info.id, nil) }
    var known = Set(rules.map(\.id))
    for (place, finding) in capture.findings.outlines.enumerated() {
      if let attempt = finding.attempt {
        byAttempt[attempt, default: []].append(place)
      } else {
        byRule[finding.rule, default: []].append(place)
        if known.insert(finding.rule).inserted { rules.append((finding.rule, nil)) }
      }
    }
    let off = Dictionary((capture.configuration?.rulesOff ?? []).map { ($0.rule, $0.from) }) { $1 }
    for index in rules.indices { rules[index].offFrom = off[rules[index].id] }
  }

  /// What became of a test case.
  enum Outcome {
    case passed, failed
    /// For this reason.
    case skipped(String)
  }

  /// What became of the attempt with this outline: an error fails it. What was not tried, can't be told, or weighs less than
  /// an error is no success either.
  func outcome(of attempt: AttemptReport.Outline) -> Outcome {
    if hasError(byAttempt[attempt.number]) { return .failed }
    switch attempt.verdict {
    case .streamed, .ready: return .passed
    case .noAudioAttempted: return .skipped("no audio attempted")
    case .unfinished: return .skipped("the capture ends too early to tell")
    case .failed, .interrupted, .silent:
      let verdict = attempt.verdict.words
      return .skipped(
        attempt.isMadeGood ? "\(verdict), made good by a later attempt" : "\(verdict), no error")
    }
  }

  /// What became of a rule about the capture.
  func outcome(of rule: (id: String, offFrom: String?)) -> Outcome {
    if hasError(byRule[rule.id]) { return .failed }
    return rule.offFrom.map { .skipped("off by \($0.escaped())") } ?? .passed
  }

  private func hasError(_ places: [Int]?) -> Bool {
    places?.contains { capture.findings.outline(at: $0).severity == .error } ?? false
  }

  /// How many test cases failed and were skipped.
  var counts: (failed: Int, skipped: Int) {
    var counts = (failed: 0, skipped: 0)
    func count(_ outcome: Outcome) {
      switch outcome {
      case .passed: break
      case .failed: counts.failed += 1
      case .skipped: counts.skipped += 1
      }
    }
    for attempt in capture.attempts.outlines { count(outcome(of: attempt)) }
    for rule in rules { count(outcome(of: rule)) }
    return counts
  }
}

extension XMLWriter {
  mutating func write(_ suite: JUnitSuite) {
    let capture = suite.capture
    let counts = suite.counts
    open(
      "testsuite",
      [
        "name": capture.path.escaped(), "tests": "\(capture.attempts.count + suite.rules.count)",
        "failures": "\(counts.failed)", "errors": "0", "skipped": "\(counts.skipped)",
        "time": capture.duration?.inJUnit, "timestamp": (capture.start?.iso8601.prefix(19)).map(String.init),
        "file": capture.file.escaped(),
      ])
    open("properties")
    for (name, value) in [
      ("container", capture.container), ("datalink", capture.datalink), ("frames", "\(capture.frames)"),
      ("profile", capture.profile.name), ("verdict", capture.verdict?.rawValue ?? "no-attempt"),
      ("primaryCause", capture.primaryCause ?? ""),
    ] { element("property", ["name": name, "value": value.escaped()]) }
    close("properties")
    let className = capture.path.asClassName
    for index in capture.attempts.indices {
      let outline = capture.attempts.outline(at: index)
      let attempt = capture.attempts.report(at: index, .brief)
      writeCase(
        [
          "name": "attempt \(attempt.number): \(attempt.whom)", "classname": className,
          "time": attempt.duration.inJUnit,
        ],
        suite.outcome(of: outline), of: suite, suite.byAttempt[outline.number] ?? [],
        cause: outline.primaryCause)
    }
    for rule in suite.rules {
      writeCase(
        ["name": rule.id.escaped(), "classname": className + ".capture"], suite.outcome(of: rule), of: suite,
        suite.byRule[rule.id] ?? [], cause: nil)
    }
    close("testsuite")
  }

  /// A test case with the findings at `places`.
  private mutating func writeCase(
    _ attributes: Attributes, _ outcome: JUnitSuite.Outcome, of suite: JUnitSuite, _ places: [Int],
    cause: String?
  ) {
    let findings = suite.capture.findings
    func body(_ xml: inout XMLWriter) {
      xml.line("")
      for place in places { for line in findings[place].plainLines { xml.line(line) } }
    }
    if case .passed = outcome, places.isEmpty { return element("testcase", attributes) }
    open("testcase", attributes)
    switch outcome {
    case .failed:
      // What is told first is the cause, or the first of the errors.
      let errors = places.filter { findings.outline(at: $0).severity == .error }
      if let telling = errors.first(where: { findings.outline(at: $0).rule == cause }) ?? errors.first {
        let finding = findings[telling]
        element("failure", ["type": finding.rule.escaped(), "message": finding.message.escaped()], body)
      }
    case .skipped(let reason): element("skipped", ["message": reason])
    case .passed: break
    }
    switch outcome {
    case .skipped, .passed: if !places.isEmpty { element("system-out", [:], body) }
    case .failed: break
    }
    close("testcase")
  }
}

extension Seconds {
  /// With three places; a clock that ran backwards took no time.
  fileprivate var inJUnit: String { microseconds < 0 ? "0.000" : String(precise.dropLast(2)) }
}
