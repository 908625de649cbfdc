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

  /// The format.
  public init() {}

  /// Writes `report` to `output`.
  public func write(_ report: Report, _ presentation: Presentation, to output: inout some TextOutputStream) {
    var writer = JSONWriter(output, indented: true)
    writer.object { document in
      document.field("schemaVersion", Self.schemaVersion)
      document.field("tool", report.tool) { $0.fields(of: $1) }
      document.objects("captures", report.captures) { $0.fields(of: $1) }
      document.objects("failures", report.failures) { failure, refused in
        failure.field("path", refused.path)
        failure.field("message", refused.message)
      }
      document.field("summary", report.summary) { summary, numbers in
        summary.field("captures", report.captures.count)
        summary.field("failures", report.failures.count)
        summary.fields(of: numbers)
      }
    }
    writer.endLine()
    output = writer.output
  }
}

/// The report as one JSON object a line, one line for each capture that could be read.
public struct NDJSONFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "ndjson"
  /// What it is for.
  public static let summary = "one JSON object a line, one line a capture"

  /// The format.
  public init() {}

  /// Writes `report` to `output`.
  public func write(_ report: Report, _ presentation: Presentation, to output: inout some TextOutputStream) {
    var writer = JSONWriter(output, indented: false)
    for capture in report.captures {
      writer.object { line in
        line.field("schemaVersion", JSONFormat.schemaVersion)
        line.field("tool", report.tool) { $0.fields(of: $1) }
        line.fields(of: capture)
      }
      writer.endLine()
    }
    output = writer.output
  }
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
