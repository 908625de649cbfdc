/// Something that hcitrace promises of every input, and does not keep.
struct BrokenPromise: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Breaks off where `isKept` is false.
func promise(_ isKept: Bool, _ what: @autoclosure () -> String) throws(BrokenPromise) {
  if !isKept { throw BrokenPromise(what()) }
}
