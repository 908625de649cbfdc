public import HCIDiagnosis
public import HCITrace

/// Writes reports while captures are being analysed: each capture in every format that was asked for, as soon as it is
/// known, so that none has to be kept.
///
///     let writer = ReportWriter()
///     writer.add(TextFormat.self, Presentation(), to: standardOutput)
///     writer.add(JSONFormat.self, Presentation(), to: file)
///     for … { writer.write(capture, failingOn: .error) }   // or writer.write(failure), in the order given
///     writer.finish()
///     writer.summary.status
///
/// It is used by one thread at a time; what it is given is the reader's order.
public final class ReportWriter {
  /// The numbers of what was written so far.
  public private(set) var summary = RunningSummary()
  private let tool: Report.Tool
  private let jobs: Jobs
  private var outlets: [Outlet] = []

  /// A writer of reports by `tool`. What a capture has many of it writes several at a time, as far as `jobs` has places
  /// free.
  public init(tool: Report.Tool = .current, jobs: Jobs = Jobs(1)) {
    self.tool = tool
    self.jobs = jobs
  }

  /// Writes the report in `format` to `sink` too; before the first capture is written.
  public func add(
    _ format: any ReportFormat.Type, _ presentation: Presentation = Presentation(), to sink: any ReportSink
  ) {
    let outlet = Outlet(format.init(presentation, tool: tool), ReportBuffer(to: sink, with: jobs))
    outlet.write { format, output in format.begin(&output) }
    outlets.append(outlet)
  }

  /// Writes `capture`, the next one. Findings in it that weigh at least `threshold` make the run's status 1.
  public func write(_ capture: CaptureReport, failingOn threshold: FailureThreshold = .error) {
    summary.add(capture, failingOn: threshold)
    for outlet in outlets { outlet.write { format, output in format.write(capture, to: &output) } }
  }

  /// Writes `failure`: the next capture could not be read.
  public func write(_ failure: Report.Failure) {
    summary.add(failure)
    for outlet in outlets { outlet.write { format, output in format.write(failure, to: &output) } }
  }

  /// Writes what stands at the end of the reports: the numbers of all captures.
  public func finish() {
    for outlet in outlets { outlet.write { format, output in format.end(self.summary, to: &output) } }
  }
}

/// One report that is being written.
private final class Outlet {
  private var format: any ReportFormat
  private var output: ReportBuffer

  init(_ format: any ReportFormat, _ output: consuming ReportBuffer) {
    self.format = format
    self.output = output
  }

  /// Lets `body` write the next step; what it wrote is handed on at once, for a reader who waits.
  func write(_ body: (inout any ReportFormat, inout ReportBuffer) -> Void) {
    body(&format, &output)
    output.flush()
  }
}
