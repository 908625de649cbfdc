import HCITrace

extension Event {
  /// What the packet says, in one line: "AVDTP Open, accept, seid 1".
  var summary: String {
    let title = name.split(separator: ".", maxSplits: 1).last.map(String.init) ?? name
    let layer = name.prefix { $0 != "." }
    var words = layer == "HCI" ? title.separated : "\(layer) \(title.separated)"
    let told = EventCatalogue.type(name)?.fields.compactMap { field -> String? in
      guard let value = fields[field.name] else { return nil }
      switch value {
      case .code: return value.shown
      case .truth(let truth): return truth ? field.name : nil
      case .text where field.name == "kind": return value.shown
      case .number, .text: return "\(field.name) \(value.shown)"
      }
    }
    for detail in (told ?? []).prefix(4) { words += ", \(detail)" }
    return words
  }
}

extension String {
  /// Words that were written together, apart: "ConnectionComplete" → "Connection Complete".
  fileprivate var separated: String {
    var words = ""
    let letters = Array(self)
    for (position, letter) in letters.enumerated() {
      let next = position + 1 < letters.count ? letters[position + 1] : letter
      let before = position > 0 ? letters[position - 1] : letter
      if position > 0, letter.isUppercase, before.isLowercase || (before.isUppercase && next.isLowercase) {
        words += " "
      }
      words.append(letter)
    }
    return words
  }
}
