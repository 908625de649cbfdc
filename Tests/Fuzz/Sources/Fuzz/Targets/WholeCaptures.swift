@testable import HCITrace

@testable import HCIDiagnosis
@testable import HCIReport

extension FuzzTarget {
  /// Whole captures: how far is analysed, and in which forms it is written.
  static let wholeCaptures = [
    FuzzTarget(
      name: "diagnosis", limit: 16_384, seeds: captures(upTo: 16_384), mutation: CaptureMutation(),
      run: { input in
        guard BTSnoopRecords(input) != nil else { return false }
        _ = Analyzer(profile: .automatic).analyze(bytes: input, named: "capture")
        return true
      }),
    FuzzTarget(
      name: "report", limit: 8_192, seeds: captures(upTo: 8_192), mutation: CaptureMutation(),
      run: { input in
        guard BTSnoopRecords(input) != nil else { return false }
        try WholeCapture(input).checkReports()
        return true
      }),
    FuzzTarget(
      name: "decode", limit: 8_192, seeds: captures(upTo: 8_192), mutation: CaptureMutation(),
      run: { input in
        guard BTSnoopRecords(input) != nil else { return false }
        try WholeCapture(input).checkDecoding()
        return true
      }),
  ]

  /// The samples and the examples, each cut behind the last record within `limit` octets.
  static func captures(upTo limit: Int) -> @Sendable () throws -> [[UInt8]] {
    {
      (try SampleCaptures.btsnoop() + SampleCaptures.examples).map { file in
        BTSnoopRecords(file)?.bytes(limit: limit) ?? file
      }
    }
  }
}

/// Everything that hcitrace writes of one capture.
struct WholeCapture {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Analyses it and writes every report; the same capture gives the same report again.
  func checkReports() throws {
    let results = Analyzer(profile: .automatic).analyze(bytes: bytes, named: "capture")
    for format in allFormats {
      let output = report(results, format, Presentation())
      switch format.name {
      case JSONFormat.name: try OutputPromises.check(json: output, isLines: false)
      case NDJSONFormat.name: try OutputPromises.check(json: output, isLines: true)
      case GitHubFormat.name: try OutputPromises.check(text: behindCommands(of: output))
      default: try OutputPromises.check(text: output)
      }
    }
    let narrow = Presentation(width: 40, isColoured: true, isVerbose: true)
    try OutputPromises.check(text: report(results, TextFormat.self, narrow), isColoured: true)
    let again = Analyzer(profile: .automatic).analyze(bytes: bytes, named: "capture")
    try promise(
      report(again, NDJSONFormat.self, Presentation()) == report(results, NDJSONFormat.self, Presentation()),
      "another report the second time")
  }

  /// Decodes it in every form.
  func checkDecoding() throws {
    let formats: [DecodeOptions.Format] = [.text, .verbose, .json]
    for format in formats {
      var options = DecodeOptions()
      options.format = format
      options.isColoured = format == .verbose
      let output = Written()
      do throws(CaptureError) {
        try Decoding.decode(bytes: bytes, options: options) { output.take($0) }
      } catch { return }
      if format == .json {
        try OutputPromises.check(json: output.bytes, isLines: true)
      } else {
        try OutputPromises.check(text: output.bytes, isColoured: options.isColoured)
      }
    }
  }

  /// The lines without the commands that the format itself gives: `::error file=…`.
  private func behindCommands(of lines: [UInt8]) -> [UInt8] {
    let commands = ["::error ", "::warning ", "::notice "].map { Array($0.utf8) }
    let rest = lines.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      commands.first { line.starts(with: $0) }.map { line.dropFirst($0.count) } ?? line
    }
    return Array(rest.joined(separator: [0x0A]))
  }

  private func report(
    _ results: [CaptureResult], _ format: any ReportFormat.Type, _ presentation: Presentation
  ) -> [UInt8] {
    let writer = ReportWriter()
    let output = Written()
    writer.add(format, presentation, to: output)
    for result in results {
      switch result.outcome {
      case .success(let diagnosis): writer.write(CaptureReport(diagnosis, path: result.path))
      case .failure(let error): writer.write(Report.Failure(path: result.path, message: error.description))
      }
    }
    writer.finish()
    return output.bytes
  }
}

/// Keeps what is written.
final class Written: ReportSink {
  private(set) var bytes: [UInt8] = []

  func write(_ more: [UInt8]) { bytes += more }

  func take(_ more: RawSpan) { bytes += ByteReader(more).copyRest(limit: .max) }
}
