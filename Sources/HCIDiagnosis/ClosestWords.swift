extension Sequence<String> {
  /// The words close to `word`, closest first: for whoever mistyped one.
  public func closest(to word: String) -> [String] {
    let wanted = word.lowercased()
    let near: [(word: String, distance: Int)] = compactMap { known in
      let distance = editDistance(wanted, known.lowercased())
      let isPart = wanted.utf8.count >= 3 && known.lowercased().contains(wanted)
      return isPart || distance <= Swift.max(2, wanted.utf8.count / 3) ? (known, isPart ? 0 : distance) : nil
    }
    return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.map(\.word)
  }
}

/// How many letters must be changed, put in or left out (Levenshtein); long texts are compared by their beginning.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8.prefix(64)), b = Array(b.utf8.prefix(64))
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in b.enumerated() {
      let substituted = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[b.count]
}
