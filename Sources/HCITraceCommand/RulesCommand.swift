import ArgumentParser
import HCIReport

/// `hcitrace rules`: everything that can be found, and rules of the user's own.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.rules.rawValue, abstract: "Lists the rules: everything that hcitrace can find.",
    discussion: """
      Rules of your own are YAML files: sequences of the events of one attempt, with what their fields must be, times,
      absences and what to say. `rules events` lists the events, `rules test` runs the examples of such files.

      EXAMPLES
        hcitrace rules                        all the rules; the same as `hcitrace rules list`
        hcitrace rules events AVDTP           the events of AVDTP and their fields, for authors of rules
        hcitrace rules test lab.yml           does each rule keep what its examples promise?
      """,
    subcommands: [RulesListCommand.self, RulesTestCommand.self, RulesEventsCommand.self],
    defaultSubcommand: RulesListCommand.self)
}

/// `hcitrace rules list`: everything that can be found.
struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the rules: everything that hcitrace can find.")

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("text, or json with everything about each rule.", valueName: "format"))
  var output: Format = .text

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func run() throws {
    ignoreBrokenPipes()
    let catalogue = Catalogue()
    let presentation = Terminal.presentation(color)
    let isWritten = FileOutput.standardOutput.write { file in
      switch output {
      case .text: catalogue.write(presentation, to: &file)
      case .json: catalogue.writeJSON(to: &file)
      }
    }
    if !isWritten { throw ExitCode(RunStatus.unusable.rawValue) }
  }
}
