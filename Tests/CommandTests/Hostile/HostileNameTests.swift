import Foundation
import Testing

/// No name acts, whoever chose it, wherever it stands, and in whatever is written of it.
@Suite(.timeLimit(.minutes(10)))
struct HostileNameTests {
  let hcitrace = Command()
  let scratch = Scratch()
  private let capture = HostileCapture()

  /// What can be written of a capture: a new format is a line here.
  enum Form: String, CaseIterable {
    case text, verbose, coloured, json, ndjson, sarif, junit, github, gitlab, checkstyle, markdown
    case decoded, decodedFields, decodedColours, decodedJSON
    case ladder, ladderJSON

    var arguments: [String] {
      switch self {
      case .text: ["analyze"]
      case .verbose: ["analyze", "--verbose"]
      case .coloured: ["analyze", "--color", "always", "--verbose"]
      case .json, .ndjson, .sarif, .junit, .github, .gitlab, .checkstyle, .markdown:
        ["analyze", "--verbose", "--output", "\(rawValue):-"]
      case .decoded: ["decode"]
      case .decodedFields: ["decode", "--verbose"]
      case .decodedColours: ["decode", "--color", "always"]
      case .decodedJSON: ["decode", "--output", "json:-"]
      case .ladder: ["ladder"]
      case .ladderJSON: ["ladder", "--output", "json:-"]
      }
    }

    var isColoured: Bool { self == .coloured || self == .decodedColours }
    /// A JSON document is the whole of it, or each line.
    var isJSON: Bool { [.json, .ndjson, .decodedJSON, .ladderJSON].contains(self) }
    /// The places whose names it shows to their end.
    var places: [HostileCapture.Place] {
      switch self {
      case .text, .verbose, .coloured, .decoded, .decodedColours, .ladder, .ladderJSON: []
      case .sarif, .junit, .github, .gitlab, .checkstyle, .markdown: []
      case .json, .ndjson: [.remoteName, .shortenedName]
      case .decodedFields, .decodedJSON: HostileCapture.Place.allCases
      }
    }
  }

  @Test(arguments: Form.allCases) func noneActs(_ form: Form) async throws {
    let file = try scratch.file("names.btsnoop", capture.btsnoop)
    let run = try await hcitrace.run(form.arguments + [file])
    #expect(run.status == 0 || run.status == 1)
    #expect(run.output.split(separator: "\n").count >= 1)
    // What annotations begin with is a command of ours.
    let shown =
      form == .github ? run.output.replacing(#/(?m)^::(?:error|warning|notice) /#, with: "") : run.output
    #expect(Harm.done(by: shown, isColoured: form.isColoured) == [])
    #expect(Harm.done(by: run.errors) == [])
    if form == .decoded || form == .decodedJSON {
      #expect(run.output.split(separator: "\n").count == capture.count, "one frame, one line")
    }
    for place in form.places {
      for text in HostileText.all.indices {
        #expect(
          run.output.contains("p\(place.rawValue)t\(text)q"), "\(HostileText.all[text].title) in \(place)")
      }
    }
  }

  /// Programs get every name as it was.
  @Test(arguments: [Form.json, .ndjson, .decodedJSON]) func programsGetThem(_ form: Form) async throws {
    let file = try scratch.file("names.btsnoop", capture.btsnoop)
    let output = try await hcitrace.run(form.arguments + [file]).output
    var strings: Set<String> = []
    for document in form == .json ? [Substring(output)] : output.split(separator: "\n") {
      Self.collect(try JSONSerialization.jsonObject(with: Data(document.utf8)), into: &strings)
    }
    let limits: [HostileCapture.Place: Int] = [
      .remoteName: 248, .ownName: 248, .ownNameRead: 248, .completeName: 230, .shortenedName: 230,
      .ownInquiryResponse: 230, .adapterName: 8,
    ]
    // An AT line is ASCII, notes have a mark of their own, and both are parts of longer texts.
    let parts: Set<HostileCapture.Place> = [.operatorName, .note, .userLogging]
    for place in form.places where !parts.contains(place) {
      for text in HostileText.all.indices {
        let string = HostileCapture.string(text, place, limit: limits[place] ?? 200)
        // SDP counts its octets; elsewhere a zero ends a name.
        let whole = String(
          decoding: HostileCapture.name(text, place, limit: limits[place] ?? 200), as: UTF8.self)
        #expect(
          strings.contains(string) || strings.contains(whole), "\(HostileText.all[text].title) in \(place)")
      }
    }
  }

  private static func collect(_ value: Any, into strings: inout Set<String>) {
    switch value {
    case let text as String: strings.insert(text)
    case let list as [Any]: for element in list { collect(element, into: &strings) }
    case let object as [String: Any]: for element in object.values { collect(element, into: &strings) }
    default: break
    }
  }

  /// Nor do they on a narrow terminal, where words are cut.
  @Test func noneActsOnANarrowPage() async throws {
    guard let terminal = PseudoTerminal(columns: 50) else { return }
    let file = try scratch.file("names.btsnoop", capture.btsnoop)
    let process = Process()
    process.executableURL = URL(filePath: hcitrace.path)
    process.arguments = ["analyze", "--verbose", file]
    process.environment = ["TERM": "xterm", "HOME": "/"]
    process.standardOutput = terminal.device
    process.standardError = terminal.device
    try process.run()
    var text = ""
    while process.isRunning {
      text = terminal.text
      try await Task.sleep(for: .milliseconds(10))
    }
    text = terminal.text
    #expect(text.contains("FAILED") || text.contains("no audio") || text.contains("UNFINISHED"))
    // A line that tells how far it is may have come and gone.
    let lines = text.replacing("\r\n", with: "\n").replacing(/[^\n]*\r\u{1B}\[K/, with: "")
    #expect(Harm.done(by: lines, isColoured: true) == [])
  }
}
