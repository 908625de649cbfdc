import ArgumentParser
import HCIReport

/// `hcitrace explain RULE`: what a rule means and what to do; `explain PHRASE`: which rules look into it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.explain.rawValue,
    abstract: "Explains a rule, or finds the rules for a message, an error code or a symptom.",
    discussion: """
      A rule is explained: why it matters, what proves it, what to do, where it is written. Anything else leads to \
      the rules that look into it: what BlueZ, Android, Windows, iOS or Alexa say, a line of a log, what one hears, \
      or a code. A number may be qualified by its protocol: HCI, AVDTP, A2DP, L2CAP, PSM, SDP, UUID, class.

      EXAMPLES
        hcitrace explain sdp-race
        hcitrace explain page-timeout --color always | less -R
        hcitrace explain codec-mismatch --save example.btsnoop && wireshark example.btsnoop
        hcitrace explain "Host is down"
        hcitrace explain br-connection-profile-unavailable
        hcitrace explain connected but no audio
        hcitrace explain 0x0d
        hcitrace explain AVDTP 0x29
      """)

  @Argument(
    help: ArgumentHelp(
      "A rule's id, as reports and `hcitrace rules` show it, or what you see, hear or read of the failure.",
      valueName: "rule|phrase"),
    completion: .ruleIDs)
  var words: [String]

  @Option(
    help: ArgumentHelp("Also save the example as a btsnoop file, for Wireshark or btmon.", valueName: "file"))
  var save: String?

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func run() throws {
    ignoreBrokenPipes()
    let catalogue = Catalogue()
    let asked = words.joined(separator: " ")
    let presentation = Terminal.presentation(color)
    guard let known = catalogue.rule(asked) else { return try search(asked, in: catalogue, presentation) }
    var isWritten = FileOutput.standardOutput.write { catalogue.explain(known, presentation, to: &$0) }
    if let save {
      if let capture = catalogue.exampleCapture(of: known) {
        isWritten = FileOutput.write(to: save) { $0.write(capture) } && isWritten
      } else {
        say("\(asked.escaped()): has no example to save")
        isWritten = false
      }
    }
    if !isWritten { throw ExitCode(RunStatus.unusable.rawValue) }
  }

  private func search(_ phrase: String, in catalogue: Catalogue, _ presentation: Presentation) throws {
    if save != nil {
      say("\(phrase.quoted()): no such rule, and only a rule has an example to save")
      throw ExitCode(RunStatus.usage.rawValue)
    }
    let leads = catalogue.leads(for: phrase)
    guard !leads.isEmpty else {
      let near = catalogue.suggestions(for: phrase)
      let way =
        near.isEmpty ? "`hcitrace rules` lists them all" : "did you mean \(near.joined(separator: ", "))?"
      say("\(phrase.quoted()): no such rule, and no phrase or code that leads to one; \(way)")
      throw ExitCode(RunStatus.usage.rawValue)
    }
    if !FileOutput.standardOutput.write({ catalogue.write(leads, presentation, to: &$0) }) {
      throw ExitCode(RunStatus.unusable.rawValue)
    }
  }
}
