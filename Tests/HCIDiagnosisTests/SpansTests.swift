import HCITrace
import Testing

@testable import HCIDiagnosis

/// Stretches of a log are found as if all had been looked at.
@Suite struct SpansTests {
  private let list: [(first: Int, last: Int)] = {
    var generator = SeededGenerator(seed: 0x5BA5)
    return (0..<200).map { _ in
      let first = Int.random(in: 0...1_000, using: &generator)
      // A few last very long, as links that play all day do.
      let length = Int.random(
        in: 0...(Int.random(in: 0..<10, using: &generator) == 0 ? 900 : 20), using: &generator)
      return (first, first + length)
    }
  }()

  @Test func touchingFindsAllThatTouch() {
    let spans = Spans(list)
    for begin in stride(from: 0, to: 1_900, by: 7) {
      for end in [begin, begin + 13, begin + 400] {
        let expected = list.indices.filter { list[$0].last >= begin && list[$0].first <= end }
        #expect(spans.touching(begin...end) == expected)
      }
    }
    #expect(Spans([]).touching(0...9) == [])
  }

  @Test func nextIsTheFirstThatBeginsAfter() {
    let spans = Spans(list)
    for point in -1...1_001 {
      let later = list.map(\.first).filter { $0 > point }.min()
      #expect(spans.next(after: point).map { list[$0].first } == later)
    }
    #expect(Spans([]).next(after: 0) == nil)
  }

  /// What doesn't touch isn't asked, and neither is what comes after the one that is found.
  @Test func noMoreAreAskedThanTouch() {
    let apart = Spans((0..<10_000).map { ($0 * 10, $0 * 10 + 5) })
    var asked: [Int] = []
    let found = apart.first(touching: 50_003...50_021) {
      asked.append($0)
      return $0 == 5_001
    }
    #expect(found == 5_001)
    #expect(asked == [5_000, 5_001])
  }
}
