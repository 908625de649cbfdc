public import HCITrace

/// What is told of a capture that was annotated.
public struct AnnotationReport {
  private let capture: CaptureReport
  private let comments: EvidenceComments
  private let facts: CaptureFacts
  private let written: CaptureFileWriter.Tally
  private let output: String

  /// `capture`, a file of `facts`, was `written` to `output` with `comments`.
  public init(
    _ capture: CaptureReport, _ facts: CaptureFacts, _ comments: EvidenceComments,
    _ written: CaptureFileWriter.Tally, to output: String
  ) {
    self.capture = capture
    self.facts = facts
    self.comments = comments
    self.written = written
    self.output = output
  }

  /// It in lines.
  public var text: String {
    var lines = ["\(capture.path.escaped()) → \(output.escaped())"]
    func tell(_ label: String, _ text: String) {
      lines.append("  " + label.padded(to: 10) + text)
    }
    tell("written", written.summary(of: facts, as: .pcapng))
    for (label, text) in written.remarks(on: facts, as: .pcapng) { tell(label, text) }
    tell("comments", "on \(counted(comments.frameCount, "frame")): frame.comment selects them in Wireshark")
    tell("findings", capture.numbers)
    return lines.joined(separator: "\n") + "\n"
  }
}
