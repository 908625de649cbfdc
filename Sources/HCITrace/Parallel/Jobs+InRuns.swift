extension Jobs {
  /// Does `work` for the numbers below `count`, a run of them at a time and several runs at the same time, and gives `take`
  /// each product when its turn has come: in the order of the numbers, on the calling thread, which works too.
  ///
  /// For many things that take microseconds each. Few of them are one run: to start a thread would take longer.
  public func inRuns<Product: Sendable>(
    of count: Int, room: Room, weight: @escaping @Sendable (Product) -> Int,
    work: @escaping @Sendable (Range<Int>) -> Product, take: (Product) -> Void
  ) {
    guard Self.areMany(count) else { return take(work(0..<count)) }
    let runs = stride(from: 0, to: count, by: Self.run).map { $0..<min($0 + Self.run, count) }
    inOrder(runs, callerWorks: true, room: room, weight: weight, work: work, take: take)
  }

  /// Whether `count` things are more than one run.
  public static func areMany(_ count: Int) -> Bool { count >= 4 * run }

  /// So many things are in a run: enough for threads that wait for the next not to be woken all the time, and so few that
  /// one that takes long holds up little.
  private static let run = 16
}
