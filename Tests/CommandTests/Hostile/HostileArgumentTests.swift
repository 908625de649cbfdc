import Foundation
import Testing

private let good = sample("f9a_speaker_lost_key.btsnoop")
private let name = HostileText.argument

/// Whatever takes an argument, given one that acts.
private let commandLines: [[String]] = [
  [name], ["analyze", name], ["analyze", "--\(name)"], ["analyze", "-\(name)"], [name, "--help\(name)"],
  ["analyze", good, "--output", name], ["analyze", good, "--output", "\(name):x"],
  ["analyze", good, "--output", "json:/nowhere/\(name)"],
  ["analyze", good, "--output", "json:\(name)/x"],
  ["analyze", good, "--output", "json:\(name)", "--output", "ndjson:\(name)"],
  ["analyze", good, "--fail-on", name], ["analyze", good, "--fail-on=\(name)"],
  ["analyze", good, "--color", name],
  ["analyze", good, "--profile", name], ["analyze", good, "--profile", "\(name).yml"],
  ["analyze", good, "--device", name], ["analyze", good, "--only", name],
  ["analyze", good, "--disable", name],
  ["analyze", good, "--only", name, "--disable", name], ["analyze", good, "--threshold", name],
  ["analyze", good, "--threshold", "audio-dropout.gap=\(name)"],
  ["analyze", good, "--threshold", "\(name).gap=1"],
  ["analyze", good, "--config", name], ["analyze", good, "--rules", name],
  ["analyze", good, "--jobs", name],
  ["analyze", good, "--source-firmware", name], ["analyze", name, name, "--join"],
  ["check", name], ["check", name, "--record"], ["check", good, "--output", name],
  ["decode", name], ["decode", good, "--layer", name], ["decode", good, "--layer", "hci,\(name)"],
  ["decode", good, "--frames", name], ["decode", good, "--around", name],
  ["decode", good, "--output", name],
  ["decode", good, "--output", "json:/nowhere/\(name)"], ["decode", good, "--device", name],
  ["explain", name], ["explain", name, name, "--save", "x"],
  ["explain", "sdp-race", "--save", "/nowhere/\(name)"],
  ["rules", name], ["rules", "events", name], ["rules", "test", name], ["config", name],
  ["config", name, "--init"],
  ["config", "--output", name], ["schema", name], ["help", name],
  // What a server would obey where a line of ours began with it, and quotes would not matter.
  ["\n::error::x"], ["--\n::error::x"], ["analyze", good, "--color", "\n::error::x"], ["##[error]x"],
  ["analyze", "--##[error]x"], ["decode", good, "--layer", "\n##vso[x]"],
]

/// Nothing acts that stands on the command line, in a file's name, or in a file of a stranger's.
@Suite(.timeLimit(.minutes(10)))
struct HostileArgumentTests {
  let hcitrace = Command()
  let scratch = Scratch()

  // MARK: Arguments

  @Test(arguments: commandLines)
  func noArgumentActs(_ arguments: [String]) async throws {
    let run = try await hcitrace.run(arguments, in: scratch.folder)
    #expect([0, 1, 2, 64].contains(run.status), "\(run.status)")
    #expect(Harm.done(by: run.output) == [])
    #expect(Harm.done(by: run.errors) == [])
  }

  /// What is escaped can be told from what was written so.
  @Test func argumentsAreQuotedOnce() async throws {
    let run = try await hcitrace("analyze", good, "--\u{1B}[1m\\")
    #expect(run.status == 64)
    #expect(run.errors.contains("Unknown option '--\\u{1B}[1m\\\\'"), "\(run.errors)")
    let other = try await hcitrace("analyze", good, "--output", "\u{1B}\\:x")
    #expect(other.status == 64)
    #expect(other.errors.contains("'\\u{1B}\\\\:x' names no format"), "\(other.errors)")
    let plain = try await hcitrace("analyze", good, "--no-such-flag")
    #expect(plain.errors.contains("Unknown option '--no-such-flag'"))
    #expect(plain.errors.contains("Usage:"))
  }

  // MARK: Files

