import HCIDiagnosis

/// The verdicts as JUnit's XML report: a suite for each capture, a test case for each attempt and for each rule about the
/// capture as a whole, those that passed too.
public struct JUnitFormat: ReportFormat {
  /// As `--output` takes it.
  public static let name = "junit"
  /// What it is for.
  public static let summary =
    "JUnit's XML: a test case per attempt and per rule about a capture"

  /// They stand behind the captures.
  private var failures: [Report.Failure] = []
  private let tool: Report.Tool

  /// The format.
  public init(_ presentation: Presentation, tool: Report.Tool) { self.tool = tool }

  /// Opens the document.
  public mutating func begin(_ output: inout ReportBuffer) {
    var xml = XMLWriter(output)
    xml.declare()
    xml.open("testsuites", ["name": tool.name])
    output = xml.finish()
  }

  /// Writes the suite of `capture`.
  public mutating func write(_ capture: CaptureReport, to output: inout ReportBuffer) {
    var xml = XMLWriter(output, depth: 1)
    xml.write(JUnitSuite(capture))
    output = xml.finish()
  }

  /// Keeps what could not be read.
  public mutating func write(_ failure: Report.Failure, to output: inout ReportBuffer) {
    failures.append(failure)
  }

  /// Writes a suite with an error for each capture that could not be read, and closes the document.
  public mutating func end(_ summary: RunningSummary, to output: inout ReportBuffer) {
    var xml = XMLWriter(output, depth: 1)
    for failure in failures {
      let path = failure.path.escaped()
      xml.open(
        "testsuite",
        ["name": path, "tests": "1", "failures": "0", "errors": "1", "skipped": "0", "file": path])
      xml.open("testcase", ["name": "can be read", "classname": failure.path.asClassName])
      xml.element("error", ["type": Report.Failure.rule, "message": failure.message.escaped()])
      xml.close("testcase")
      xml.close("testsuite")
    }
    xml.close("testsuites")
    output = xml.finish()
  }
}

extension String {
  /// The path as a name of a class: a point would part that from its package.
  var asClassName: String { escaped().replacing(".", with: "_") }
}
