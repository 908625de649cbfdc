import Foundation
import Testing

/// Nothing that the command writes tells a key, a PIN or a passkey.
@Suite(.timeLimit(.minutes(10)))
struct SecretCommandTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// Every secret in one log, whole, and with its last record cut.
  private static let log: [UInt8] = {
    var bytes = btsnoopWithoutRecords
    for (index, packet) in SecretVector.all.flatMap(\.packets).enumerated() {
      let length = [0, 0, UInt8(packet.bytes.count >> 8), UInt8(packet.bytes.count & 0xFF)]
      let flags: [UInt8] = [0, 0, 0, packet.isSent ? 0 : 1, 0, 0, 0, 0]
      let time = [0, 0xE2, 0xE7, 0xD7, 0x27, UInt8(0x4E + index / 64), UInt8(index % 64 * 4), 0]
      for part in [length, length, flags, time, packet.bytes] { bytes += part }
    }
    return bytes
  }()

  @Test(arguments: [
    ["analyze"], ["analyze", "--verbose"], ["analyze", "--color", "always"],
    ["analyze", "--output", "json:-"],
    ["analyze", "--output", "sarif:-"], ["analyze", "--output", "junit:-"],
    ["analyze", "--output", "github:-"],
    ["analyze", "--output", "gitlab:-"], ["analyze", "--output", "checkstyle:-"],
    ["analyze", "--output", "markdown:-", "--verbose"],
    ["analyze", "--output", "ndjson:-", "--verbose"], ["analyze", "--profile", "generic"],
    ["analyze", "--join"],
    ["decode"], ["decode", "--verbose"], ["decode", "--output", "json:-"],
    ["decode", "--errors", "--verbose"],
    ["decode", "--layer", "smp,att,log", "--verbose"],
    ["decode", "--device", "06:05:04:03:02:01", "--verbose"],
    ["config"], ["rules", "test"], ["explain"],
  ])
  func tellsNone(_ arguments: [String]) async throws {
    let search = SecretSearch()
    for bytes in [
      Self.log, Array(Self.log.dropLast(9)), Deflated.gzip(Self.log), Array(Self.log.dropFirst(16)),
    ] {
      let file = try scratch.file("secrets.btsnoop", bytes)
      let run = try await hcitrace.run(arguments + [file])
      #expect([0, 1, 2, 64].contains(run.status), "\(run.status)")
      #expect(search.find(in: run.output) == nil)
      #expect(search.find(in: run.errors) == nil)
    }
  }

  /// A file that a user takes for a profile, a configuration or rules may be the log.
  @Test(arguments: ["--profile", "--config", "--rules"]) func tellsNoneAsAnotherFile(_ option: String)
    async throws
  {
    let key = SecretVector.digits
    for bytes in [Self.log, Array("keys:\n  link: \(key)\n".utf8), SecretVector.key] {
      let file = try scratch.file("secrets.yml", bytes)
      let run = try await hcitrace("analyze", sample("f9a_speaker_lost_key.btsnoop"), option, file)
      #expect(SecretSearch().find(in: run.output + run.errors) == nil)
    }
  }
}
