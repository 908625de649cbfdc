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

    /// Room for all there are: of products that are kept anyway.
    public static let unlimited = Room(count: .max, weight: .max)
  }

  /// Does `work` for each of `items`, several at a time, and gives `take` each product as soon as its turn comes: in the
  /// order of the items, on the calling thread.
  ///
  /// Items are begun in their order by whoever is free. Without a second item, or a free place, no thread is started.
  public func inOrder<Item: Sendable, Product: Sendable>(
    _ items: [Item], room: Room, weight: @escaping @Sendable (Product) -> Int,
    work: @escaping @Sendable (Item) -> Product, take: (Product) -> Void
  ) {
    let others = items.count > 1 ? borrow(upTo: items.count - 1) : 0
    guard others > 0 else { return items.forEach { take(work($0)) } }
    let line = Monitor(Line<Product>(count: items.count, room: room, borrowed: others))
    // The caller only waits and takes: meanwhile its place is one of theirs.
    let threads = Threads(others + 1) {
      while let index = line.update(when: { $0.isOpen }, { $0.begin() }) {
        let product = work(items[index])
        let weight = weight(product)
        line.update { $0.enter(product, weight, at: index) }
      }
      // What others still work at may spread out.
      self.giveBack(line.update { $0.giveUp(1) })
    }
    giveBack(line.update { $0.giveUp(others + 1 - threads.count) })
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
  /// Places that are not the caller's.
  private var borrowed: Int

  init(count: Int, room: Jobs.Room, borrowed: Int) {
    self.count = count
    self.room = room
    self.borrowed = borrowed
  }

  /// So many of `places` are to be given back: all but the caller's.
  mutating func giveUp(_ places: Int) -> Int {
    let given = min(places, borrowed)
    borrowed -= given
    return given
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
