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
        hcitrace check captures/                     do captures still show what is written beside them?
        hcitrace decode capture.pcap                 every frame, one a line
        hcitrace annotate capture.pcap out.pcapng    the findings as comments, for Wireshark
        hcitrace redact capture.pcap shared.pcap     the same capture, fit to be shared
        hcitrace explain sdp-race                    what a rule means and what to do
        hcitrace rules                               everything that it can find
        hcitrace config                              what is configured, and where
      """,
    version: Report.Tool.current.version,
    subcommands: Subcommand.allCases.map(\.command),
    defaultSubcommand: AnalyzeCommand.self)
}
