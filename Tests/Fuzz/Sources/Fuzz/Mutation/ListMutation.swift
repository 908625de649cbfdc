/// What can be done to packets, messages and lines alike: they come twice, not at all, or in another order.
enum ListMutation {
  /// Changes the order or number of `list`; the elements stay as they are.
  static func rearrange<Element>(_ list: inout [Element], limit: Int, _ random: inout SeededGenerator) {
    guard !list.isEmpty else { return }
    let place = random.below(list.count)
    let end = min(list.count, place + 1 + random.below(random.once(in: 4) ? list.count : 4))
    switch random.below(7) {
    case 0: list.removeSubrange(place..<end)
    case 1: list.insert(contentsOf: list[place..<end], at: random.below(list.count + 1))
    case 2: list.swapAt(place, random.below(list.count))
    case 3: list[place..<end].reverse()
    case 4:
      let part = Array(list[place..<end])
      list.removeSubrange(place..<end)
      list.insert(contentsOf: part, at: random.below(list.count + 1))
    case 5:
      // Again and again: what grows with it shows.
      let part = Array(list[place..<end])
      for _ in 0..<min(1 << random.below(8), limit / part.count) { list.insert(contentsOf: part, at: end) }
    default: list.removeSubrange(random.once(in: 2) ? place..<list.count : 0..<place)
    }
    if list.count > limit { list.removeSubrange(limit...) }
  }

  /// The beginning of `one` and the end of `other`, or a part of the one amid the other.
  static func splice<Element>(_ one: [Element], _ other: [Element], _ random: inout SeededGenerator)
    -> [Element]
  {
    let place = random.below(one.count + 1)
    let start = random.below(other.count + 1)
    if random.once(in: 2) { return Array(one[..<place]) + Array(other[start...]) }
    let end = start + random.below(other.count - start + 1)
    return Array(one[..<place]) + Array(other[start..<end]) + Array(one[place...])
  }
}
