/// Values in numbered places, changed where they stand: an array with one owner, so that nothing has to ask before each
/// change whether somebody else has it too, as an array must.
@safe
struct Slots<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  /// No values, and room for `capacity` of them.
  init(capacity: Int = 4) {
    self.capacity = max(capacity, 1)
    // Safe: the memory belongs to this value alone, which can't be copied, and is freed once, by `deinit`.
    unsafe base = .allocate(capacity: self.capacity)
  }

  /// The same values in places of their own.
  borrowing func copy() -> Slots {
    var copy = Slots(capacity: count)
    for index in indices { copy.append(self[index]) }
    return copy
  }

  deinit {
    // Safe: the first `count` places are initialised, and no others.
    unsafe base.deinitialize(count: count)
    unsafe base.deallocate()
  }

  var indices: Range<Int> { 0..<count }

  /// The value at `index`, which is one of ``indices``.
  subscript(index: Int) -> Element {
    @inline(__always) _read {
      precondition(index >= 0 && index < count)
      // Safe: the line above proved that the place is initialised; whoever reads borrows all of it.
      yield unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(index >= 0 && index < count)
      // Safe: as above; whoever changes it has all of it to himself.
      yield unsafe &base[index]
    }
  }

  /// Adds `value` behind the others.
  mutating func append(_ value: consuming Element) {
    if count == capacity { grow() }
    // Safe: the place behind the last is free, and there is room for it.
    unsafe (base + count).initialize(to: value)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    // Safe: the values move into the new memory, which is twice as large; the old is freed without them.
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    unsafe larger.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity *= 2
  }
}
