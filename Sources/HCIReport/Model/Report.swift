public import HCIDiagnosis

/// The reports of a few captures together, built once from what was found in each.
///
/// Its order is that of the input; it holds no clock, and no path but the one that the user gave. Whoever reads many
/// captures keeps none of them, and feeds a ``ReportWriter`` instead.
public struct Report: Sendable {
  /// What made the report.
  public var tool: Tool
  /// The captures that were analysed, in the order in which they were given.
  public var captures: [CaptureReport] = []
  /// The captures that could not be read, in the order in which they were given.
  public var failures: [Failure] = []

  /// A report of nothing yet.
  public init(tool: Tool = .current) { self.tool = tool }

  /// All of it in `format`.
  public func written(
    as format: any ReportFormat.Type, _ presentation: Presentation = Presentation()
  ) -> String {
    let text = TextSink()
    let writer = ReportWriter(tool: tool)
    writer.add(format, presentation, to: text)
    for capture in captures { writer.write(capture) }
    for failure in failures { writer.write(failure) }
    writer.finish()
    return text.text
  }

  /// What made a report.
  public struct Tool: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String

    /// This hcitrace.
    public static let current = Tool(name: "hcitrace", version: "0.1.0")
  }

  /// A capture that could not be read.
  public struct Failure: Sendable, Equatable {
    /// The path as it was given, with the archive's member where there is one.
    public var path: String
    /// Where, what was found, what was expected, the way out.
    public var message: String

    /// The capture at `path` could not be read.
    public init(path: String, message: String) {
      self.path = path
      self.message = message
    }
  }
}

/// How many attempts ended how, and how many findings weigh how much.
public struct Summary: Sendable, Equatable {
  /// Attempts in all.
  public var attempts = 0
  /// Attempts by their verdict.
  public var verdicts: [Verdict: Int] = [:]
  /// Findings by their weight.
  public var findings: [Severity: Int] = [:]

  /// Nothing yet.
  public init() {}

  /// Attempts with `verdict`.
  public func count(_ verdict: Verdict) -> Int { verdicts[verdict] ?? 0 }
  /// Findings that weigh `severity`.
  public func count(_ severity: Severity) -> Int { findings[severity] ?? 0 }
  /// The weightiest finding; `nil` where there is none.
  public var worst: Severity? { findings.keys.max() }

  /// Counts the numbers of `other` too.
  public mutating func add(_ other: Summary) {
    attempts += other.attempts
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    findings.merge(other.findings, uniquingKeysWith: +)
  }
}

/// Collects a report's text.
private final class TextSink: ReportSink {
  private var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ more: [UInt8]) { bytes += more }
}
