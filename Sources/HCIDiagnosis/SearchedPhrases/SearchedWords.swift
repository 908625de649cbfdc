/// A text as words to be compared: no case, no punctuation, no endings.
struct SearchedWords {
  /// The words in their order, in the pieces between which “…” stands for anything.
  var pieces: [[String]]
  /// Each word once.
  var distinct: Set<String>

  /// The words of `text`.
  init(_ text: String) {
    pieces = text.lowercased().split(separator: "…").map { Self.words($0) }.filter { !$0.isEmpty }
    distinct = Set(pieces.joined())
  }

  private static func words(_ text: Substring) -> [String] {
    // An apostrophe is no end of a word, and the 0x of a number that was left out is none.
    text.filter { $0 != "'" && $0 != "’" }.split { !$0.isLetter && !$0.isNumber }
      .filter { $0 != "0x" }.map { String($0).withoutEnding }
  }

  /// The words in their order, but for numbers.
  var said: [String] { pieces.joined().filter { !$0.isNumeral } }

  /// Whether the pieces of `other` stand in this text one after the other, each as it is.
  func contains(_ other: SearchedWords) -> Bool {
    var rest = Array(pieces.joined())[...]
    for piece in other.pieces {
      guard let start = rest.firstIndex(of: piece) else { return false }
      rest = rest[(start + piece.count)...]
    }
    return !other.pieces.isEmpty
  }

  /// Words that say little about what a text is about.
  static let small: Set<String> = Set(
    [
      "a", "an", "the", "is", "are", "was", "be", "to", "of", "with", "in", "on", "at", "and", "or", "for",
      "it",
      "its", "my", "your", "this", "that", "i", "you", "we", "by", "from", "as", "but", "when", "does", "do",
      "then",
      "bluetooth",
    ].map(\.withoutEnding))
}

extension ArraySlice<String> {
  /// Where `piece` begins.
  fileprivate func firstIndex(of piece: [String]) -> Int? {
    guard piece.count <= count else { return nil }
    return (startIndex...(endIndex - piece.count)).first {
      self[$0..<($0 + piece.count)].elementsEqual(piece)
    }
  }
}

extension String {
  /// Whether the word is a number: a process, a time, an errno.
  var isNumeral: Bool { allSatisfy { $0.isNumber } }

  /// A word without the ending that its grammar gives it: "stutters", "stuttering" and "stutter" are one.
  fileprivate var withoutEnding: String {
    guard !contains(where: \.isNumber) else { return self }
    for ending in ["ing", "ed", "es", "s", "e"] where hasSuffix(ending) && count >= ending.count + 3 {
      if ending == "s", hasSuffix("ss") { return self }
      var stem = String(dropLast(ending.count))
      if ending == "ing" || ending == "ed", let last = stem.last, !"aeiousl".contains(last),
        stem.dropLast().last == last
      {
        stem.removeLast()
      }
      return stem
    }
    return self
  }
}
