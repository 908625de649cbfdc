import HCIReport
import HCITrace

/// The reports that a run writes, and the files that they go to.
struct ReportFiles {
  /// Writes all of them.
  let writer: ReportWriter
  private var files: [FileOutput] = []
  /// A file could not be made.
  private var isUnwritten = false

  /// The reports that `targets` ask for. What a capture has many of is written several at a time, as far as `jobs` has
  /// places free.
  init(_ targets: [OutputTarget], _ color: ColourChoice, verbose: Bool = false, with jobs: Jobs) {
    writer = ReportWriter(jobs: jobs)
    for target in targets {
      if let path = target.file {
        begin(target.format, Presentation(isVerbose: verbose), FileOutput.creating(path))
      } else {
        begin(target.format, Terminal.presentation(color, verbose: verbose), .standardOutput)
      }
    }
  }

  private mutating func begin(
    _ format: any ReportFormat.Type, _ presentation: Presentation, _ file: FileOutput?
  ) {
    guard let file else {
      isUnwritten = true
      return
    }
    writer.add(format, presentation, to: file)
    files.append(file)
  }

  /// Ends the reports; false, and a line on standard error for each that could not be written, when not all were.
  mutating func finish() -> Bool {
    writer.finish()
    for file in files where !file.end() { isUnwritten = true }
    return !isUnwritten
  }
}

extension FileOutput: ReportSink {}
