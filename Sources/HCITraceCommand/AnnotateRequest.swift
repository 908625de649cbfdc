import HCIReport
import HCITrace

/// What `hcitrace annotate` is asked for.
struct AnnotateRequest {
  /// The capture.
  let input: String
  /// Which of an archive's members it is.
  let member: String?
  /// The file to write, or - for standard output.
  let output: String
  /// Where Wireshark's coloring rules go.
  let colourFilters: String?
  /// How the capture is judged.
  let settings: Settings
  /// A file that is there already may go.
  let force: Bool
  /// Nothing is told but what went wrong.
  let quiet: Bool

  /// Does it, and says how it went.
  func run() throws -> RunStatus {
    ignoreBrokenPipes()
    let progress = quiet ? nil : Progress.begin(reading: [input, input], filesEnd: false)
    defer { progress?.end() }
    guard let judged = try JudgedCapture(path: input, member: member, settings) else { return .unusable }
    let comments = EvidenceComments(judged.report)
    guard let written = write(judged, comments), writeColourRules() else { return .unusable }
    progress?.end()
    let report = AnnotationReport(judged.report, judged.session.capture, comments, written, to: output)
    let isTold =
      quiet || (output == "-" ? FileOutput.standardError : .standardOutput).write { $0.write(report.text) }
    return isTold ? .clean : .unusable
  }

  /// Writes the capture; `nil`, and a line on standard error, when that can't be done.
  private func write(_ judged: JudgedCapture, _ comments: EvidenceComments) -> CaptureFileWriter.Tally? {
    guard let file = CaptureOutput.opening(output, replacing: force) else { return nil }
    let tally: CaptureFileWriter.Tally
    do throws(CaptureError) {
      tally = try Annotating.annotate(
        path: input, member: member, with: comments.comments, as: judged.session.capture
      ) { file.write($0) }
    } catch {
      file.discard()
      say("\(input.escaped()): \(error.description.escaped())")
      return nil
    }
    guard let written = file.end(), written.keep() else { return nil }
    return tally
  }

  /// Writes the coloring rules where they are asked for; false, and a line on standard error, when that can't be done.
  private func writeColourRules() -> Bool {
    guard let colourFilters else { return true }
    return FileOutput.write(to: colourFilters) { $0.write(ColourRules.file) }
  }
}
