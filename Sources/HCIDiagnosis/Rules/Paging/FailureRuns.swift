import HCITrace

/// The attempts at one peer that failed without audio, and which of them follow each other so fast that they lie within
/// one window of time.
struct FailureRuns: Sendable {
  /// The failed attempts, as indices into `session.attempts`.
  private var failures: [Int] = []
  /// For each, the first failure that no longer lies within the window that begins with it.
  private var ends: [Int] = []
  /// For each, the first from it on that begins a run of at least as many failures as are asked for.
  private var runs: [Int] = []

  /// Which failures make a run.
  struct Limits {
    /// Seconds in which they lie.
    var window: Double
    /// How many there are at least.
    var tries: Int
  }

  /// Looks at `attempts`, all at one peer and in order.
  init(_ attempts: [Int], in session: Session, _ limits: Limits) {
    failures = attempts.filter { session.attempts[$0].hasFailedWithoutAudio }
    var end = 0
    for start in failures.indices {
      let began = session.attempts[failures[start]].paging.began ?? session.attempts[failures[start]].first
      end = max(end, start)
      while end < failures.count, let failed = session.attempts[failures[end]].end?.at,
        failed.seconds(since: began) <= limits.window
      {
        end += 1
      }
      ends.append(end)
    }
    runs = ends
    var next = ends.count
    for start in ends.indices.reversed() {
      if ends[start] - start >= limits.tries { next = start }
      runs[start] = next
    }
  }

  /// The first run that the attempt at `index` belongs to, as indices into `session.attempts`.
  func run(with index: Int) -> ArraySlice<Int>? {
    guard let own = place(of: index) else { return nil }
    // The runs of earlier failures don't end later, so half of those that are left can be passed over at each step.
    var candidates = 0..<own
    while !candidates.isEmpty {
      let middle = candidates.lowerBound + candidates.count / 2
      candidates = ends[middle] > own ? candidates.lowerBound..<middle : middle + 1..<candidates.upperBound
    }
    let start = runs[candidates.lowerBound]
    return start <= own ? failures[start..<ends[start]] : nil
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
