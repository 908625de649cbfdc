public import HCIDiagnosis

/// The facts that every format shows, built once from what was found in each capture.
///
/// Its order is that of the input; it holds no clock, and no path but the one that the user gave. Formats print it
/// and decide nothing.
public struct Report: Sendable {
  /// What made the report.
  public var tool: Tool
  /// The captures that were analysed, in the order in which they were given.
  public var captures: [CaptureReport] = []
  /// The captures that could not be read, in the order in which they were given.
  public var failures: [Failure] = []

  /// A report of nothing yet.
  public init(tool: Tool = .current) { self.tool = tool }

  /// The numbers of all captures together.
  public var summary: Summary { captures.reduce(into: Summary()) { $0.add($1.summary) } }

  /// The weightiest finding of all captures; `nil` when nothing was found.
  public var worst: Severity? { captures.lazy.flatMap(\.findings).map(\.severity).max() }

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

  /// Counts the numbers of `other` too.
  public mutating func add(_ other: Summary) {
    attempts += other.attempts
    verdicts.merge(other.verdicts, uniquingKeysWith: +)
    findings.merge(other.findings, uniquingKeysWith: +)
  }
}
