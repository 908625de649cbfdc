import HCITrace

/// What a search leads to: one thing that was meant, and the rules that look into it.
public struct Lead: Sendable {
  /// What was found: a phrase with who says it, a code with its protocol, a rule.
  public var title: String
  /// The situation in one line; `nil` where the title says it all.
  public var meaning: String?
  /// The rules, the likeliest first; empty for a code that no rule looks for by itself.
  public var rules: [any Rule.Type]
  /// It is a rule whose own name was typed.
  var isRule = false
}

/// Finds rules by what people see and hear: phrases, codes, symptoms.
///
/// Texts are compared by their words. A word weighs more the fewer phrases have it, and a phrase scores by how much of
/// it was typed and how much of what was typed it explains. The same search always gives the same answer.
public struct PhraseSearch: Sendable {
  private struct Entry: Sendable {
    var words: SearchedWords
    var lead: Int
  }

  private let rules: [any Rule.Type]
  private var leads: [Lead] = []
  private var entries: [Entry] = []
  private var frequency: [String: Int] = [:]

  /// A search that leads to `rules`.
  public init(_ rules: [any Rule.Type] = allRules) {
    self.rules = rules
    for phrase in SearchedPhrase.all {
      for text in phrase.texts {
        add(
          text,
          Lead(title: "“\(text)” (\(phrase.origin.rawValue))", meaning: phrase.meaning, rules: phrase.rules))
      }
    }
    for family in [SearchedCode.Family.hci, .avdtp, .connectionResult, .configurationResult, .sdp] {
      for value in 1...(family.digits == 2 ? 0xFF : 0x0F) {
        guard let code = SearchedCode(UInt32(value), in: family) else { continue }
        add(String(code.title.drop { $0 != ":" }), code.lead)
      }
    }
    for (name, status) in SearchedPhrase.androidStatusNames {
      guard var lead = SearchedCode(UInt32(status.rawValue), in: .hci)?.lead else { continue }
      lead.title = "“\(name)” (\(SearchedPhrase.Origin.android.rawValue)): \(lead.title)"
      add(name, lead)
    }
    for rule in rules {
      let lead = Lead(title: rule.info.title, rules: [rule], isRule: true)
      add(rule.info.id, lead)
      add(rule.info.title, lead)
    }
    for entry in entries {
      for word in entry.words.distinct { frequency[word, default: 0] += 1 }
    }
  }

  private mutating func add(_ text: String, _ lead: Lead) {
    let known = lead.rules.filter { rule in rules.contains { $0.info.id == rule.info.id } }
    guard known.count == lead.rules.count || !known.isEmpty else { return }
    leads.append(Lead(title: lead.title, meaning: lead.meaning, rules: known, isRule: lead.isRule))
    entries.append(Entry(words: SearchedWords(text), lead: leads.count - 1))
  }

  /// What `text` may mean, the likeliest first; nothing for what nobody says of a speaker.
  public func leads(for text: String) -> [Lead] {
    let text = String(text.prefix(Self.longestSearch))
    let numbers = SearchedNumbers(text)
    let codes = numbers.codes.map(\.lead)
    if numbers.areAll { return codes }
    let words = SearchedWords(text)
    let found = phrases(like: words)
    if !found.isEmpty || !codes.isEmpty { return found + codes }
    return mentions(of: words)
  }

  // MARK: Phrases

  private func phrases(like words: SearchedWords) -> [Lead] {
    var best: [String: (score: Int, lead: Int)] = [:]
    for entry in entries {
      let score = score(of: entry.words, for: words)
      guard score >= Self.leastScore else { continue }
      // A phrase has several forms: the one that fits best speaks for it.
      let lead = leads[entry.lead]
      let key = lead.meaning ?? lead.title
      if let known = best[key], known.score >= score { continue }
      best[key] = (score, entry.lead)
    }
    let top = best.values.map(\.score).max() ?? 0
    return best.values.filter { $0.score >= top - Self.band }
      .sorted { ($1.score, $0.lead) < ($0.score, $1.lead) }
      .prefix(Self.mostLeads).map { leads[$0.lead] }.withoutRepetition
  }

  /// How well the words of a phrase fit those of a search: 0 to 100, more where one holds the other word for word.
  private func score(of phrase: SearchedWords, for search: SearchedWords) -> Int {
    let common = weight(phrase.distinct.intersection(search.distinct))
    guard common > 0 else { return 0 }
    if phrase.said == search.said { return 150 }
    let covered = 60 * common / max(1, weight(phrase.distinct))
    let explained = 40 * common / max(1, weight(search.distinct))
    let isWhole = search.contains(phrase) || (search.distinct.count > 1 && phrase.contains(search))
    return covered + explained + (isWhole ? 25 : 0)
  }

  private func weight(_ words: Set<String>) -> Int { words.reduce(0) { $0 + weight($1) } }

  private func weight(_ word: String) -> Int {
    if SearchedWords.small.contains(word) { return 1 }
    if word.isNumeral { return frequency[word] == nil ? 0 : 2 }
    guard let count = frequency[word] else {
      // Addresses and times say nothing; other unknown words make a search less sure.
      return word.contains(where: \.isNumber) ? 0 : 8
    }
    return max(2, 12 - 2 * (Int.bitWidth - count.leadingZeroBitCount))
  }

  // MARK: The rules' own prose

  /// The rules whose description has all the words, when they are few: a search that is no phrase of anybody.
  private func mentions(of words: SearchedWords) -> [Lead] {
    let wanted = words.distinct.subtracting(SearchedWords.small)
    guard !wanted.isEmpty else { return [] }
    let found = rules.filter { rule in
      let info = rule.info
      let prose = [info.title, info.why, info.looksFor, info.doubt ?? ""] + info.remedies.map(\.action)
      return wanted.isSubset(of: SearchedWords(prose.joined(separator: " ")).distinct)
    }
    guard !found.isEmpty, found.count <= Self.mostMentions else { return [] }
    return [Lead(title: "no phrase of anybody; rules that speak of it", rules: found)]
  }

  private static let longestSearch = 1_000
  private static let leastScore = 62
  private static let band = 45
  private static let mostLeads = 5
  private static let mostMentions = 8
}

extension SearchedCode {
  /// The code as something that was found.
  fileprivate var lead: Lead {
    Lead(title: title, meaning: rules.isEmpty ? "no rule looks for it by itself" : nil, rules: rules)
  }
}

extension [Lead] {
  /// Without rules that stand for themselves where a phrase has led to them already.
  fileprivate var withoutRepetition: [Lead] {
    var seen: Set<String> = []
    return filter { lead in
      let ids = lead.rules.map { $0.info.id }
      if lead.isRule, seen.isSuperset(of: ids) { return false }
      seen.formUnion(ids)
      return true
    }
  }
}
