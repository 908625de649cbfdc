import ArgumentParser
import HCIReport

/// `hcitrace`, with all that it can be told.
struct HCITraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hcitrace",
    abstract: "Reads a Bluetooth HCI log and says why the speaker did not play.",
    discussion: """
      hcitrace names the cause, shows the packets that prove it, and says what to do.

      EXAMPLES
        hcitrace capture.pcap                        a verdict a person can read
        hcitrace analyze captures/ --output json:report.json
        hcitrace check captures/                     what is written beside them, does it hold?
        hcitrace decode capture.pcap                 every frame, one a line
        hcitrace ladder capture.pcap                 an attempt as a sequence diagram
        hcitrace annotate capture.pcap out.pcapng    its findings as Wireshark comments
        hcitrace redact capture.pcap shared.pcap     the same, fit to be shared
        hcitrace explain sdp-race                    what a rule means and what to do
        hcitrace rules                               everything that it can find
        hcitrace config                              what is configured, and where
      """,
    version: Report.Tool.current.version,
    subcommands: Subcommand.allCases.map(\.command),
    defaultSubcommand: AnalyzeCommand.self)
}
