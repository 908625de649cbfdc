import HCIDiagnosis
import HCIReport
import HCITrace

/// What `hcitrace redact` is asked for.
struct RedactRequest {
  /// The capture, or - for standard input.
  let input: String
  /// Which of an archive's members it is.
  let member: String?
  /// The file to write, or - for standard output.
  let output: String
  /// As what.
  let format: CaptureFileFormat
  /// A file that is there already may go.
  let force: Bool
  /// What is kept.
  let redaction: RedactionOptions
  /// Nothing is told but what went wrong.
  let quiet: Bool

  /// Does it, and says how it went.
  func run() -> RunStatus {
    ignoreBrokenPipes()
    guard let file = CaptureOutput.opening(output, replacing: force) else { return .unusable }
    let progress = quiet ? nil : Progress.begin(reading: [input], filesEnd: false)
    defer { progress?.end() }
    var shared: Sharing.Shared
    do throws(CaptureError) {
      shared = try Sharing.redact(path: input, member: member, as: format, redaction) { file.write($0) }
    } catch {
      file.discard()
      say("\(input.escaped()): \(error.description.escaped())")
      return .unusable
    }
    guard let written = file.end() else { return .unusable }
    do throws(CaptureError) {
      // What counts is what others will read.
      if let session = try written.readBack() { shared.shared = session }
    } catch {
      written.discard()
      say("\(output.escaped()): what was written can't be read back: \(error.description.escaped())")
      return .unusable
    }
    guard written.keep() else { return .unusable }
    progress?.end()
    return tell(SharingReport(shared, from: input, to: output, as: format))
  }

  private func tell(_ report: SharingReport) -> RunStatus {
    let isTold =
      quiet || (output == "-" ? FileOutput.standardError : .standardOutput).write { $0.write(report.text) }
    if !isTold { return .unusable }
    return report.isSame ? .clean : .findings
  }
}
