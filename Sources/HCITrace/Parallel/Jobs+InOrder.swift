extension Jobs {
  /// How far work may be ahead of the product whose turn it is: light products may pile up behind one that takes long,
  /// heavy ones soon stop the others.
  public struct Room: Sendable {
    /// Products that may be waiting or in the making.
    public var count: Int
    /// What those that wait may weigh together before no other is begun.
    public var weight: Int

    /// Room for `count` products that weigh `weight` together.
    public init(count: Int, weight: Int) {
      self.count = max(count, 1)
      self.weight = max(weight, 1)
    }
  }

  /// Does `work` for each of `items`, several at a time, and gives `take` each product as soon as its turn comes: in the
  /// order of the items, on the calling thread.
  ///
  /// Items are begun in their order by whoever is free. With one place or one item no thread is started.
  public func inOrder<Item: Sendable, Product: Sendable>(
    _ items: [Item], room: Room, weight: @escaping @Sendable (Product) -> Int,
    work: @escaping @Sendable (Item) -> Product, take: (Product) -> Void
  ) {
    guard count > 1, items.count > 1 else { return items.forEach { take(work($0)) } }
    // The caller only waits and takes, so one more may work.
    giveBack(1)
    defer { resume() }
    let line = Monitor(Line<Product>(count: items.count, room: room))
    let places = borrow(upTo: items.count)
    let threads = Threads(places) {
      while let index = line.update(when: { $0.isOpen }, { $0.begin() }) {
        let product = work(items[index])
        let weight = weight(product)
        line.update { $0.enter(product, weight, at: index) }
      }
      // Whatever still runs may spread out.
      self.giveBack(1)
    }
    giveBack(places - threads.count)
    if threads.count > 0 {
      for _ in items { line.update(when: { $0.isNextHere }, { $0.next() }).map(take) }
    } else {
      items.forEach { take(work($0)) }
    }
    threads.join()
  }
}

/// Products that wait for their turn.
private struct Line<Product: Sendable>: Sendable {
  let count: Int
  let room: Jobs.Room
  /// Items that were begun.
  private var begun = 0
  /// Products that were taken.
  private var taken = 0
  private var waiting: [Int: (product: Product, weight: Int)] = [:]
  private var weight = 0

  init(count: Int, room: Jobs.Room) {
    self.count = count
    self.room = room
  }

  /// Another item may be begun, or there is none. The one whose turn it is was begun before any that waits for it.
  var isOpen: Bool { begun == count || begun - taken < room.count && weight < room.weight }

  /// The next item; `nil` when all were begun.
  mutating func begin() -> Int? {
    guard begun < count else { return nil }
    begun += 1
    return begun - 1
  }

  mutating func enter(_ product: Product, _ weight: Int, at index: Int) {
    waiting[index] = (product, weight)
    self.weight += weight
  }

  /// The product whose turn it is has come.
  var isNextHere: Bool { waiting[taken] != nil }

  mutating func next() -> Product? {
    guard let (product, weight) = waiting.removeValue(forKey: taken) else { return nil }
    taken += 1
    self.weight -= weight
    return product
  }
}
