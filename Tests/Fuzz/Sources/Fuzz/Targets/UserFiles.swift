import Foundation
import HCITrace

@testable import HCIDiagnosis
@testable import HCIReport

extension FuzzTarget {
  /// The files that users write, which a build server may read from a stranger's repository.
  static let userFiles = [
    FuzzTarget(
      name: "profile", limit: 4_096,
      seeds: { [PackageResources.echo_yml, PackageResources.generic_yml].map { Array($0) } },
      mutation: LinesMutation(),
      run: { input in
        do throws(YAMLProblem) {
          let profile = try Profile(yaml: String(decoding: input, as: UTF8.self))
          UserFile.judge(Diagnoser(profile: profile))
        } catch { try UserFile.check(error) }
        return true
      }),
    FuzzTarget(
      name: "configuration", limit: 8_192,
      seeds: { [Array(Configuration.sample.utf8), Array(Configuration.starter.utf8)] },
      mutation: LinesMutation(),
      run: { input in
        do throws(ConfigurationProblem) {
          let configuration = try Configuration(
            yaml: String(decoding: input, as: UTF8.self), path: ".hcitrace.yml", files: UserFile.named)
          try? UserFile.judge(under: configuration)
        } catch { try UserFile.check(error.problem) }
        return true
      }),
    FuzzTarget(
      name: "own-rules", limit: 8_192, seeds: { try UserFile.ownRules() }, mutation: LinesMutation(),
      run: { input in
        let text = String(decoding: input, as: UTF8.self)
        do throws(YAMLProblem) {
          let rules = try OwnRules.load(yaml: text, named: "lab.yml")
          UserFile.judge(Diagnoser(rules: RuleEntry.builtIn.adding(rules)))
          for example in rules.flatMap(\.examples).prefix(4) {
            _ = Diagnoser(rules: rules).diagnose(example.script.session)
          }
        } catch { try UserFile.check(error) }
        return true
      }),
  ]
}

/// What becomes of a file that a user wrote.
enum UserFile {
  /// Attempts that were tried, to be judged by it: one that fails and one that plays.
  private static let sessions = [
    TraceScript(steps: reaches(.configure, pairing: true) + disconnects()).session,
    TraceScript(steps: reaches(.media) + endsInOrder()).session,
  ]

  /// Files that a configuration names: none.
  static let named = NamedFiles { (path) throws(NamedFiles.Unreadable) in
    throw NamedFiles.Unreadable("is not there")
  }

  /// Judges what happened.
  static func judge(_ diagnoser: Diagnoser) {
    for session in sessions { _ = diagnoser.diagnose(session) }
  }

  /// Judges what happened and writes the report.
  static func judge(under configuration: Configuration) throws {
    let diagnoser = Diagnoser(
      profile: configuration.profile?.value, firmware: configuration.firmware, rules: configuration.rules,
      adjustments: configuration.adjustments)
    for session in sessions {
      let writer = ReportWriter()
      let (text, json) = (Written(), Written())
      writer.add(TextFormat.self, Presentation(), to: text)
      writer.add(JSONFormat.self, Presentation(), to: json)
      let report = CaptureReport(diagnoser.diagnose(session), path: "capture", under: configuration)
      writer.write(report.reported(under: configuration))
      writer.finish()
      try OutputPromises.check(text: text.bytes)
      try OutputPromises.check(json: json.bytes, isLines: false)
    }
  }

  /// What is wrong with a file can be shown.
  static func check(_ problem: YAMLProblem) throws(BrokenPromise) {
    try OutputPromises.check(text: Array(problem.description.escaped().utf8))
  }

  /// The rules of the tests.
  static func ownRules() throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../HCIDiagnosisTests/OwnRules").standardizedFileURL
    let files = try ["lab.yml", "twenty.yml"].map {
      String(decoding: try Data(contentsOf: folder.appending(path: $0)), as: UTF8.self)
    }
    // Each rule by itself too.
    let rules = files.flatMap { $0.split(separator: "\n  - id:") }.dropFirst()
    return (files + rules.map { "rules:\n  - id:\($0)\n" }).map { Array($0.utf8.prefix(8_192)) }
  }
}
