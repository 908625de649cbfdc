import HCIDiagnosis
import HCIReport
import HCITrace

/// What `hcitrace check` is asked for.
struct CheckRequest {
  /// Captures and folders of them.
  var paths: [String]
  /// The reports to write.
  var output: [OutputTarget]
  /// What captures without expectations show is written down.
  var record: Bool
  /// How many captures are worked on at the same time; `nil`: one for each processor.
  var jobs: JobCount?
  /// Only what isn't as expected is listed.
  var quiet: Bool
  /// When the list is coloured.
  var color: ColourChoice

  /// Does it.
  func run() throws -> RunStatus {
    ignoreBrokenPipes()
    let outputs = output.compactMap(\.file).compactMap(FileIdentity.init(path:))
    let inputs = Inputs(expanding: paths, except: outputs)
    let expectations: ExpectationFiles
    let judges: [Judge]
    do throws(ConfigurationProblem) {
      expectations = try ExpectationFiles(inputs.files)
      judges = try self.judges(for: expectations)
    } catch {
      say(error.description.escaped())
      return .unusable
    }
    let progress = quiet ? nil : Progress.begin(reading: expectations.pairs.map(\.capture.path))
    defer { progress?.end() }
    let jobs = Jobs(self.jobs?.value ?? JobCount.possible)
    var run = CheckRun(self, expectations, with: jobs)
    jobs.inOrder(Array(zip(expectations.pairs, judges)), room: Self.room, weight: \.judged.weight) {
      pair, judge in
      Checked(expectation: pair.expectation, judged: judge.judge(pair.capture, with: jobs))
    } take: { checked in
      run.take(checked)
      progress?.finishFile()
    }
    return run.finish(inputs)
  }

  /// Who judges each capture: by the configuration that its expectations name, or by the nearest.
  private func judges(for expectations: ExpectationFiles) throws(ConfigurationProblem) -> [Judge] {
    var files = ConfigurationFiles(.search, rules: [])
    var named: [String: Judge] = [:]
    var nearest: [String?: Judge] = [:]
    var judges: [Judge] = []
    for pair in expectations.pairs {
      let judge: Judge
      if let name = pair.expectation?.configuration?.value, let path = pair.expectation?.path {
        let file = name.hasPrefix("/") || !path.contains("/") ? name : "\(path.folder)/\(name)"
        if let known = named[file] {
          judge = known
        } else {
          var chosen = ConfigurationFiles(.file(file), rules: [])
          judge = Judge(try chosen.configuration(for: pair.capture.path), redaction: nil)
          named[file] = judge
        }
      } else {
        let configuration = try files.configuration(for: pair.capture.path)
        judge = nearest[configuration.path] ?? Judge(configuration, redaction: nil)
        nearest[configuration.path] = judge
      }
      try pair.expectation?.check(RuleNames(RuleEntry.builtIn + judge.configuration.ownRules))
      judges.append(judge)
    }
    return judges
  }

  /// As many captures may wait for one before them as in `hcitrace analyze`.
  private static let room = Jobs.Room(count: 256, weight: 4_096)
}

/// A file that was judged, and what it has to show.
struct Checked: Sendable {
  var expectation: CaptureExpectation?
  var judged: JudgedFile
}

/// One run of `hcitrace check`: each capture is listed and reported as soon as it and those before it are known.
struct CheckRun {
  private let expectations: ExpectationFiles
  private let isRecording: Bool
  private var reports: ReportFiles
  private var list: CheckList?
  private let text = FileOutput.standardOutput
  /// Captures that were found.
  private var count = 0
  /// Something could not be read or written.
  private var isUnusable = false

  init(_ request: CheckRequest, _ expectations: ExpectationFiles, with jobs: Jobs) {
    self.expectations = expectations
    isRecording = request.record
    reports = ReportFiles(request.output, request.color, with: jobs)
    if !request.output.contains(where: { $0.file == nil }) {
      list = CheckList(Terminal.presentation(request.color), isBrief: request.quiet, to: text)
    }
  }

  /// Takes what became of the next file. What lies in a folder and is no capture is passed over, unless somebody expects
  /// something of it.
  mutating func take(_ checked: Checked) {
    for outcome in checked.judged.captures {
      switch outcome {
      case .reported(let capture):
        count += 1
        take(capture.reported(under: checked.judged.judge.configuration), checked)
      case .unreadable(let failure):
        count += 1
        refuse(failure)
      case .passedOver(let reason):
        guard checked.expectation != nil else { continue }
        count += 1
        refuse(Report.Failure(path: checked.judged.file.path, message: reason))
      }
    }
  }

  private mutating func take(_ capture: CaptureReport, _ checked: Checked) {
    guard let expectation = checked.expectation else {
      if isRecording {
        record(capture, checked.judged.file.path)
      } else {
        list?.tell(capture.path, .withoutExpectations)
      }
      return
    }
    let deviations = capture.deviations(from: expectation)
    reports.writer.write(capture.checked(deviations))
    list?.tell(capture.path, deviations.isEmpty ? .asExpected : .deviates(deviations))
  }

  private mutating func record(_ capture: CaptureReport, _ path: String) {
    let place = expectations.place(for: path)
    if createFile(place, capture.recordedExpectation) {
      list?.tell(capture.path, .recorded(place))
    } else {
      isUnusable = true
      say("\(place.escaped()): can't be written, or is there already")
    }
  }

  private mutating func refuse(_ failure: Report.Failure) {
    reports.writer.write(failure)
    say("\(failure.path.escaped()): \(failure.message.escaped())")
  }

  /// Ends the list and the reports.
  mutating func finish(_ inputs: Inputs) -> RunStatus {
    for orphan in expectations.orphans {
      isUnusable = true
      say("\(orphan.escaped()): there is no capture beside it of which it could speak")
    }
    if count == 0, expectations.orphans.isEmpty {
      isUnusable = true
      for folder in inputs.folders { say("\(folder.escaped()): a folder without a capture; expected one") }
    }
    list?.finish()
    let isWritten = reports.finish()
    return isUnusable || !isWritten || !text.end() ? .unusable : reports.writer.summary.status
  }
}
