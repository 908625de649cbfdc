import HCITrace
import Testing

@testable import HCIReport

@Suite("Names in what CI servers read") struct CIEscapingTests {
  private func buffer(_ body: (inout ReportBuffer) -> Void) -> String {
    var buffer = ReportBuffer()
    body(&buffer)
    return buffer.text
  }

  @Test(arguments: [
    ("a & b < c > \"d\" 'e'", "a &amp; b &lt; c &gt; &quot;d&quot; 'e'"),
    ("]]><![CDATA[x", "]]&gt;&lt;![CDATA[x"), ("&#27;&amp;", "&amp;#27;&amp;amp;"),
    ("\u{0}\u{8}\u{B}\u{1B}[1m\u{7F}\u{9B}", "\\u{0}\\u{8}\\u{B}\\u{1B}[1m\\u{7F}\\u{9B}"),
    ("\u{FFFE}\u{FFFF}\u{1FFFE}", "\\u{FFFE}\\u{FFFF}\\u{1FFFE}"), ("\t\r", "\\u{9}\\u{D}"),
    ("\u{202E}\u{2028}\u{FEFF}", "\\u{202E}\\u{2028}\\u{FEFF}"), ("two\nlines", "two\nlines"),
    ("スピーカー 🔊 é", "スピーカー 🔊 é"),
  ])
  func xml(_ name: String, _ shown: String) { #expect(buffer { $0.append(xml: name) } == shown) }

  @Test(arguments: [
    ("100 %", "100 %25", "100 %25"), ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"), ("%0A", "%250A", "%250A"),
    ("a,line=1::b: c", "a,line=1::b: c", "a%2Cline=1%3A%3Ab%3A c"), ("é", "é", "é"),
  ])
  func command(_ text: String, _ message: String, _ property: String) {
    #expect(buffer { $0.append(commandMessage: text) } == message)
    #expect(buffer { $0.append(commandProperty: text) } == property)
  }

  @Test(arguments: [
    ("JBL Flip 6 (F8:5C:7D:11:90:A2), 0x13", "JBL Flip 6 (F8:5C:7D:11:90:A2), 0x13"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"), ("a | b", "a \\| b"), ("`x` ``", "\\`x\\` \\`\\`"),
    ("**b** _i_ ~~s~~", "\\*\\*&#8203;b\\*\\* \\_&#8203;i\\_ \\~\\~&#8203;s\\~\\~"),
    ("[x](javascript:y) ![i](u)", "\\[x\\](javascript:&#8203;y) \\!\\[i\\](u)"),
    ("@team a@b.example", "@&#8203;team a@&#8203;b.example"),
    ("#12, owner/repo#3", "\\#&#8203;12, owner/repo\\#&#8203;3"),
    ("GH-12 gh-x", "GH&#8203;-12 gh-x"),
    ("!12 $12 ~bug %v1 ^a", "\\!&#8203;12 \\$&#8203;12 \\~&#8203;bug %&#8203;v1 \\^&#8203;a"),
    ("http://e.example www.e.example", "http:&#8203;//e.example www&#8203;.e.example"),
    (":smile: :+1:", ":&#8203;smile: :&#8203;+1:"), ("{{ x }} {% y %}", "\\{\\{ x \\}\\} \\{% y %\\}"),
    ("two\nlines \u{202E}", "two\\\\u\\{A\\}lines \\\\u\\{202E\\}"),
  ])
  func markdown(_ name: String, _ shown: String) { #expect(name.inMarkdown == shown) }

  @Test(arguments: [
    ("JBL", "`JBL`", "`JBL`"), ("a`b", "``a`b``", "``a`b``"), ("`", "`` ` ``", "`` ` ``"),
    ("``x", "``` ``x ```", "``` ``x ```"), ("a|b", "`a|b`", "`a\\|b`"), ("\\|", "`\\\\|`", "`\\\\\\|`"),
    (" ", "`   `", "`   `"), ("@x #1 <b>", "`@x #1 <b>`", "`@x #1 <b>`"),
    ("a\nb", "`a\\u{A}b`", "`a\\u{A}b`"),
  ])
  func markdownCode(_ name: String, _ shown: String, _ inTable: String) {
    #expect(name.markdownCode() == shown)
    #expect(name.markdownCode(inTable: true) == inTable)
  }

  @Test(arguments: [
    ("a [link](1) {0}", "a \\[link\\](1) {{0}}"), ("plain", "plain"), ("\u{1B}", "\\u{{1B}}"),
    ("\\[x](1)", "\\\\\\[x\\](1)"),
  ])
  func sarifMessage(_ name: String, _ shown: String) { #expect(name.inSARIF == shown) }

  @Test(arguments: [
    ("captures/a b.btsnoop", "captures/a%20b.btsnoop", true), ("./a//b/./c", "a/b/c", true),
    ("/var/log/ü.log", "file:///var/log/%C3%BC.log", false), ("../x", "../x", true),
    ("a:b?c#d%e", "a%3Ab%3Fc%23d%25e", true), ("-", "-", true), ("\u{1B}\n", "%1B%0A", true),
    (".", ".", true),
  ])
  func uri(_ path: String, _ text: String, _ isRelative: Bool) {
    #expect(ArtifactURI(path: path).text == text)
    #expect(ArtifactURI(path: path).isRelative == isRelative)
  }
}
