import ArgumentParser
import HCIReport

/// `hcitrace explain RULE`: what a rule means and what to do.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule: why it matters, what proves it, what to do, where it is written.",
    discussion: """
      EXAMPLES
        hcitrace explain sdp-race
        hcitrace explain page-timeout --color always | less -R
        hcitrace explain codec-mismatch --save example.btsnoop && wireshark example.btsnoop
      """)

  @Argument(
    help: ArgumentHelp("The rule's id, as reports and `hcitrace rules` show it.", valueName: "rule"),
    completion: .list(Catalogue().ids))
  var rule: String

  @Option(
    help: ArgumentHelp("Also save the example as a btsnoop file, for Wireshark or btmon.", valueName: "file"))
  var save: String?

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func run() throws {
    ignoreBrokenPipes()
    let catalogue = Catalogue()
    guard let known = catalogue.rule(rule) else {
      let near = catalogue.suggestions(for: rule)
      let way =
        near.isEmpty ? "`hcitrace rules` lists them all" : "did you mean \(near.joined(separator: ", "))?"
      say("\(rule.quoted()): no such rule; \(way)")
      throw ExitCode(RunStatus.usage.rawValue)
    }
    let presentation = Terminal.presentation(color)
    var isWritten = FileOutput.standardOutput.write { catalogue.explain(known, presentation, to: &$0) }
    if let save {
      if let capture = catalogue.exampleCapture(of: known) {
        isWritten = FileOutput.write(to: save) { $0.write(capture) } && isWritten
      } else {
        say("\(rule.escaped()): has no example to save")
        isWritten = false
      }
    }
    if !isWritten { throw ExitCode(RunStatus.unusable.rawValue) }
  }
}
