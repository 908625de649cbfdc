import ArgumentParser
import HCIDiagnosis
import HCIReport

/// `hcitrace rules test FILE…`: do rules of the user's keep what their examples promise?
struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the examples of rules of your own.",
    discussion: """
      Each example is a conversation written in the file, or a capture beside it, that its rule must speak of or must
      not. A triggering one must make the rule cite a flagged packet first; a quiet one must stay quiet, also when it is
      cut short anywhere. Built-in rules that speak of an example are told and judge nothing.

      EXIT STATUS
        0  every example keeps its promise
        1  some don't
        2  a file, or a capture that an example names, can't be used

      EXAMPLES
        hcitrace rules test lab.yml
        hcitrace rules test rules/*.yml --quiet
      """)

  @Argument(
    help: ArgumentHelp("Files with rules of your own.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var files: [String]

  @Flag(name: [.short, .long], help: "Print only what fails.")
  var quiet = false

  func run() throws {
    ignoreBrokenPipes()
    var lines: [String] = []
    var status = RunStatus.clean
    var kept = 0, broken = 0
    for file in files {
      guard let text = readSmallFile(file, limit: 1 << 22) else {
        say("\(file.escaped()): can't be read; a YAML file of at most 4 MiB was expected")
        status = .unusable
        continue
      }
      do throws(YAMLProblem) {
        for (rule, line) in try OwnRules.rulesWithoutExamples(yaml: text) where !quiet {
          lines.append(
            "note  \(file.escaped()):\(line)  \(rule): wants both an example that triggers it and a quiet one"
          )
        }
        for trial in try OwnRules.tryExamples(yaml: text, in: folder(of: file)) {
          if trial.isUnusable { status = .unusable }
          if trial.problems.isEmpty { kept += 1 } else { broken += 1 }
          if !quiet || !trial.problems.isEmpty { lines += report(trial, file) }
        }
      } catch {
        say("\(file.escaped()): \(error.description.escaped())")
        status = .unusable
      }
    }
    if !quiet { lines.append("\(kept + broken) examples, \(broken) broken") }
    let isWritten = FileOutput.standardOutput.write { output in
      for line in lines { output.write(line + "\n") }
    }
    if !isWritten || status == .unusable { throw ExitCode(RunStatus.unusable.rawValue) }
    if broken > 0 { throw ExitCode(RunStatus.findings.rawValue) }
  }

  private func report(_ trial: ExampleTrial, _ file: String) -> [String] {
    let place = "\(file.escaped()):\(trial.line)"
    let name = "\(trial.rule): \(trial.example.escaped())"
    if let problem = trial.problems.first {
      return ["FAIL  \(place)  \(name)\n      \(problem.escaped())"]
        + trial.problems.dropFirst().map { "      \($0.escaped())" }
    }
    let others = trial.alongside.isEmpty ? "" : "  (also: \(trial.alongside.joined(separator: ", ")))"
    return ["ok    \(place)  \(name)\(others)"]
  }

  /// Where the file stands, with its slash; empty for the working folder.
  private func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
  }
}
