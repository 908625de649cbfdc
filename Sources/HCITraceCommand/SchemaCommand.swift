import ArgumentParser
import HCIReport

/// `hcitrace schema`: what the keys of the JSON report mean.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.schema.rawValue, abstract: "Prints the JSON Schema (2020-12) of the JSON report.",
    discussion: "Every key of `--output json:FILE` with its meaning, for validators and code generators.")

  func run() throws {
    ignoreBrokenPipes()
    if !FileOutput.standardOutput.write({ $0.write(ReportSchema.json) }) {
      throw ExitCode(RunStatus.unusable.rawValue)
    }
  }
}
