import HCIDiagnosis

/// The report as one JSON document. Its keys are part of the product: they are written here, word for word, so that
/// renaming a property never changes a file.
public struct JSONFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "json"
  /// What it is for.
  public static let summary = "one JSON document, for programs"

  /// Counts up when a key changes its meaning or goes; new keys don't count.
  static let schemaVersion = 1

  private let tool: Report.Tool
  /// Where in the document the next capture is written.
  private var place = JSONPlace(isIndented: true)
  /// They stand behind the captures.
  private var failures: [Report.Failure] = []

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.tool = tool }

  /// Opens the document.
  public mutating func begin(_ output: inout ReportBuffer) {
    let tool = tool
    place.write(to: &output) { writer in
      writer.open("{")
      writer.field("schemaVersion", Self.schemaVersion)
      writer.field("tool", tool) { $0.fields(of: $1) }
      writer.member("captures") { $0.open("[") }
    }
  }

  /// Writes an element of `captures`.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    place.write(to: &output) { writer in writer.element { $0.object { $0.fields(of: capture) } } }
  }

  /// Keeps an element of `failures`.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Closes the document.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    let failures = failures
    place.write(to: &output) { writer in
      writer.close("]")
      writer.objects("failures", failures) { failure, refused in
        failure.field("path", refused.path)
        failure.field("message", refused.message)
      }
      writer.field("summary", summary) { object, numbers in
        object.field("captures", numbers.captures)
        object.field("failures", numbers.failures)
        object.fields(of: numbers.numbers)
      }
      writer.close("}")
      writer.endLine()
    }
  }
}

/// The report as one JSON object a line, one line for each capture that could be read.
public struct NDJSONFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "ndjson"
  /// What it is for.
  public static let summary = "one JSON object a line, one line a capture"

  private let tool: Report.Tool

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.tool = tool }

  /// A line is a document of its own: nothing stands before the first.
  public mutating func begin(_ output: inout ReportBuffer) {}

  /// Writes a line.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    var writer = JSONWriter(output, at: JSONPlace(isIndented: false))
    writer.object { line in
      line.field("schemaVersion", JSONFormat.schemaVersion)
      line.field("tool", tool) { $0.fields(of: $1) }
      line.fields(of: capture)
    }
    writer.endLine()
    output = writer.finish()
  }

  /// There is no line for what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {}

  /// Nothing stands behind the last line.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {}
}

extension JSONWriter {
  mutating func fields(of tool: Report.Tool) {
    field("name", tool.name)
    field("version", tool.version)
  }

  mutating func fields(of summary: Summary) {
    field("attempts", summary.attempts)
    field("streamed", summary.count(.streamed))
    field("interrupted", summary.count(.interrupted))
    field("silent", summary.count(.silent))
    field("ready", summary.count(.ready))
    field("failed", summary.count(.failed))
    field("unfinished", summary.count(.unfinished))
    field("noAudioAttempted", summary.count(.noAudioAttempted))
    field("errors", summary.count(.error))
    field("warnings", summary.count(.warning))
    field("notes", summary.count(.note))
  }
}
