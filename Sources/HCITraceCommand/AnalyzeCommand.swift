import ArgumentParser
import HCIDiagnosis
import HCIReport
import HCITrace

/// `hcitrace analyze`: captures in, verdicts with evidence out.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
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
      """)

  @Argument(
    help: ArgumentHelp("Captures, folders of captures, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write a report in \(allFormats.map { $0.name }.joined(separator: ", ")) to a file; may be repeated.",
      discussion: "FORMAT alone, or FORMAT:-, writes to standard output in place of the text.",
      valueName: "format:file"),
    transform: OutputTarget.init(parsing:))
  var output: [OutputTarget] = []

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  @Flag(
    help: "Read the captures as parts of one log, in the order given (rotated logs: the .last file first).")
  var join = false

  @Flag(name: [.short, .long], help: "Print no text; what --output asks for is written all the same.")
  var quiet = false

  @Flag(
    name: [.short, .long], help: "Show all of the evidence and every device; name files that are passed over."
  )
  var verbose = false

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func validate() throws {
    let toStandardOutput = output.filter { $0.file == nil }.count
    if toStandardOutput > 1 { throw ValidationError("Only one --output can write to standard output.") }
    let files = output.compactMap(\.file)
    if let twice = files.first(where: { file in files.filter { $0 == file }.count > 1 }) {
      throw ValidationError("Two reports can't both be written to '\(twice.escaped())'.")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
    if join, let folder = paths.first(where: { fileKind($0, followingLinks: true) == .folder }) {
      throw ValidationError("--join takes files in their order; '\(folder.escaped())' is a folder.")
    }
    let inputs = paths.compactMap(FileIdentity.init(path:))
    if let file = files.first(where: { FileIdentity(path: $0).map(inputs.contains) ?? false }) {
      throw ValidationError("--output would overwrite the capture '\(file.escaped())'.")
    }
  }

  func run() throws {
    ignoreBrokenPipes()
    var report = Report()
    var used: [Configuration] = []
    if join {
      let configuration = try settings.configurations(for: Array(paths.prefix(1))).first ?? Configuration()
      report.take(Analyzer(configuration).analyze(joining: paths), under: configuration, &used)
    } else {
      try analyze(Inputs(expanding: paths), into: &report, &used)
    }
    let isDeviceMissing = keepDevices(in: &report, used)
    let isWritten = write(report)
    let status: RunStatus =
      isWritten && !isDeviceMissing
      ? report.status { used[$0].failOn?.value ?? .error } : .unusable
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// Analyses every file. What lies in a folder and is no capture is passed over; a folder without any is an error.
  private func analyze(_ inputs: Inputs, into report: inout Report, _ used: inout [Configuration]) throws {
    var fruitful: Set<String> = []
    let configurations = try settings.configurations(for: inputs.files.map(\.path))
    for (file, configuration) in zip(inputs.files, configurations) {
      for result in Analyzer(configuration).analyze(path: file.path) {
        if let folder = file.folder {
          if case .failure(let error) = result.outcome, error.isNoCapture, isReadable(file.path) {
            if verbose { say("\(file.path.escaped()): passed over: \(error.description.escaped())") }
            continue
          }
          fruitful.insert(folder)
        }
        report.take(result, under: configuration, &used)
      }
    }
    for folder in inputs.folders where !fruitful.contains(folder) {
      report.refuse(
        Report.Failure(
          path: folder, message: "a folder without a capture; expected one; --verbose tells what each file is"
        ))
    }
  }

  /// Keeps the devices that each capture's configuration wants. A `--device` that no capture knows is a mistake, not a
  /// clean run: then it is true.
  private func keepDevices(in report: inout Report, _ used: [Configuration]) -> Bool {
    var isMissing = false
    if let device = settings.device {
      let filter = DeviceFilter(device)
      isMissing = !report.captures.isEmpty && !report.captures.contains { $0.knows(filter) }
      if isMissing {
        let known = report.captures.flatMap(\.peers).map { $0.name?.quoted() ?? $0.address }
        let some = Set(known).sorted().prefix(6).joined(separator: ", ")
        say("--device \(device.quoted()): no capture knows it; known are \(some.isEmpty ? "none" : some)")
      }
    }
    report.captures = zip(report.captures, used).map { $0.reported(under: $1) }
    return isMissing
  }

  /// Writes the text and every report that was asked for; false when one of them could not be written.
  private func write(_ report: Report) -> Bool {
    var isWritten = true
    if !quiet, !output.contains(where: { $0.file == nil }) {
      let terminal = Terminal.presentation(color, verbose: verbose)
      isWritten = FileOutput.standardOutput.write { TextFormat().write(report, terminal, to: &$0) }
    }
    for target in output {
      if let file = target.file {
        isWritten =
          FileOutput.write(to: file) { target.write(report, Presentation(isVerbose: verbose), to: &$0) }
          && isWritten
      } else {
        let terminal = Terminal.presentation(color, verbose: verbose)
        isWritten = FileOutput.standardOutput.write { target.write(report, terminal, to: &$0) } && isWritten
      }
    }
    return isWritten
  }
}

extension Report {
  /// Takes what became of a capture; one that could not be read is named on standard error at once.
  /// `used` has the configuration of each capture that could.
  fileprivate mutating func take(
    _ result: CaptureResult, under configuration: Configuration, _ used: inout [Configuration]
  ) {
    if let failure = add(result, under: configuration) { tell(failure) } else { used.append(configuration) }
  }

  fileprivate mutating func refuse(_ failure: Failure) {
    failures.append(failure)
    tell(failure)
  }

  private func tell(_ failure: Failure) { say("\(failure.path.escaped()): \(failure.message.escaped())") }
}
