import Testing

/// A name that somebody chose to do harm with.
struct HostileText: Sendable, CustomTestStringConvertible {
  /// What it tries.
  let title: String
  /// Its octets, which need not be UTF-8.
  let octets: [UInt8]

  private init(_ title: String, _ text: String) { self.init(title, Array(text.utf8)) }

  private init(_ title: String, _ octets: [UInt8]) {
    self.title = title
    self.octets = octets
  }

  var testDescription: String { title }

  /// What a program is to get of it: UTF-8 as it is, U+FFFD for the rest.
  var string: String { String(decoding: octets, as: UTF8.self) }

  /// It could be an argument, or in a file's name.
  var isArgument: Bool {
    !octets.contains(0) && !octets.contains(UInt8(ascii: "/")) && Array(string.utf8) == octets
  }

  /// A word that stands at the start of a line only where a name forged one.
  static let forgery = "FORGED"

  /// Each kind of harm.
  static let all: [HostileText] = [
    // Terminals (ECMA-48, xterm).
    HostileText("colour and clear", "\u{1B}[31mx\u{1B}[2J\u{1B}[1A"),
    HostileText("hyperlink", "\u{1B}]8;;http:e.example\u{1B}\\x\u{1B}]8;;\u{7}"),
    HostileText("clipboard", "\u{1B}]52;c;YQ==\u{7}"),
    HostileText("C1 controls", "\u{9B}31m\u{9D}0;x\u{9C}\u{85}"),
    HostileText("C1 controls of one octet", [0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x30, 0x3B, 0x78, 0x9C]),
    HostileText("bell, backspace, delete", "a\u{7}b\u{8}\u{8}c\u{7F}"),
    HostileText("vertical", "a\u{B}b\u{C}c"),
    // Lines.
    HostileText("carriage return", "safe\r\(forgery)"), HostileText("newline", "a\n\(forgery)\n::error::x"),
    HostileText("separators", "a\u{2028}\(forgery)\u{2029}\(forgery)"), HostileText("zero", "a\0\(forgery)"),
    HostileText("tab", "\t=1\t2"),
    // Directions, and what nobody sees.
    HostileText("directions", "\u{202E}abc\u{202C}\u{2066}x\u{2069}\u{200F}\u{61C}"),
    HostileText("no width", "a\u{200B}b\u{200C}c\u{200D}d\u{FEFF}e\u{2060}f\u{AD}g"),
    HostileText("tags", "a\u{E0041}\u{E007F}"), HostileText("variations", "a\u{FE0F}\u{E0100}"),
    HostileText("fillers", "\u{3164}\u{115F}\u{2800}\u{A0}\u{3000}"),
    HostileText("annotations", "\u{FFF9}a\u{FFFA}b\u{FFFB}"),
    HostileText("private use", "\u{E000}\u{F8FF}\u{10FFFD}"),
    HostileText("unassigned", "\u{378}\u{1FFFF}\u{FFFF}"),
    // Build servers.
    HostileText("GitHub command", "::error::x"), HostileText("indented command", "  ::set-output name=a::b"),
    HostileText("more colons", ":::error::#####[x]"), HostileText("older command", "##[error]x"),
    HostileText("Azure command", "##vso[task.complete result=Failed]"),
    // Documents.
    HostileText("script", "<script>alert(1)<!--<img src=x onerror=y>"), HostileText("CDATA", "]]>&amp;&lt;"),
    HostileText("quotation", "\"'`\", RSSI -1, \""), HostileText("backslash", "a\\u{1B}\\n\\"),
    HostileText("formula", "=HYPERLINK(\"x\")"), HostileText("formula +", "+1"),
    HostileText("formula -", "-1+1"),
    HostileText("formula @", "@SUM(1)"),
    HostileText("Markdown", "[x](javascript:y) `z` | a | # h **b** ![i](u)"),
    HostileText("heading", "# heading"), HostileText("YAML", "- a: b"),
    HostileText("template", "{{ 7*7 }} ${{ secrets.X }} %s %n \\(x)"),
    // What is no UTF-8.
    HostileText("stray octets", [0x61, 0xFF, 0x62, 0xFE]),
    HostileText("overlong", [0xC0, 0xAF, 0xE0, 0x80, 0xAF]),
    HostileText("surrogates", [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
    HostileText("cut", [0x61, 0xF0, 0x9F, 0x94]),
    HostileText("too large", [0xF4, 0x90, 0x80, 0x80]),
    // Letters that leave their place.
    HostileText("marks", "Z" + String(repeating: "\u{301}", count: 115)),
    HostileText("marks of Thai", "\u{E01}" + String(repeating: "\u{E47}", count: 70)),
    HostileText("enclosing marks", "a" + String(repeating: "\u{20DD}\u{489}", count: 40)),
    HostileText("marks first", "\u{338}\u{301}x"),
    HostileText("wide letters", String(repeating: "ス🔊", count: 15)),
    HostileText("right to left", "\u{FDFD}שלום 1 2"),
  ]

  /// All that an argument can hold, in one.
  static let argument = all.filter(\.isArgument).map(\.string).joined()
}
