import Testing

@testable import HCIReport

@Suite("Paragraphs in bytes") struct ParagraphTests {
  /// Whatever letters and spaces meet at the end of a line: the bytes come to the same lines as letters do.
  @Test(arguments: [40, 41, 55, 100], [false, true])
  func linesAreThoseOfLetters(_ width: Int, _ isColoured: Bool) {
    var random = SeededGenerator(seed: UInt64(width))
    for _ in 0..<600 {
      let spans = (0..<Int.random(in: 0...5, using: &random)).map { _ in span(&random) }
      let indent = Int.random(in: 0...8, using: &random)
      let hang = Int.random(in: 0...40, using: &random)
      var page = TextPage(ReportBuffer(), width: width, coloured: isColoured)
      var reference = ReferenceLayout(width: width, isColoured: isColoured)
      page.paragraph(spans, indent: indent, hang: hang)
      reference.paragraph(spans, indent: indent, hang: hang)
      let text = page.finish().text
      #expect(text == reference.output, "\(spans.map(\.text)), indent \(indent), hang \(hang)")
      if text != reference.output { return }
    }
  }

  /// A span of a few pieces, of which some are on the border between what is a column a byte and what is measured.
  private func span(_ random: inout SeededGenerator) -> Span {
    let pieces = [
      " ", " ", "  ", "a", "word", "seventeen letters", " · ", "·", " ·", "· ", "–", "“quoted”", "ä", "ス",
      "スピーカー",
      "🔊", "e\u{301}", " \u{301}", "\u{301}", "✔", "pair\u{A0}✘", "\u{A0}", "한글", "\u{FFFD}",
      "-----------------",
      String(repeating: "x", count: 50), String(repeating: "長", count: 30), "\\u{202E}", "frame 12,345; ",
    ]
    let styles: [Span.Style] = [.plain, .strong, .dim, .error, .good]
    let count = Int.random(in: 0...6, using: &random)
    let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    return Span(text, styles.randomElement(using: &random) ?? .plain)
  }

  @Test func aSpaceWithAMarkOnItIsALetter() {
    var page = TextPage(ReportBuffer(), width: 40, coloured: false)
    page.paragraph([Span(String(repeating: "x", count: 39)), Span(" \u{301}mark")])
    #expect(page.finish().text == String(repeating: "x", count: 39) + "\n \u{301}mark\n")
  }
}

@Suite("Bytes of a report") struct BufferTests {
  @Test(arguments: [
    0, 1, 9, 10, 99, 12_345_678, 99_999_999, 100_000_000, 1_000_000_000_000, -1, -100_000_000, Int.min,
    Int.max,
  ])
  func wholeNumbers(_ number: Int) {
    var buffer = ReportBuffer()
    buffer.append(decimal: number)
    #expect(buffer.text == String(number))
  }

  @Test(arguments: [1, 3, 6, 8, 9, 17]) func digitsWithZerosBeforeThem(_ width: Int) {
    for number in [0, 7, 120_045, 99_999_999, 100_000_000, 123_456_789_012_345_678] as [UInt64] {
      var buffer = ReportBuffer()
      buffer.append(digits: number, width: width)
      let digits = String(number)
      #expect(buffer.text == String(repeating: "0", count: max(0, width - digits.count)) + digits)
    }
  }

  /// What stands in a JSON string as it is, and what is the first that doesn't.
  @Test(arguments: [
    ("plain ~ text", "plain ~ text"), ("", ""), ("\u{1F}", "\\u001f"), ("\u{7F}", "\\u007f"),
    ("\u{80}", "\\u0080"),
    ("say \"hi\"", "say \\\"hi\\\""), ("C:\\", "C:\\\\"), ("a\nb\rc\td", "a\\nb\\rc\\td"),
    ("\u{1B}[31m", "\\u001b[31m"),
    ("\u{202E}gnp", "\\u202egnp"), ("“ä” スピ 🔊", "“ä” スピ 🔊"), ("e\u{301}", "e\u{301}"),
    ("\u{E0041}", "\\udb40\\udc41"),
    ("\u{A0}\u{2028}", "\\u00a0\\u2028"),
    (String(decoding: [0x61, 0xFF, 0xC3], as: UTF8.self), "a\u{FFFD}\u{FFFD}"),
  ])
  func jsonStrings(_ text: String, _ json: String) {
    var buffer = ReportBuffer()
    buffer.append(json: text)
    #expect(buffer.text == "\"\(json)\"")
  }
}
