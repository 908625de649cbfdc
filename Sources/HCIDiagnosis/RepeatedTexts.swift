/// Texts that are said again and again, of other frames and in other attempts: each is kept once.
struct RepeatedTexts {
  private var known: Set<String> = []
  /// As many different ones are known at most.
  private static let limit = 4_096

  /// Lets `text` be the first one that equals it.
  mutating func share(_ text: inout String) {
    // A shorter one lies in the string itself.
    guard text.utf8.count > 15 else { return }
    let first: String?
    if known.count < Self.limit {
      first = known.insert(text).memberAfterInsert
    } else {
      first = known.firstIndex(of: text).map { known[$0] }
    }
    // Texts are equal, too, where they write an accent in another way; not so where all is ASCII.
    let isASCII = text.utf8.count == text.utf16.count
    if let first, isASCII || first.utf8.elementsEqual(text.utf8) { text = first }
  }

  /// Lets what `finding` says in words be shared.
  mutating func share(_ finding: inout Finding) {
    share(&finding.message)
    for index in finding.evidence.indices { share(&finding.evidence[index].summary) }
  }

  /// Lets what `unseen` says in words be shared.
  mutating func share(_ unseen: inout Unseen) {
    share(&unseen.what)
    share(&unseen.why)
  }
}