  @Test func noPathActs() async throws {
    // A folder and a file, each with as long a name as they may have.
    let folder = scratch.folder.appending(path: String(decoding: name.utf8.prefix(60), as: UTF8.self))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (index, text) in HostileText.all.enumerated() where text.isArgument {
      let path = "\(folder.path)/\(text.string.prefix(60))\(index)"
      try FileManager.default.copyItem(atPath: good, toPath: path)
      try Data("no capture".utf8).write(to: URL(filePath: path + "x"))
    }
    for arguments in [
      ["analyze", "--verbose"], ["analyze", "--output", "json:-"], ["analyze", "--output", "ndjson:-"],
      ["analyze", "--output", "sarif:-"], ["analyze", "--output", "junit:-"],
      ["analyze", "--output", "gitlab:-"],
      ["analyze", "--output", "checkstyle:-"], ["analyze", "--output", "markdown:-"],
      ["config"], ["config", "--output", "json"], ["config", "--init"],
    ] {
      let run = try await hcitrace.run(arguments + [folder.path])
      #expect([0, 1, 2].contains(run.status), "\(run.status)")
      #expect(Harm.done(by: run.output) == [], "\(arguments)")
      #expect(Harm.done(by: run.errors) == [], "\(arguments)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
    let run = try await hcitrace.run(
      ["decode", "--frames", "1"] + files.map { folder.path + "/" + $0 } + ["--output", "json:-"])
    #expect(Harm.done(by: run.output) == [] && Harm.done(by: run.errors) == [])
    #expect(run.output.split(separator: "\n").count == files.count / 2)
  }

  /// Names that are no UTF-8 come from file systems all the same.
  @Test func noPathOfOtherLettersActs() async throws {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    let script =
      #"n=$(printf 'a\377\233\033[31m'); cp "$1" "$n"; "$0" "$n" "--$n" --color "$n"; "$0" . ; "$0" decode "$n"; true"#
    shell.arguments = ["-c", script, hcitrace.path, good]
    shell.currentDirectoryURL = scratch.folder
    let output = scratch.folder.appending(path: ".output")
    try Data().write(to: output)
    shell.standardOutput = try FileHandle(forWritingTo: output)
    shell.standardError = try FileHandle(forUpdating: output)
    try shell.run()
    shell.waitUntilExit()
    let bytes = try Data(contentsOf: output)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(Data(text.utf8) == bytes, "what is written is UTF-8")
    #expect(Harm.done(by: text) == [])
  }

  /// Members of an archive have names too: in reports, in decoded frames, in refusals.
  @Test func noMemberActs() async throws {
    let capture = try [UInt8](Data(contentsOf: URL(filePath: good)))
    var members: [(name: String, bytes: [UInt8], deflated: Bool)] = []
    for (index, text) in HostileText.all.enumerated() where text.isArgument {
      let bytes = index % 2 == 0 ? capture : Array(capture.prefix(20))
      members.append(("\(text.string.prefix(60))\(index)", bytes, false))
    }
    let zip = try scratch.file("bug.zip", Archive.zip(members))
    let tar = try scratch.file("diagnose.tar", Archive.tar(members.map { ($0.name, $0.bytes) }))
    for file in [zip, tar] {
      for arguments in [
        ["analyze", "--verbose"], ["analyze", "--output", "json:-"], ["decode", "--output", "json:-"],
        ["decode"],
      ] {
        let run = try await hcitrace.run(arguments + [file])
        #expect(!run.output.isEmpty)
        #expect(Harm.done(by: run.output) == [], "\(arguments)")
        #expect(Harm.done(by: run.errors) == [], "\(arguments)")
      }
    }
  }

  /// The files that a stranger's repository brings along: profiles, rules, configurations.
  @Test(arguments: [
    ("--profile", "NAME: 1"), ("--profile", "name: NAME\nNAME: 2"),
    ("--profile", "name: NAME\nexpects: NAME"),
    ("--profile", "name: NAME"), ("--profile", "NAME"), ("--profile", "{"), ("--profile", "name: \"\\"),
    ("--config", "NAME: 1"), ("--config", "rules: {disable: [NAME]}"), ("--config", "profile: NAME"),
    ("--config", "rules: {severities: {mono-only: {severity: note, reason: NAME}}}"),
    ("--config", "failOn: NAME"),
    ("--config", "rules: {files: [NAME]}"), ("--config", "devices: {only: [NAME]}"),
    ("--config", "devices: {ignore: [NAME]}"),
    ("--config", "aliases: {\"00:00:00:00:00:00\": NAME}"), ("--config", "aliases: {NAME: NAME}"),
    ("--config", "thresholds: {NAME: {NAME: 1}}"), ("--config", "sourceFirmware: NAME"),
    ("--rules", "rules: [{id: NAME}]"), ("--rules", "NAME: 1"),
    ("--rules", "rules: [{id: x, title: NAME, when: [{event: NAME}], message: NAME}]"),
    (
      "--rules",
      "rules: [{id: x, title: NAME, when: [{event: HCI.ConnectionComplete}], message: NAME, why: NAME}]"
    ),
    (
      "--rules",
      "rules: [{id: x, title: PLAIN, why: PLAIN, looksFor: PLAIN, references: [PLAIN], remedy: {person: PLAIN}, when: [{event: HCI.ConnectionComplete, as: c}], evidence: [{c: PLAIN}], message: PLAIN, examples: [{name: NAME, steps: [NAME]}]}]"
    ),
  ])
  func noFileActs(_ option: String, _ yaml: String) async throws {
    // Letters that no file may hold are escaped in it, as YAML does; texts may hold those that are printed.
    let quoted = "\"\(name.unicodeScalars.map { String(format: "\\U%08X", $0.value) }.joined())\""
    let marks = String(repeating: "\\u0301", count: 100)
    let plain = "\"::error::x ##[error]y Z\(marks) \u{E01}\(String(repeating: "\\u0E47", count: 50))\""
    let text = yaml.replacingOccurrences(of: "NAME", with: quoted).replacingOccurrences(
      of: "PLAIN", with: plain)
    let file = try scratch.file("stranger.yml", Array(text.utf8))
    var commands = [
      ["analyze", "--verbose", good, option, file], ["analyze", "--output", "json:-", good, option, file],
      ["config", good, option, file], ["config", "--output", "json", good, option, file],
    ]
    if option == "--rules" { commands.append(["rules", "test", file]) }
    for command in commands {
      let run = try await hcitrace.run(command)
      #expect([0, 1, 2, 64].contains(run.status), "\(run.status)")
      #expect(Harm.done(by: run.output) == [], "\(command)")
      #expect(Harm.done(by: run.errors) == [], "\(command)")
    }
  }
}
