/// Texts that act where they are shown as they are: names that somebody chose with care.
enum HostileText {
  private static let texts: [[UInt8]] =
    [
      "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{202E}evil", "\u{2066}", "::error::no", "##[command]",
      "\n::set-output name=a::b", "\r\n", "<script>", "]]>", "\"},{\"", "\\", "\\u{", "\u{0}", "\u{7F}",
      "\u{9B}",
      "\u{2028}", "\u{FEFF}", "e\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{1F468}\u{200D}\u{1F469}",
      "\u{FFFD}",
      "\u{E000}", "\u{E0041}", "\u{115F}", "| # ` *", ",=1+1", "- &a [*a]", "%s%n", "\u{3000}",
    ].map { Array($0.utf8) } + [
      // No UTF-8: a continuation alone, an overlong slash, half a surrogate pair, beyond the last scalar.
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE],
    ]

  /// Writes one of them over a part of `octets`.
  static func put(into octets: inout [UInt8], _ random: inout SeededGenerator) {
    guard !octets.isEmpty else { return }
    let place = random.below(octets.count)
    for (octet, index) in zip(random.one(of: texts), place..<octets.count) { octets[index] = octet }
  }
}
