import Foundation
import Testing

/// Whatever comes out of a pipe, hcitrace says what it left out, in time and memory that somebody has.
///
/// With HCITRACE, the path of a binary that was built for release, in the environment they have their whole size:
/// `make damage`. Without it a hundredth must do.
@Suite(.serialized, .timeLimit(.minutes(30)))
struct BombTests {
  static let isWhole = ProcessInfo.processInfo.environment["HCITRACE"] != nil
  static let bombs = Bomb.all.filter { isWhole || !$0.onlyWhole }

  /// No bomb may take more memory: CONTRIBUTING has what each takes.
  private static let memory = 512 * 1_048_576

  @Test(arguments: bombs) func isAnswered(_ bomb: Bomb) async throws {
    let part = Self.isWhole ? 1 : 100
    let whole = try await Detonation(["analyze", "-"]) { bomb.pour(into: &$0, part: part) }
    tell(bomb, "analyze", whole)
    #expect((0...2).contains(whole.status), "\(whole.answer.prefix(300))")
    for answer in bomb.answers {
      #expect(whole.answer.contains(answer), "“\(answer)” in \(whole.answer.suffix(900))")
    }
    #expect(whole.memory <= Self.memory)
    guard Self.isWhole else { return }
    // A second for each megabyte, and the second of whatever is small but unfolds.
    #expect(whole.processor <= 3 + Double(whole.size) / 1_048_576)
    let half = try await Detonation(["analyze", "-"]) { bomb.pour(into: &$0, part: 2) }
    #expect(whole.processor <= 3 * half.processor + 0.5, "the half took \(half.processor) s")
    let decoded = try await Detonation(["decode", "-", "--output", "json:/dev/null"]) {
      bomb.pour(into: &$0, part: 2)
    }
    tell(bomb, "decode", decoded)
    #expect((0...2).contains(decoded.status) && decoded.memory <= Self.memory)
  }

  /// `decode` shows every frame, and says of which it doesn't know what they carry.
  @Test(arguments: ["4,096 links", "65,535 channels are asked for"]) func decodeTells(_ name: String)
    async throws
  {
    let bomb = try #require(Bomb.all.first { $0.testDescription == name })
    let run = try await Detonation(["decode", "-", "--output", "text:/dev/null"]) {
      bomb.pour(into: &$0, part: 100)
    }
    #expect(run.status == 0)
    #expect(run.answer.hasPrefix("hcitrace: -: some frames are shown without what they carry"))
    for answer in bomb.answers { #expect(run.answer.contains(answer)) }
  }

  /// A row of the table in CONTRIBUTING.
  private func tell(_ bomb: Bomb, _ command: String, _ run: Detonation) {
    guard Self.isWhole else { return }
    let size = String(format: "%.1f", Double(run.size) / 1_048_576)
    let times = String(format: "%.2f", run.processor)
    let row = [command, bomb.testDescription, size, times, "\(run.memory / 1_048_576)", "\(run.status)"]
    FileHandle.standardError.write(Data("| \(row.joined(separator: " | ")) |\n".utf8))
  }
}
