/// A form in which a report can be written, step by step: its beginning, each capture as it comes, its end. A format
/// only prints: what is true was decided before. It keeps of a capture no more than what its end shows.
///
/// A new format is one file, one line in ``allFormats`` and one golden file.
public protocol ReportFormat: Sendable {
  /// Its name, as `--output NAME:FILE` takes it.
  static var name: String { get }
  /// What it is for, in one line.
  static var summary: String { get }
  /// A report by `tool`. A format for machines takes no notice of `presentation`.
  init(_ presentation: Presentation, tool: Report.Tool)
  /// Writes what stands before the captures.
  mutating func begin(_ output: inout ReportBuffer)
  /// Writes the next capture.
  mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer)
  /// The next capture could not be read.
  mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer)
  /// Writes what stands behind the captures; `summary` has their numbers.
  mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer)
}

/// Every format that `--output` knows.
public let allFormats: [any ReportFormat.Type] = [
  TextFormat.self,
  JSONFormat.self,
  NDJSONFormat.self,
  SARIFFormat.self,
  JUnitFormat.self,
  GitHubFormat.self,
  GitLabFormat.self,
  CheckstyleFormat.self,
  MarkdownFormat.self,
]

/// The format called `name`.
public func reportFormat(named name: some StringProtocol) -> (any ReportFormat.Type)? {
  allFormats.first { $0.name == name }
}

/// How much a reader's screen can show.
public struct Presentation: Sendable, Equatable {
  /// Columns of a line.
  public var width: Int
  /// Colours may be used.
  public var isColoured: Bool
  /// Show everything: all frames of the evidence, all devices.
  public var isVerbose: Bool

  /// What a file can hold: 100 columns, no colour.
  public init(width: Int = 100, isColoured: Bool = false, isVerbose: Bool = false) {
    self.width = min(max(width, 40), 100)
    self.isColoured = isColoured
    self.isVerbose = isVerbose
  }
}
