import HCITrace

/// The attempts at one peer that failed without audio, and which of them follow each other so fast that they lie within
/// one window of time.
struct FailureRuns: Sendable {
  /// The failed attempts, as indices into `session.attempts`.
  private var failures: [Int] = []
  /// For each, the first failure that no longer lies within the window that begins with it.
  private var ends: [Int] = []

  /// Looks at `attempts`, all at one peer and in order; a window is of `window` seconds.
  init(_ attempts: [Int], in session: Session, window: Double) {
    failures = attempts.filter { session.attempts[$0].hasFailedWithoutAudio }
    var end = 0
    for start in failures.indices {
      let began = session.attempts[failures[start]].paging.began ?? session.attempts[failures[start]].first
      end = max(end, start)
      while end < failures.count, let failed = session.attempts[failures[end]].end?.at,
        failed.seconds(since: began) <= window
      {
        end += 1
      }
      ends.append(end)
    }
  }

  /// The first run of at least `tries` failures that the attempt at `index` belongs to, as indices into
  /// `session.attempts`.
  func run(with index: Int, of tries: Int) -> ArraySlice<Int>? {
    guard let own = place(of: index) else { return nil }
    // The runs of earlier failures don't end later, so half of those that are left can be passed over at each step.
    var candidates = 0..<own
    while !candidates.isEmpty {
      let middle = candidates.lowerBound + candidates.count / 2
      candidates = ends[middle] > own ? candidates.lowerBound..<middle : middle + 1..<candidates.upperBound
    }
    return (candidates.lowerBound...own).first { ends[$0] > own && ends[$0] - $0 >= tries }
      .map { failures[$0..<ends[$0]] }
  }

  private func place(of index: Int) -> Int? {
    var rest = failures[...]
    while !rest.isEmpty {
      let middle = rest.startIndex + rest.count / 2
      if rest[middle] == index { return middle }
      rest = rest[middle] > index ? rest[..<middle] : rest[(middle + 1)...]
    }
    return nil
  }
}

extension Attempt {
  /// It ended, not by the capture's end, and no stream had been configured.
  var hasFailedWithoutAudio: Bool {
    !isCutByCapture && streams.isEmpty && end?.value != .nothingPaged
  }
}
