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
    inOrder(items, callerWorks: false, room: room, weight: weight, work: work, take: take)
  }

  /// The same. Where the items are small, the caller does some of them itself instead of waiting for the others: a thread
  /// less that is woken for each product. Where they are large, products would wait for it.
  func inOrder<Item: Sendable, Product: Sendable>(
    _ items: [Item], callerWorks: Bool, room: Room, weight: @escaping @Sendable (Product) -> Int,
    work: @escaping @Sendable (Item) -> Product, take: (Product) -> Void
  ) {
    let others = items.count > 1 ? borrow(upTo: items.count - 1) : 0
    guard others > 0 else { return items.forEach { take(work($0)) } }
    let line = Monitor(Line<Product>(count: items.count, room: room, borrowed: others))
    let make: @Sendable (Int) -> Void = { index in
      let product = work(items[index])
      let weight = weight(product)
      line.update { $0.enter(product, weight, at: index) }
    }
    // A caller that only waits and takes has a place that meanwhile is one of theirs.
    let wanted = callerWorks ? others : others + 1
    let threads = Threads(wanted) {
      while let index = line.update(when: { $0.isOpen || $0.isBegun }, { $0.begin() }) { make(index) }
      // What others still work at may spread out.
      self.giveBack(line.update { $0.giveUp(1) })
    }
    giveBack(line.update { $0.giveUp(wanted - threads.count) })
    let works = callerWorks || threads.count == 0
    var left = items.count
    while left > 0 {
      let (product, index) = line.update(when: { $0.isNextHere || works && $0.isOpen }) { line in
        line.isNextHere ? (line.next(), nil) : (nil, line.begin())
      }
      if let index { make(index) }
      guard let product else { continue }
      take(product)
      left -= 1
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

  /// All items were begun.
  var isBegun: Bool { begun == count }

  /// Another item may be begun. The one whose turn it is was begun before any that waits for it.
  var isOpen: Bool { !isBegun && begun - taken < room.count && weight < room.weight }

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
