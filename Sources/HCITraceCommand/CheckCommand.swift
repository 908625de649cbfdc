import ArgumentParser
import HCIReport

/// `hcitrace check`: do captures still show what is written down beside them?
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Subcommand.check.rawValue,
    abstract: "Holds captures to the expectations beside them: the regression test of a lab.",
    discussion: """
      For f5a.btsnoop the expectations are in f5a.expect.yml (or f5a.btsnoop.expect.yml) in the same folder. All keys but \
      one may be left out:

        verdict: failed             # of the attempt that speaks for the capture, or none; a list: of each attempt
        cause: sdp-race             # the primary cause, or none
        mustFind: [sdp-race]        # rules, or a weight: anything that weighs so much
        mustNotFind: [warning]
        phaseLimits: {page: 2, pair: 1.5}    # seconds that a phase of any attempt may take
        configuration: lab.yml      # in place of the nearest .hcitrace.yml

      --record writes down what each capture without expectations shows today: read it before you keep it.

      Reports (--output) hold, for each capture that isn't as expected, one error expectation-broken, which names the cause \
      that is there now and its frames; and nothing of those that are as expected.

      EXIT STATUS
        0   every capture is as expected
        1   some are not
        2   a capture or its expectations can't be used, or an output can't be written
        64  the command line makes no sense

      EXAMPLES
        hcitrace check captures/ --record
        hcitrace check captures/
        hcitrace check captures/ --output json:report.json --quiet
      """)

  @Argument(
    help: ArgumentHelp("Folders of captures, or captures.", valueName: "path"), completion: .file())
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write a report in \(allFormats.map { $0.name }.joined(separator: ", ")) to a file; may be repeated.",
      discussion: "FORMAT alone, or FORMAT:-, writes to standard output in place of the list.",
      valueName: "format:file"),
    transform: OutputTarget.init(parsing:))
  var output: [OutputTarget] = []

  @Flag(help: "Write down what captures without expectations show.")
  var record = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Analyse so many captures at the same time (default: one for each processor).", valueName: "number"),
    transform: JobCount.init(parsing:))
  var jobs: JobCount?

  @Flag(name: [.short, .long], help: "List only what isn't as expected.")
  var quiet = false

  @Option(help: ArgumentHelp("Colour the list.", valueName: "when"))
  var color: ColourChoice = .auto

  func validate() throws {
    if paths.contains("-") {
      throw ValidationError("Standard input has nothing beside it; name a file or a folder.")
    }
    try OutputTarget.check(output, reading: paths)
  }

  func run() throws {
    let status = try CheckRequest(
      paths: paths, output: output, record: record, jobs: jobs, quiet: quiet, color: color
    ).run()
    if status != .clean { throw ExitCode(status.rawValue) }
  }
}
