extension YAMLValue {
  /// A message: text with `{step.field}`, `{capture}`, `{one..other}` and the words that every attempt has.
  func message(_ scope: RuleScope) throws(YAMLProblem) -> Message {
    let text = try prose()
    var parts: [Message.Part] = []
    var words = ""
    var rest = text[...]
    while let letter = rest.first {
      rest = rest.dropFirst()
      if letter == "{" || letter == "}", rest.first == letter {
        words.append(letter)
        rest = rest.dropFirst()
        continue
      }
      guard letter == "{" else {
        if letter == "}" { throw problem("a } without its {; }} stands for the character itself") }
        words.append(letter)
        continue
      }
      guard let end = rest.firstIndex(of: "}") else {
        throw problem("a { without its }; {{ stands for the character itself")
      }
      if !words.isEmpty { parts.append(.text(words)) }
      words = ""
      parts.append(try part(String(rest[..<end]), scope))
      rest = rest[rest.index(after: end)...]
    }
    if !words.isEmpty { parts.append(.text(words)) }
    return Message(parts: parts)
  }

  private func part(_ place: String, _ scope: RuleScope) throws(YAMLProblem) -> Message.Part {
    if let word = Message.Word(rawValue: place) { return .word(word) }
    if let dots = place.firstRange(of: "..") {
      return .time(
        from: try scope.slot(named: String(place[..<dots.lowerBound]), at: self),
        to: try scope.slot(named: String(place[dots.upperBound...]), at: self))
    }
    guard place.contains(".") || scope.captures[place] != nil else {
      let known =
        scope.captures.keys.sorted() + Message.Word.allCases.map(\.rawValue)
        + scope.steps.keys.sorted().map { "\($0).frame" }
      throw problem("nothing is known as {\(place)}" + suggestion(for: place, among: known))
    }
    let reference = try scope.reference(place, at: self)
    if reference.field == "by", reference.slot != FieldReference.attempt {
      return .side(slot: reference.slot)
    }
    var unit: String?
    if case .number(let counted) = scope.field(reference.field, of: reference.slot)?.kind { unit = counted }
    return .field(reference, unit: unit)
  }
}

extension YAMLValue {
  /// A text for people, in one line, without what a terminal would obey.
  func prose() throws(YAMLProblem) -> String {
    let text = try name().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !text.isEmpty else { throw problem("a text is expected, and this one is empty") }
    guard text.unicodeScalars.count <= 2_000 else { throw problem("a text has 2000 characters at most") }
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
        throw problem(
          "a text may not hold the character U+\(String(scalar.value, radix: 16, uppercase: true))")
      default: continue
      }
    }
    return text
  }
}
