import ArgumentParser
import HCIReport

/// `hcitrace analyze`: captures in, verdicts with evidence out.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.analyze.rawValue,
    abstract: "Says of each capture what became of the audio, and why.",
    discussion: """
      Reads btsnoop, pcap, pcapng, Apple PacketLogger, Android bug reports and iOS sysdiagnoses, any of them \
      gzip-compressed; what a file is, is told from its content. From a folder every capture in it is taken.

      EXAMPLES
        hcitrace analyze btsnoop_hci.log
        hcitrace analyze captures/ --device "Flip 6"
        hcitrace analyze captures/ --only sdp-race --threshold audio-dropout.gap=150
        hcitrace analyze --join btsnoop_hci.log.last btsnoop_hci.log
        adb shell cat /data/misc/bluetooth/logs/btsnoop_hci.log | hcitrace analyze -
        hcitrace analyze run-*.pcapng --output json:report.json --fail-on warning
        hcitrace analyze captures/ --output sarif:hcitrace.sarif --output github

      FORMATS
      \(formats)

      CONFIGURATION
        The nearest .hcitrace.yml (or .yaml) in the capture's folder or above it, up to your home folder, else up from \
      the working folder, switches rules off, changes weights and thresholds, names devices. Options outweigh it. \
      `hcitrace config` shows what is in force and writes a file to start with.

      EXIT STATUS
        0   nothing at or above --fail-on was found
        1   something was
        2   an input could not be read, an output not be written, or a configuration or profile is wrong
        64  the command line makes no sense
      A failure that a later attempt at the same peer makes good counts as a warning.

      REDACTED OUTPUT
        With --redact nothing that is nobody else's business reaches any report; `hcitrace help redact` tells what that \
      is. Devices then have other addresses and names: --device takes those, and what the configuration says of devices \
      counts for nothing.

      PROGRESS
        What takes longer than a second tells on standard error how far it is, if that is a terminal: bytes, files, time \
      left. Not with --quiet, with NO_COLOR, or on a dumb terminal.
      """)

  /// Every format with what it is for, a line each.
  private static var formats: String {
    let width = allFormats.map { $0.name.count }.max() ?? 0
    return allFormats.map { format in
      "  \(format.name)\(String(repeating: " ", count: width - format.name.count))  \(format.summary)"
    }.joined(separator: "\n")
  }

  @Argument(
    help: ArgumentHelp("Captures, folders of captures, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write a report in one of the formats above to a file; may be repeated.",
      discussion: "FORMAT alone, or FORMAT:-, writes to standard output in place of the text.",
      valueName: "format:file"),
    transform: OutputTarget.init(parsing:))
  var output: [OutputTarget] = []

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  @OptionGroup
  var redaction: RedactedOutput

  @Flag(
    help: "Read the captures as parts of one log, in the order given (rotated logs: the .last file first).")
  var join = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Analyse so many captures, or attempts of a large one, at the same time (default: one for each processor).",
      discussion: "Whatever the number, the output is the same: in the order of the captures.",
      valueName: "number"),
    transform: JobCount.init(parsing:))
  var jobs: JobCount?

  @Flag(name: [.short, .long], help: "Print no text; what --output asks for is written all the same.")
  var quiet = false

  @Flag(
    name: [.short, .long], help: "Show all of the evidence and every device; name files that are passed over."
  )
  var verbose = false

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func validate() throws {
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if join, let folder = paths.first(where: { fileKind($0, followingLinks: true) == .folder }) {
      throw ValidationError("--join takes files in their order; '\(folder)' is a folder.")
    }
    try OutputTarget.check(output, reading: paths)
  }

  func run() throws {
    var settings = settings.stated
    settings.redaction = redaction.options
    try AnalyzeRequest(
      paths: paths, output: output, settings: settings, join: join, jobs: jobs, quiet: quiet,
      verbose: verbose, color: color
    ).run()
  }
}
