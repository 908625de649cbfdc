extension Jobs {
  /// What `transform` makes of each of `elements`, in their order, by as many threads as there are places free: the
  /// caller and one more for each further `share` of elements.
  ///
  /// - Parameter share: so many elements are worth a thread, which costs about 30 µs.
  public func map<Element: Sendable, Product: Sendable>(
    _ elements: [Element], share: Int, _ transform: @escaping @Sendable (Element) -> Product
  ) -> [Product] {
    let share = max(share, 1)
    let places = borrow(upTo: elements.count / share - 1)
    guard places > 0 else { return elements.map(transform) }
    let stretches = Monitor(Stretches<Product>(of: elements.count, each: share))
    let work: @Sendable () -> Void = {
      while let stretch = stretches.update({ $0.begin() }) {
        let products = elements[stretch].map(transform)
        stretches.update { $0.products[stretch.lowerBound / share] = products }
      }
    }
    let threads = Threads(places) {
      work()
      self.giveBack(1)
    }
    giveBack(places - threads.count)
    work()
    threads.join()
    return stretches.update { $0.products.flatMap { $0 } }
  }
}

/// Elements that are taken a stretch at a time, and what was made of each stretch.
private struct Stretches<Product: Sendable>: Sendable {
  let count: Int
  let length: Int
  var products: [[Product]]
  private var begun = 0

  init(of count: Int, each length: Int) {
    self.count = count
    self.length = length
    products = Array(repeating: [], count: (count + length - 1) / length)
  }

  /// The next stretch; `nil` when all were begun.
  mutating func begin() -> Range<Int>? {
    guard begun < count else { return nil }
    let stretch = begun..<min(begun + length, count)
    begun = stretch.upperBound
    return stretch
  }
}
