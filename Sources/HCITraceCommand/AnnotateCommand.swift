import ArgumentParser
import HCIReport
import HCITrace

/// `hcitrace annotate`: a capture in, the same packets with the findings as comments out.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.annotate.rawValue,
    abstract: "Writes the same capture with the findings as comments on their frames, for Wireshark.",
    discussion: """
      OUT is pcapng and holds every packet of IN, with its number and time. Each frame that a finding cites has a comment \
      for it: its weight, its rule, what happened, and what this frame shows. A comment on the capture (in Wireshark: \
      Statistics, Capture File Properties) holds the verdicts.

      IN is any capture that `hcitrace analyze` reads, but for standard input: it is read twice. Comments that it holds \
      already are not kept, so what was annotated can be annotated anew. OUT is complete or not there at all; - is \
      standard output.

      IN WIRESHARK
        frame.comment                      the frames that prove something
        frame.comment contains "sdp-race"  those of one rule
        Coloring rules: write them once with --color-filters, and import them in View, Coloring Rules. They colour what \
      any annotated capture cites: red for errors, yellow for warnings, blue for notes.

      EXAMPLES
        hcitrace annotate btsnoop_hci.log annotated.pcapng
        hcitrace annotate bug.zip annotated.pcapng --capture FS/data/misc/bluetooth/logs/btsnoop_hci.log
        hcitrace annotate monday.pklg annotated.pcapng --device "Flip 6" --color-filters hcitrace.colors
        hcitrace annotate capture.pcap - | wireshark -k -i -

      EXIT STATUS
        0   OUT was written, whatever was found
        2   IN could not be read, OUT not be written, or a configuration or profile is wrong
        64  the command line makes no sense
      """)

  @Argument(help: ArgumentHelp("A capture.", valueName: "in"), completion: .file())
  var input: String

  @Argument(
    help: ArgumentHelp("The pcapng file to write, or - for standard output.", valueName: "out"),
    completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp("The capture in IN, where that is an archive of several.", valueName: "member"))
  var capture: String?

  @Option(
    name: .customLong("color-filters"),
    help: ArgumentHelp("Write Wireshark's coloring rules for such captures to a file.", valueName: "file"),
    completion: .file())
  var colourFilters: String?

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  @Flag(help: "Replace OUT where there is such a file already.")
  var force = false

  @Flag(name: [.short, .long], help: "Print nothing but refusals: the exit status is the answer.")
  var quiet = false

  func validate() throws {
    if input == "-" {
      throw ValidationError("Standard input can be read only once, and annotate reads twice; name a file.")
    }
    try CaptureOutput.validate(output, for: input)
    if let format = CaptureFileFormat(fileName: output), format != .pcapng {
      throw ValidationError(
        "'\(output)' is to be \(format.rawValue), which has no comments; let it end with .pcapng.")
    }
    if let colourFilters {
      if colourFilters == output {
        throw ValidationError("OUT and the coloring rules can't both be written to '\(output)'.")
      }
      if let file = FileIdentity(path: colourFilters), file == FileIdentity(path: input) {
        throw ValidationError("--color-filters would overwrite the capture '\(input)'.")
      }
    }
    if settings.failOn != nil {
      throw ValidationError("Whatever is found, annotate ends with 0; --fail-on is for analyze.")
    }
  }

  func run() throws {
    let status = try AnnotateRequest(
      input: input, member: capture, output: output, colourFilters: colourFilters, settings: settings.stated,
      force: force, quiet: quiet
    ).run()
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}
