import ArgumentParser
import HCIDiagnosis
import HCIReport
import HCITrace

/// `hcitrace redact`: a capture in, the same capture fit to be shared out.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.redact.rawValue,
    abstract: "Writes the same capture without what is nobody else's business, and checks its findings.",
    discussion: """
      Replaced are the addresses of devices (each by the same one everywhere), their names, link keys and other keys, \
      PINs, passkeys and what pairing computes from them, phone numbers, phone books, titles and artists, the system's \
      own notes and management, what the channels of unknown services carry, and voice and music (by silence of the \
      same length).

      One name stays where a device has it: that of a product of which a profile knows a limitation \
      (\(Profile.knownProducts.joined(separator: ", "))). A rule asks for it, and finds nothing without it: with \
      --no-product-names it goes too, and exit status 1 tells whether that made a difference.

      What stays is what happened: every packet, its number, time, direction, kind and length. So both captures are \
      analysed, by the built-in rules and without any configuration, and the verdicts, causes and findings with their \
      frames are compared. What differs is listed.

      IN is any capture that `hcitrace analyze` reads; - is standard input. OUT is btsnoop, pcap or pcapng by the end of \
      its name (\(CaptureFileFormat.allCases.flatMap { $0.endings.map { ".\($0)" } }.joined(separator: ", "))); - is \
      standard output. A packet is in the record that has its number in IN; where that holds none that can be written, a \
      record that says nothing keeps the number. OUT is complete or not there at all.

      The name of the file is not redacted: choose it well. Whoever took part in the conversation may still recognise it \
      by its times and by what the devices can do.

      EXAMPLES
        hcitrace redact btsnoop_hci.log shared.btsnoop
        hcitrace redact bug.zip shared.pcapng --capture FS/data/misc/bluetooth/logs/btsnoop_hci.log
        hcitrace redact monday.pklg shared.pcap --keep-manufacturer --shift-time -90d
        zcat capture.gz | hcitrace redact - - | ssh lab "cat > shared.btsnoop"

      EXIT STATUS
        0   OUT was written, and the findings are the same
        1   OUT was written, and findings differ
        2   IN could not be read, or OUT not be written
        64  the command line makes no sense
      """)

  @Argument(
    help: ArgumentHelp("A capture, or - for standard input.", valueName: "in"), completion: .file())
  var input: String

  @Argument(
    help: ArgumentHelp("The file to write, or - for standard output.", valueName: "out"), completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(
      "\(CaptureFileFormat.allCases.map(\.rawValue).joined(separator: ", ")), whatever OUT is called.",
      valueName: "format"))
  var format: CaptureFileFormat?

  @Option(
    help: ArgumentHelp("The capture in IN, where that is an archive of several.", valueName: "member"))
  var capture: String?

  @OptionGroup
  var redaction: RedactionArguments

  @Flag(help: "Replace OUT where there is such a file already.")
  var force = false

  @Flag(name: [.short, .long], help: "Print nothing but refusals: the exit status is the answer.")
  var quiet = false

  func validate() throws {
    try CaptureOutput.validate(output, for: input)
    if known == nil {
      let endings = CaptureFileFormat.allCases.compactMap { $0.endings.first.map { ".\($0)" } }
      throw ValidationError(
        "The name '\(output.escaped())' tells no format; let it end with \(endings.joined(separator: ", ")), or give --format."
      )
    }
  }

  func run() throws {
    let status = RedactRequest(
      input: input, member: capture, output: output, format: known ?? .btsnoop, force: force,
      redaction: redaction.options, quiet: quiet
    ).run()
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// The format of OUT, told or by its name.
  private var known: CaptureFileFormat? {
    format ?? CaptureFileFormat(fileName: output) ?? (output == "-" ? .btsnoop : nil)
  }
}
