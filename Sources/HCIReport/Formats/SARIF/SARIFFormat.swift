import HCIDiagnosis

/// The findings as SARIF 2.1.0 (OASIS), with all rules: for code scanning on GitHub and GitLab, and for editors.
///
/// What is known only at the end, the rules of the user's own among it, stands behind the results: members of a JSON object
/// have no order. A capture is binary; its lines are its frames, since GitHub wants a line of every region.
public struct SARIFFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "sarif"
  /// What it is for.
  public static let summary = "SARIF 2.1.0, for code scanning (GitHub, GitLab, Azure) and editors"

  private let tool: Report.Tool
  private var place = JSONPlace(isIndented: true)
  private var rules = SARIFRules()
  /// They stand behind the captures.
  private var artifacts: [SARIFArtifact] = []
  private var failures: [Report.Failure] = []

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.tool = tool }

  /// Opens the log, its one run and the results.
  public mutating func begin(_ output: inout ReportBuffer) {
    place.write(to: &output) { writer in
      writer.open("{")
      writer.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      writer.field("version", "2.1.0")
      writer.member("runs") { $0.open("[") }
      writer.element { $0.open("{") }
      writer.member("results") { $0.open("[") }
    }
  }

  /// Writes a result for each finding of `capture`.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    rules.add(capture.ownRules)
    let artifact = SARIFArtifact(capture)
    // Captures of one archive share its file.
    if let last = artifacts.indices.last, artifacts[last].uri == artifact.uri {
      artifacts[last].add(artifact)
    } else {
      artifacts.append(artifact)
    }
    var results = SARIFResults(of: capture, in: artifact.uri, at: artifacts.count - 1)
    let rules = rules
    place.write(to: &output) { writer in
      for finding in capture.findings {
        let result = results.next(finding, rules.index(of: finding.rule))
        writer.element { $0.object { $0.fields(of: result) } }
      }
    }
  }

  /// Keeps what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Writes what was read, what could not be, and all rules.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    let (artifacts, failures, rules, tool) = (artifacts, failures, rules.all, tool)
    place.write(to: &output) { writer in
      writer.close("]")
      writer.objects("artifacts", artifacts) { $0.fields(of: $1) }
      writer.objects("invocations", [failures]) { invocation, failures in
        invocation.field("executionSuccessful", failures.isEmpty)
        let notices = artifacts.flatMap(\.notices) + failures.map(SARIFNotice.init)
        invocation.objects("toolExecutionNotifications", notices) { $0.fields(of: $1) }
      }
      writer.field("originalUriBaseIds", ArtifactURI.base) { bases, base in
        bases.field(base, "the folder in which hcitrace ran") { $0.message("description", $1) }
      }
      writer.field("columnKind", "unicodeCodePoints")
      writer.field("tool", tool) { member, tool in
        member.field("driver", tool) { driver, tool in
          driver.fields(of: tool)
          driver.objects("rules", rules) { $0.fields(ofRule: $1) }
        }
      }
      writer.close("}")
      writer.close("]")
      writer.close("}")
      writer.endLine()
    }
  }
}

extension JSONWriter {
  /// A message (§3.11): `text`, in which names may stand, as plain text.
  mutating func message(_ key: String, _ text: String) {
    field(key, text) { $0.field("text", $1.inSARIF) }
  }
}

extension String {
  /// The text in a message, whose braces stand for arguments and whose brackets begin links unless they are doubled and
  /// escaped (§3.11.5, §3.11.6). What acts is shown: it would on the page of whoever shows the message.
  var inSARIF: String {
    let shown = escaped()
    guard shown.utf8.contains(where: { "{}[]".utf8.contains($0) }) else { return shown }
    return shown.reduce(into: "") { text, character in
      switch character {
      case "{": text += "{{"
      case "}": text += "}}"
      case "[": text += "\\["
      case "]": text += "\\]"
      default: text.append(character)
      }
    }
  }
}
