import HCIDiagnosis
import HCIReport
import HCITrace

/// One run of `hcitrace analyze`: what becomes of each capture is written as soon as it is known, in the order given,
/// and nothing of it is kept but its numbers.
struct AnalysisRun {
  private let writer: ReportWriter
  /// What is written to, and has to be ended.
  private var files: [FileOutput] = []
  /// A report could not be written.
  private var isUnwritten = false
  private var search: DeviceSearch?

  /// Begins the text and every report that `request` asks for; many attempts of a capture are written several at a time,
  /// as far as `jobs` has places free.
  init(_ request: AnalyzeRequest, with jobs: Jobs) {
    writer = ReportWriter(jobs: jobs)
    search = request.settings.device.map { DeviceSearch(DeviceFilter($0)) }
    let terminal = Terminal.presentation(request.color, verbose: request.verbose)
    if !request.quiet, !request.output.contains(where: { $0.file == nil }) {
      begin(TextFormat.self, terminal, .standardOutput)
    }
    for target in request.output {
      if let path = target.file {
        let presentation = Presentation(isVerbose: request.verbose)
        begin(target.format, presentation, FileOutput.creating(path))
      } else {
        begin(target.format, terminal, .standardOutput)
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

  /// Takes what became of the next file; true when it holds a capture.
  @discardableResult
  mutating func take(_ judged: JudgedFile, tellingWhatIsPassedOver isVerbose: Bool) -> Bool {
    var holdsCapture = false
    for capture in judged.captures {
      switch capture {
      case .reported(let report): take(report, under: judged.judge.configuration)
      case .unreadable(let failure): take(failure)
      case .passedOver(let reason):
        if isVerbose { say("\(judged.file.path.escaped()): passed over: \(reason.escaped())") }
        continue
      }
      holdsCapture = true
    }
    return holdsCapture
  }

  private mutating func take(_ capture: CaptureReport, under configuration: Configuration) {
    search?.look(in: capture)
    writer.write(capture.reported(under: configuration), failingOn: configuration.failOn?.value ?? .error)
  }

  /// Takes what could not be read; it is named on standard error at once.
  mutating func take(_ failure: Report.Failure) {
    writer.write(failure)
    say("\(failure.path.escaped()): \(failure.message.escaped())")
  }

  /// Ends the reports. A `--device` that no capture knows is a mistake, not a clean run.
  mutating func finish() -> RunStatus {
    if let search, search.isMissing {
      let known = search.known.isEmpty ? "none" : search.known.joined(separator: ", ")
      say("--device \(search.device.text.quoted()): no capture knows it; known are \(known)")
      isUnwritten = true
    }
    writer.finish()
    for file in files where !file.end() { isUnwritten = true }
    return isUnwritten ? .unusable : writer.summary.status
  }
}

extension FileOutput: ReportSink {}
