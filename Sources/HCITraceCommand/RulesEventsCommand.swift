import ArgumentParser
import HCIDiagnosis
import HCIReport

/// `hcitrace rules events`: what rules of the user's can speak of.
struct RulesEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract:
      "Lists the events that rules of your own can speak of, their fields, and the words of examples.",
    discussion: """
      EXAMPLES
        hcitrace rules events              everything
        hcitrace rules events AVDTP HCI    the events of these layers
        hcitrace rules events attempt      what may be asked of an attempt as a whole
        hcitrace rules events examples     the words in which examples are written
      """)

  @Argument(
    help: ArgumentHelp(
      "A layer (HCI, L2CAP, SDP, AVDTP, Stream, Media, AVRCP …), attempt or examples.", valueName: "part"))
  var parts: [String] = []

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func run() throws {
    ignoreBrokenPipes()
    let guide = EventGuide()
    for part in parts where !guide.parts.contains(where: { $0.lowercased() == part.lowercased() }) {
      say("\(part.quoted()): no such part; there are \(guide.parts.joined(separator: ", "))")
      throw ExitCode(RunStatus.usage.rawValue)
    }
    let presentation = Terminal.presentation(color)
    if !FileOutput.standardOutput.write({ guide.write(parts, presentation, to: &$0) }) {
      throw ExitCode(RunStatus.unusable.rawValue)
    }
  }
}
