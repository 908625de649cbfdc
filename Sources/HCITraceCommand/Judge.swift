import HCIDiagnosis
import HCIReport
import HCITrace

/// Judges captures under one configuration: whatever thread asks, one file or several at the same time.
final class Judge: Sendable {
  /// What is in force.
  let configuration: Configuration
  private let analyzer: Analyzer

  init(_ configuration: Configuration, redaction: RedactionOptions?) {
    self.configuration = configuration
    analyzer = Analyzer(configuration, redaction: redaction)
  }

  /// What becomes of `file`.
  func judge(_ file: Inputs.File, with jobs: Jobs) -> JudgedFile {
    JudgedFile(
      file: file, judge: self,
      captures: analyzer.analyze(path: file.path, with: jobs).map { result in
        if file.folder != nil, case .failure(let error) = result.outcome, error.isNoCapture,
          isReadable(file.path)
        {
          return .passedOver(error.description)
        }
        return outcome(of: result)
      })
  }

  /// What becomes of the files at `paths`, parts of one log in this order.
  func judge(joining paths: [String], with jobs: Jobs) -> JudgedFile {
    let result = analyzer.analyze(joining: paths, with: jobs)
    return JudgedFile(file: Inputs.File(path: result.path), judge: self, captures: [outcome(of: result)])
  }

  private func outcome(of result: CaptureResult) -> JudgedFile.Outcome {
    switch result.outcome {
    case .success(let diagnosis):
      .reported(CaptureReport(diagnosis, of: result, under: configuration))
    case .failure(let error): .unreadable(Report.Failure(path: result.path, message: error.description))
    }
  }
}

/// What became of one file.
struct JudgedFile: Sendable {
  /// What became of a capture in it.
  enum Outcome: Sendable {
    /// This was found, of which the configuration may want only a part.
    case reported(CaptureReport)
    /// It could not be read.
    case unreadable(Report.Failure)
    /// What lies there in a folder is none, for this reason.
    case passedOver(String)
  }

  /// The file.
  let file: Inputs.File
  /// Who judged it.
  let judge: Judge
  /// Each capture in it.
  let captures: [Outcome]

  /// How much of it is kept until it is written, in about kilobytes.
  var weight: Int {
    captures.reduce(0) { sum, capture in
      guard case .reported(let report) = capture else { return sum + 1 }
      return sum + 3 + report.attempts.count + report.findings.count + report.peers.count / 4
    }
  }
}

extension Settings {
  /// Who judges each of the files at `paths`: one for each configuration, however many files it holds for.
  func judges(for paths: [String]) throws -> [Judge] {
    // Files of one folder have one configuration: that of the first is looked up.
    var folders: [String: Int] = [:]
    var firsts: [String] = []
    let places = paths.map { path in
      let folder = path == "-" ? "" : path.folder
      if let place = folders[folder] { return place }
      folders[folder] = firsts.count
      firsts.append(path)
      return firsts.count - 1
    }
    var known: [String?: Judge] = [:]
    let judges = try configurations(for: firsts).map { configuration in
      let judge = known[configuration.path] ?? Judge(configuration, redaction: redaction)
      known[configuration.path] = judge
      return judge
    }
    return places.map { judges[$0] }
  }
}
