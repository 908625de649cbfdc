/// Stretches of the log, each with a begin and an end, of which those that touch another one are found without a look at
/// all of them: the time it takes grows with how many are found, and with the logarithm of how many there are.
///
/// They stand in the order in which they begin; each is the root of a balanced tree of its neighbours, and knows the
/// latest end in it.
struct Spans: Sendable {
  private struct Span {
    var first: Int, last: Int
    /// Where it stood in the list.
    var place: Int
    /// The latest end of those in its tree.
    var latest: Int
  }

  private var spans: [Span]

  /// The stretches in `list`, each from its begin to its end.
  init(_ list: some Sequence<(first: Int, last: Int)>) {
    spans = list.enumerated().map {
      Span(first: $1.first, last: $1.last, place: $0, latest: $1.last)
    }
    spans.sort { ($0.first, $0.place) < ($1.first, $1.place) }
    _ = findLatest(in: spans.indices)
  }

  /// The first that touches `stretch` and `matches`, by its place in the list; they are asked in the order in which they
  /// begin.
  func first(touching stretch: ClosedRange<Int>, where matches: (Int) -> Bool) -> Int? {
    search(spans.indices, stretch, matches)
  }

  /// Those that touch `stretch`, by their places in the list, and in that order.
  func touching(_ stretch: ClosedRange<Int>) -> [Int] {
    var found: [Int] = []
    _ = first(touching: stretch) {
      found.append($0)
      return false
    }
    return found.sorted()
  }

  /// The first that begins after `point`, by its place in the list.
  func next(after point: Int) -> Int? {
    var rest = spans[...]
    while !rest.isEmpty {
      let middle = rest.startIndex + rest.count / 2
      rest = spans[middle].first > point ? rest[..<middle] : rest[(middle + 1)...]
    }
    return rest.startIndex < spans.endIndex ? spans[rest.startIndex].place : nil
  }

  private mutating func findLatest(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let root = range.lowerBound + range.count / 2
    for part in [range.lowerBound..<root, (root + 1)..<range.upperBound] {
      if let latest = findLatest(in: part) { spans[root].latest = max(spans[root].latest, latest) }
    }
    return spans[root].latest
  }

  private func search(
    _ range: Range<Int>, _ stretch: ClosedRange<Int>, _ matches: (Int) -> Bool
  ) -> Int? {
    guard !range.isEmpty else { return nil }
    let root = range.lowerBound + range.count / 2
    guard spans[root].latest >= stretch.lowerBound else { return nil }
    if let found = search(range.lowerBound..<root, stretch, matches) { return found }
    guard spans[root].first <= stretch.upperBound else { return nil }
    if spans[root].last >= stretch.lowerBound, matches(spans[root].place) { return spans[root].place }
    return search((root + 1)..<range.upperBound, stretch, matches)
  }
}
