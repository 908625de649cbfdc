import HCITrace

/// What became of one example of a rule of the user's.
public struct ExampleTrial: Sendable {
  /// The rule.
  public var rule: String
  /// The example's name, and the line of the file on which it begins.
  public var example: String, line: Int
  /// The rule is to speak of it.
  public var triggers: Bool
  /// What it doesn't keep of its promise; none when all is well.
  public var problems: [String]
  /// The capture could not be read.
  public var isUnusable = false
  /// Built-in rules that speak of it too.
  public var alongside: [String]
}

extension OwnRules {
  /// Places at which a quiet conversation is cut; a longer one is cut at so many places that lie evenly.
  static let cuts = 400

  /// Tries every example in `yaml`: triggering ones must make the rule speak and cite a flagged packet first, quiet ones
  /// must not, whole or cut short.
  ///
  /// - Parameter folder: where captures that examples name are looked for, with its slash; empty for the working folder.
  public static func tryExamples(yaml: String, in folder: String) throws(YAMLProblem) -> [ExampleTrial] {
    let rules = try read(yaml: yaml)
    return rules.flatMap { rule in rule.examples.map { attempt($0, of: rule, in: folder) } }
  }

  /// The rules in `yaml` that have no example that makes them speak, or none that must not.
  public static func rulesWithoutExamples(yaml: String) throws(YAMLProblem) -> [(rule: String, line: Int)] {
    try read(yaml: yaml).filter { rule in
      !rule.examples.contains(where: \.triggers) || rule.examples.allSatisfy(\.triggers)
    }
    .map { ($0.info.id, $0.line) }
  }

  private static func attempt(_ example: OwnExample, of rule: OwnRule, in folder: String) -> ExampleTrial {
    var trial = ExampleTrial(
      rule: rule.info.id, example: example.name, line: example.line, triggers: example.triggers, problems: [],
      alongside: [])
    let entry = RuleEntry(rule, from: "")
    let profile = example.profile.flatMap { Profile.builtIn[$0] }
    let all = Diagnoser(profile: profile, rules: RuleEntry.builtIn.adding([entry]))
    switch example.content {
    case .conversation(let script):
      judge(all.diagnose(script.session), example, cites: script.flaggedPackets, &trial)
      if !example.triggers && !example.maySpeakWhenCut && trial.problems.isEmpty {
        let alone = Diagnoser(profile: profile, rules: [entry])
        if let cut = firstLoudCut(of: script, alone) {
          trial.problems.append(
            "speaks when the conversation is cut after packet \(cut), and must be quiet there too"
              + " (maySpeakWhenCut: true allows it)")
        }
      }
    case .capture(let path, let cites):
      let outcome = Analysis.sessions(path: path.hasPrefix("/") ? path : folder + path).first?.outcome
      switch outcome {
      case .success(let session): judge(all.diagnose(session), example, cites: cites, &trial)
      case .failure(let error):
        trial.isUnusable = true
        trial.problems.append("the capture \(path) can't be read: \(error.message)")
      case nil:
        trial.isUnusable = true
        trial.problems.append("there is no capture in \(path)")
      }
    }
    return trial
  }

  private static func judge(
    _ diagnosis: Diagnosis, _ example: OwnExample, cites: Set<Int>, _ trial: inout ExampleTrial
  ) {
    let found = diagnosis.findings.filter { $0.info.id == trial.rule }
    trial.alongside = Set(diagnosis.findings.map(\.info.id)).subtracting([trial.rule]).sorted()
    if example.triggers && found.isEmpty { trial.problems.append("the rule is quiet, and must speak") }
    for finding in found {
      guard example.triggers else {
        trial.problems.append("the rule speaks, and must be quiet: \(finding.finding.message)")
        continue
      }
      let cited = finding.finding.evidence.map(\.at.number)
      if !(cited.first.map(cites.contains) ?? false) {
        let flagged = cites.sorted().map(String.init).joined(separator: ", ")
        trial.problems.append(
          "cites frame \(cited.first.map(String.init) ?? "none") first; flagged are \(flagged)")
      }
    }
  }

  /// The first place where a cut conversation makes the rule speak.
  private static func firstLoudCut(of script: TraceScript, _ diagnoser: Diagnoser) -> Int? {
    let count = script.steps.count
    let step = max(count / cuts, 1)
    return stride(from: 0, to: count, by: step).first { length in
      var cut = script
      cut.steps = Array(script.steps.prefix(length))
      return !diagnoser.diagnose(cut.session).findings.isEmpty
    }
  }
}
