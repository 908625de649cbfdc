import ArgumentParser
import HCIReport
import HCITrace

/// `hcitrace ladder`: an attempt as a sequence diagram.
struct LadderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.ladder.rawValue,
    abstract: "Shows an attempt as a sequence diagram: host, controller and speaker, message by message.",
    discussion: """
      One line a message of the control plane: frame, seconds since the attempt began, an arrow from who sent it to whom, \
      what it says, how long the question had waited, and in brackets the rules whose findings cite the frame. What failed \
      has a cross. Media, voice, remote control and whatever else repeats itself is one line each time, with its count; \
      credits, controller settings and answers that say yes are counted at the end. Lines across the lanes tell where the \
      phases begin.

      EXAMPLES
        hcitrace ladder btsnoop_hci.log
        hcitrace ladder btsnoop_hci.log --attempt 3
        hcitrace ladder btsnoop_hci.log --device "Flip 6"
        hcitrace ladder btsnoop_hci.log --output json:- | jq '.steps[] | select(.failed)'

      EXIT STATUS
        0   the attempt was shown, whatever was found
        2   the capture could not be read, or holds no such attempt; or a configuration or profile is wrong
        64  the command line makes no sense
      """)

  @Argument(help: ArgumentHelp("A capture.", valueName: "capture"), completion: .file())
  var input: String

  @Option(
    help: ArgumentHelp(
      "Which attempt, by the number that `hcitrace analyze` gives it (default: the last that failed, or the last).",
      valueName: "number"))
  var attempt: Int?

  @Option(
    help: ArgumentHelp(
      "The capture in an archive of several.", valueName: "member"))
  var capture: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("text or json, to a file; - is standard output.", valueName: "format:file"),
    transform: DecodeTarget.init(parsing:))
  var output: DecodeTarget?

  @OptionGroup(title: "Settings")
  var settings: SettingsOptions

  @Option(help: ArgumentHelp("Colour the text.", valueName: "when"))
  var color: ColourChoice = .auto

  func validate() throws {
    if input == "-" {
      throw ValidationError("Standard input can be read only once, and ladder reads twice; name a file.")
    }
    if let attempt, attempt < 1 { throw ValidationError("Attempts are numbered from 1.") }
    if let file = output?.file, let identity = FileIdentity(path: file),
      identity == FileIdentity(path: input)
    {
      throw ValidationError("--output would overwrite the capture '\(file)'.")
    }
    if settings.failOn != nil {
      throw ValidationError("Whatever is found, ladder ends with 0; --fail-on is for analyze.")
    }
  }

  func run() throws {
    ignoreBrokenPipes()
    let progress = Progress.begin(reading: [input, input], filesEnd: false)
    defer { progress?.end() }
    guard let judged = try JudgedCapture(path: input, member: capture, settings.stated),
      let ladder = ladder(in: judged)
    else { throw ExitCode(RunStatus.unusable.rawValue) }
    progress?.end()
    guard let file = output?.file.map({ FileOutput.creating($0) }) ?? .standardOutput else {
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    var buffer = ReportBuffer(to: file, with: Jobs(1))
    switch output?.format ?? .text {
    case .json: LadderJSON.write(ladder, to: &buffer)
    case .text, .verbose:
      let presentation = output?.file == nil ? Terminal.presentation(color) : Presentation()
      LadderText.write(ladder, presentation, to: &buffer)
    }
    buffer.flush()
    if !file.end() { throw ExitCode(RunStatus.unusable.rawValue) }
  }

  /// The diagram that is asked for; `nil`, and a line on standard error, where there is none.
  private func ladder(in judged: JudgedCapture) -> LadderReport? {
    let report = judged.report
    guard let chosen = attempt.map({ report.attempt($0) }) ?? report.attemptToShow else {
      let known =
        report.attempts.isEmpty
        ? "holds no attempt at audio and no link; `hcitrace decode` shows its frames"
        : "holds no attempt \(attempt ?? 0) that is reported; `hcitrace analyze` lists them"
      say("\(input.escaped()): \(known)")
      return nil
    }
    guard let happened = judged.attempt(chosen.number) else { return nil }
    let cited = report.citations(of: chosen)
    do throws(CaptureError) {
      let ladder = try Decoding.ladder(
        of: happened, in: judged.session, citing: Set(cited.keys), path: input, member: capture)
      return LadderReport(ladder, of: chosen, citing: cited, in: report)
    } catch {
      say("\(input.escaped()): \(error.description.escaped())")
      return nil
    }
  }
}
