import Synchronization

/// How many threads of a process work at the same time, all together.
///
/// Whoever works holds a place, the process's first thread too. Who could use more asks for those that are free, takes
/// what it gets, and gives it back: captures side by side, and the attempts within one, share the places without
/// knowing of each other.
public final class Jobs: Sendable {
  /// The places in all.
  public let count: Int
  private let free: Atomic<Int>

  /// `count` places, one of which the caller has.
  public init(_ count: Int) {
    self.count = max(count, 1)
    free = Atomic(max(count, 1) - 1)
  }

  /// One place: the caller does everything, one thing after another.
  public static let one = Jobs(1)

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

  /// Takes back the place that the caller gave up while it waited. For as long as somebody else has it, there is one
  /// thread too many.
  func resume() { free.subtract(1, ordering: .relaxed) }
}
