import ArgumentParser
import HCIReport

/// `hcitrace rules`: everything that can be found.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Lists the rules: everything that hcitrace can find.")

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
