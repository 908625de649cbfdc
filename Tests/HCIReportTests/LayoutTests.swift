import Testing

@testable import HCIReport

@Suite("Text that fits") struct LayoutTests {
  @Test(arguments: [40, 60, 72, 80, 99, 100])
  func noLineIsWiderThanThePage(_ width: Int) {
    for report in [Fixture.several, Fixture.report(Fixture.hostile), Fixture.report(wide)] {
      for isVerbose in [false, true] {
        let text = written(report, TextFormat.self, Presentation(width: width, isVerbose: isVerbose))
        for line in text.split(separator: "\n") {
          #expect(line.displayWidth <= width, "\(line.displayWidth) columns: \(line)")
          #expect(line.last != " ", "spaces at the end of: \(line)")
        }
      }
    }
  }

  @Test func coloursTakeNoColumns() {
    let plain = written(Fixture.several, TextFormat.self)
    let coloured = written(Fixture.several, TextFormat.self, Presentation(isColoured: true))
    let stripped = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let trimmed = stripped.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
    #expect(trimmed == plain)
    #expect(coloured != plain)
  }

  @Test func cellsAlignWhateverTheLetters() throws {
    let lines = written(Fixture.report(wide), TextFormat.self).split(separator: "\n")
    let columns = try ["source", "peer"].map { label in
      let line = try #require(lines.first { $0.contains("  \(label) ") })
      let cell = try #require(line.firstRange(of: "0x"))
      return line[..<cell.lowerBound].displayWidth
    }
    #expect(columns[0] == columns[1])
    let times = lines.filter { $0.contains(/#\d+ +\d+\.\d{3} s/) }.prefix(3)
      .compactMap { line in line.firstRange(of: " s  ").map { line[..<$0.lowerBound].displayWidth } }
    #expect(times.count == 3 && Set(times).count == 1)
  }

  @Test(arguments: [
    ("abc", 3), ("äö", 2), ("e\u{301}", 1), ("スピーカー", 10), ("🔊", 2), ("⌚", 2), ("한글", 4), ("✔ ✘ – …", 7),
  ])
  func columns(_ text: String, _ width: Int) { #expect(text.displayWidth == width) }

  @Test(arguments: [-1, 0, 1, 79, 80, 81, 200])
  func columnsOfSpaces(_ count: Int) {
    #expect(spaces(count) == String(repeating: " ", count: max(0, count)))
  }

  @Test func clipping() {
    #expect("loudspeaker".clipped(to: 5) == "loud…")
    #expect("スピーカー".clipped(to: 6) == "スピ…")
    #expect("captures/monday/one.log".clippedAtStart(to: 8) == "…one.log")
    #expect("short".clipped(to: 5) == "short")
  }

  @Test func aWordThatFitsNoLineIsCutIntoLines() {
    var page = TextPage(ReportBuffer(), Presentation(width: 40))
    page.paragraph([Span("see "), Span(String(repeating: "x", count: 90)), Span(" end")], indent: 4, hang: 6)
    let lines = page.finish().text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    #expect(lines.joined().filter { $0 == "x" }.count == 90)
    #expect(lines.last?.hasSuffix(" end") == true)
  }

  /// Names in letters that take two columns.
  private var wide: CaptureReport {
    var capture = Fixture.failing
    capture.path = String(repeating: "長い名前のフォルダ/", count: 12) + "log.btsnoop"
    capture.peers[0].name = "スピーカー大"
    capture.attempts[0].peerName = String(repeating: "スピーカー", count: 20)
    capture.findings[0].message = String(repeating: "スピーカー", count: 40)
    return capture
  }
}
