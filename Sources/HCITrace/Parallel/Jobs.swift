import Synchronization

/// How many threads of a process work at the same time, all together.
///
/// Whoever works holds a place, the process's first thread too. Who could use more takes of those that are free, and gives
/// them back: what is done inside of another's work finds them taken, and starts no threads on top.
public final class Jobs: Sendable {
  private let free: Atomic<Int>
  private let count: @Sendable () -> Int
  /// Nobody wanted a second place yet.
  private static let uncounted = -1

  /// As many places as `count` says, one of which the caller has. It is asked when somebody wants a second one.
  public init(_ count: @autoclosure @escaping @Sendable () -> Int) {
    free = Atomic(Self.uncounted)
    self.count = count
  }

  /// Takes up to `wanted` of the free places; says how many.
  func borrow(upTo wanted: Int) -> Int {
    var known = free.load(ordering: .relaxed)
    if known == Self.uncounted {
      let (isFirst, now) = free.compareExchange(
        expected: known, desired: max(count(), 1) - 1, ordering: .relaxed)
      known = isFirst ? free.load(ordering: .relaxed) : now
    }
    while true {
      let taken = min(known, wanted)
      guard taken > 0 else { return 0 }
      let (isTaken, now) = free.weakCompareExchange(
        expected: known, desired: known - taken, ordering: .relaxed)
      if isTaken { return taken }
      known = now
    }
  }

  /// Gives `places` back.
  func giveBack(_ places: Int) { free.add(places, ordering: .relaxed) }
}
