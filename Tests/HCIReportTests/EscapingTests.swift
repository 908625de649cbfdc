import HCITrace
import HCIReport
import Testing

@testable import HCIReport

@Suite("Names from the air") struct EscapingTests {
  @Test(arguments: [
    ("JBL Flip 6", "JBL Flip 6"),
    ("Müllers Küche 🔊 スピーカー שלום", "Müllers Küche 🔊 スピーカー שלום"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("two\nlines\r\tand\u{0}", "two\\u{A}lines\\u{D}\\u{9}and\\u{0}"),
    ("\u{202E}gnp.exe", "\\u{202E}gnp.exe"),
    ("a\u{200B}b\u{FEFF}c\u{2066}d\u{E0041}", "a\\u{200B}b\\u{FEFF}c\\u{2066}d\\u{E0041}"),
    ("\u{9B}31m\u{7F}", "\\u{9B}31m\\u{7F}"),
    ("line\u{2028}paragraph\u{2029}nbsp\u{A0}", "line\\u{2028}paragraph\\u{2029}nbsp\\u{A0}"),
    ("::error::boo", ":\\u{3A}error:\\u{3A}boo"),
    ("##[warning]x ##vso[task]", "#\\u{23}[warning]x #\\u{23}vso[task]"),
    ("C:\\u{1B}", "C:\\\\u{1B}"),
    ("e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}\\u{301}\\u{301}"),
    ("ก็็็", "ก็็\\u{E47}"), ("a\u{20DD}\u{488}\u{489}", "a\u{20DD}\u{488}\\u{489}"), ("ที่นี่", "ที่นี่"),
    ("\u{FFFD}", "\u{FFFD}"),
    (
      "a long name of plain letters, and at its end\u{1B}",
      "a long name of plain letters, and at its end\\u{1B}"
    ),
    ("plain~\u{7E}", "plain~~"), ("plain\u{7F}", "plain\\u{7F}"), ("“plain”…\u{2028}", "“plain”…\\u{2028}"),
    ("a:b: :c# #", "a:b: :c# #"), (":::", ":\\u{3A}\\u{3A}"), ("–\u{202E}", "–\\u{202E}"),
    ("ä\u{300}\u{300}", "ä\u{300}\u{300}"),
    (String(decoding: [0x61, 0xFF, 0x80], as: UTF8.self), "a\u{FFFD}\u{FFFD}"),
    ("hangul filler \u{3164} braille blank \u{2800}", "hangul filler \\u{3164} braille blank \\u{2800}"),
  ])
  func escapes(_ name: String, _ shown: String) { #expect(name.escaped() == shown) }

  @Test func aLongNameIsCut() {
    #expect(String(repeating: "x", count: 300).escaped(limit: 10) == "xxxxxxxxxx…")
    #expect(String(repeating: "x", count: 10).escaped(limit: 10) == "xxxxxxxxxx")
    #expect(String(repeating: "ス", count: 10).escaped(limit: 10) == String(repeating: "ス", count: 10))
    #expect(String(repeating: "ス", count: 11).escaped(limit: 10) == String(repeating: "ス", count: 10) + "…")
  }

  @Test func quotesStandForThemselvesOutsideNamesOnly() {
    #expect("say \"hi\"".quoted() == "\"say \\\"hi\\\"\"")
    #expect("say \"hi\"".escaped() == "say \"hi\"")
  }

  /// Nothing that a stranger wrote reaches the reader as more than letters, in any format.
  @Test(arguments: allFormats.map { $0.name })
  func nothingActs(_ name: String) throws {
    let format = try #require(reportFormat(named: name))
    for isVerbose in [false, true] {
      let text = written(
        Fixture.report(Fixture.hostile), format, Presentation(width: 40, isVerbose: isVerbose))
      for scalar in text.unicodeScalars where scalar != "\n" {
        #expect(!scalar.acts, "\(name) prints \(scalar.value)")
      }
      #expect(!text.contains("##["), "\(name) writes a command of older build servers")
      for line in text.split(separator: "\n") {
        // Commands are what `github` is for: its own, at the start of its lines.
        let own = name == "github" ? line.trimmingPrefix(#/::(?:error|warning|notice) /#) : line
        #expect(name != "github" || own.count < line.count)
        let start = own.drop { $0 == " " }
        #expect(
          !start.hasPrefix("::") && !start.hasPrefix("##"), "\(name) begins a line with a command: \(line)")
      }
    }
  }
}
