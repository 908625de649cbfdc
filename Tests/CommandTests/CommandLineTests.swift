import Foundation
import Testing

/// A command line that holds nothing but captures means what the parser makes of it.
@Suite(.timeLimit(.minutes(10)))
struct CommandLineTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// An option that changes nothing asks for the parser.
  @Test(arguments: [
    ["capture"], ["analyze", "capture"], ["capture", "decode"], ["analyze", "decode"], ["analyze", "help"],
    ["capture", "analyze"], ["."], ["capture", "missing"], ["missing"], ["capture", "capture"],
  ])
  func capturesAloneMeanWhatTheParserTakesThemFor(_ line: [String]) async throws {
    // Files with the names of subcommands.
    let capture = URL(filePath: sample("f12a_remote_low_resources.btsnoop"))
    for name in ["capture", "decode", "help", "analyze"] {
      try FileManager.default.copyItem(at: capture, to: scratch.folder.appending(path: name))
    }
    _ = try scratch.file("notes.txt", Array("no capture".utf8))
    let plain = try await hcitrace.run(line, in: scratch.folder)
    let parsed = try await hcitrace.run(line + ["--color", "auto"], in: scratch.folder)
    #expect(plain.status == parsed.status)
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
    #expect(!(plain.output + plain.errors).isEmpty)
  }

  /// A subcommand comes first, whatever files there are.
  @Test func whatComesFirstMayBeASubcommand() async throws {
    let help = try await hcitrace("--help").output
    let names = help.matches(of: #/(?m)^ {2}([a-z]+)(?: \(default\))? {2}/#).map { String($0.1) }
    #expect(names.count > 5 && names.contains("decode"), "\(names) in\n\(help)")
    for name in names + ["help"] where name != "analyze" {
      let file = try scratch.copy(of: "g1_full_success.btsnoop")
      try FileManager.default.moveItem(atPath: file, toPath: scratch.folder.appending(path: name).path)
      let run = try await hcitrace(name, name, in: scratch.folder)
      #expect(!run.output.contains("1 attempt · 1 streamed"), "hcitrace \(name) \(name)")
    }
  }

  @Test func helpIsAWord() async throws {
    #expect(try await hcitrace("help").output == hcitrace("--help").output)
    #expect(try await hcitrace("help", "decode").output == hcitrace("decode", "--help").output)
  }

  @Test func nothingIsNoCapture() async throws {
    for line in [[], [""], ["analyze", ""], ["--"]] {
      let run = try await hcitrace.run(line, in: scratch.folder)
      #expect(run.status != 0 && run.status != 1, "hcitrace \(line)")
    }
  }
}
