import HCIDiagnosis
import HCIReport
import HCITrace

/// One run of `hcitrace analyze`: what becomes of each capture is written as soon as it is known, in the order given,
/// and nothing of it is kept but its numbers.
struct AnalysisRun {
  private var reports: ReportFiles
  /// What was asked for is in no capture.
  private var isUnusable = false
  private var search: DeviceSearch?

  /// Begins the text and every report that `request` asks for; many attempts of a capture are written several at a time,
  /// as far as `jobs` has places free.
  init(_ request: AnalyzeRequest, with jobs: Jobs) {
    let isSilent = request.quiet || request.output.contains { $0.file == nil }
    reports = ReportFiles(
      (isSilent ? [] : [.text]) + request.output, request.color, verbose: request.verbose, with: jobs)
    search = request.settings.device.map { DeviceSearch(DeviceFilter($0)) }
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
    reports.writer.write(
      capture.reported(under: configuration), failingOn: configuration.failOn?.value ?? .error)
  }

  /// Takes what could not be read; it is named on standard error at once.
  mutating func take(_ failure: Report.Failure) {
    reports.writer.write(failure)
    say("\(failure.path.escaped()): \(failure.message.escaped())")
  }

  /// Ends the reports. A `--device` that no capture knows is a mistake, not a clean run.
  mutating func finish() -> RunStatus {
    if let search, search.isMissing {
      search.complain()
      isUnusable = true
    }
    let isWritten = reports.finish()
    return isUnusable || !isWritten ? .unusable : reports.writer.summary.status
  }
}
