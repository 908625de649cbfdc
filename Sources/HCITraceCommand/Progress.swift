import HCITrace
import Synchronization

/// Tells on standard error how far a run has come: from its second second on, and only where somebody sees it.
///
/// It draws only when bytes or files were got through since it looked last, and once more when none were for a second:
/// whoever pages through the output (`| less`) keeps the run waiting, and the screen.
final class Progress: Sendable {
  private let paths: [String]
  private let fileCount: Int
  private let filesDone = Atomic(0)
  private let isOver = Atomic(false)
  private let start = Machine.seconds

  /// From one look to the next, in milliseconds.
  private static let pause = 100
  /// So many pauses, a second, are waited before anything is shown, and before what doesn't move is called still.
  private static let patience = 10

  /// Begins to tell how far the reading of `paths` is; `nil` where nobody would see it: standard error is no terminal,
  /// or one that can't or shall not be rewritten.
  ///
  /// - Parameter filesEnd: each file is told of by ``finishFile()``.
  static func begin(reading paths: [String], filesEnd: Bool = true) -> Progress? {
    guard Terminal.canRewrite else { return nil }
    let progress = Progress(paths, filesEnd ? paths.count : 1)
    StatusLine.shared.begin()
    startThread { progress.run() }
    return progress
  }

  private init(_ paths: [String], _ fileCount: Int) {
    self.paths = paths
    self.fileCount = fileCount
  }

  /// Another file is through.
  func finishFile() { filesDone.add(1, ordering: .relaxed) }

  /// Takes the line away; nothing is shown afterwards.
  func end() {
    isOver.store(true, ordering: .relaxed)
    StatusLine.shared.end()
  }

  private func run() {
    for _ in 0..<Self.patience { Machine.sleep(milliseconds: Self.pause) }
    guard !isOver.load(ordering: .relaxed) else { return }
    let total = totalSize
    var last: (bytes: Int, files: Int) = (-1, -1)
    var stillFor = 0
    while !isOver.load(ordering: .relaxed) {
      let now = (bytes: BytesRead.count, files: filesDone.load(ordering: .relaxed))
      stillFor = now == last ? stillFor + 1 : 0
      last = now
      if stillFor == 0 || stillFor == Self.patience {
        let state = ProgressState(
          bytes: now.bytes, totalBytes: total, files: now.files, totalFiles: fileCount,
          seconds: Machine.seconds - start, isMoving: stillFor == 0)
        StatusLine.shared.show(state.line(columns: Terminal.errorColumns - 1))
      }
      Machine.sleep(milliseconds: Self.pause)
    }
  }

  /// The bytes in all files; `nil` when one of them is a pipe.
  private var totalSize: Int? {
    var sum = 0
    for path in paths {
      guard let size = fileSize(path) else { return nil }
      sum &+= size
    }
    return sum
  }
}
