import Synchronization

/// How many threads of a process work at the same time, all together.
///
/// Whoever works holds a place, the process's first thread too. Who could use more takes of those that are free, and gives
/// them back: what is done inside of another's work finds them taken, and starts no threads on top.
public final class Jobs: Sendable {
  private let free: Atomic<Int>

  /// `count` places, one of which the caller has.
  public init(_ count: Int) { free = Atomic(max(count, 1) - 1) }

  /// Takes up to `wanted` of the free places; says how many.
  func borrow(upTo wanted: Int) -> Int {
    var known = free.load(ordering: .relaxed)
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
