import ArgumentParser
import HCIReport
import HCITrace

/// What `hcitrace analyze` is asked for.
struct AnalyzeRequest {
  /// Captures, folders of captures, or - for standard input.
  var paths: [String]
  /// The reports to write.
  var output: [OutputTarget] = []
  /// What outweighs the configuration.
  var settings = Settings()
  /// The captures are parts of one log.
  var join = false
  /// How many captures, or parts of a large one, are worked on at the same time; `nil`: one for each processor.
  var jobs: JobCount?
  /// No text is written.
  var quiet = false
  /// All of the evidence is shown.
  var verbose = false
  /// When the text is coloured.
  var color: ColourChoice = .auto

  /// Does it.
  func run() throws {
    ignoreBrokenPipes()
    let outputs = output.compactMap(\.file).compactMap(FileIdentity.init(path:))
    let inputs = join ? nil : Inputs(expanding: paths, except: outputs)
    let files = inputs?.files ?? paths.prefix(1).map { Inputs.File(path: $0) }
    let judges = try settings.judges(for: files.map(\.path))
    let progress = quiet ? nil : Progress.begin(reading: join ? paths : files.map(\.path), filesEnd: !join)
    defer { progress?.end() }
    let wanted = jobs
    // Only who needs a second place asks how many processors there are.
    let jobs = Jobs(wanted?.value ?? JobCount.possible)
    var run = AnalysisRun(self, with: jobs)
    if let inputs {
      analyze(inputs, by: judges, with: jobs, &run, progress)
    } else if let judge = judges.first {
      run.take(judge.judge(joining: paths, with: jobs), tellingWhatIsPassedOver: verbose)
    }
    let status = run.finish()
    if status != .clean { throw ExitCode(status.rawValue) }
  }

  /// Analyses every file, several at a time. What lies in a folder and is no capture is passed over; a folder without
  /// any is an error.
  private func analyze(
    _ inputs: Inputs, by judges: [Judge], with jobs: Jobs, _ run: inout AnalysisRun, _ progress: Progress?
  ) {
    var fruitful: Set<String> = []
    var left = inputs.files.count
    jobs.inOrder(Array(zip(inputs.files, judges)), room: Self.room, weight: \.weight) { file, judge in
      judge.judge(file, with: jobs)
    } take: { judged in
      let isFruitful = run.take(judged, tellingWhatIsPassedOver: verbose)
      if isFruitful, let folder = judged.file.folder { fruitful.insert(folder) }
      progress?.finishFile()
      left -= 1
      if left == 0 { lastFile.update { $0 = judged } }
    }
    for folder in inputs.folders where !fruitful.contains(folder) {
      run.take(
        Report.Failure(
          path: folder, message: "a folder without a capture; expected one; --verbose tells what each file is"
        ))
    }
  }

  /// Behind a large capture 256 small ones may wait, about 2 MB; of large ones as many as are analysed at a time.
  private static let room = Jobs.Room(count: 256, weight: 4_096)
}

/// What was found in the last file. It is here until the process ends, and then is given back at once, instead of piece by
/// piece, as memory that is needed again.
private let lastFile = Monitor<JudgedFile?>(nil)
