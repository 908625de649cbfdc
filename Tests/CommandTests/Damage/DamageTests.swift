import Foundation
import Testing

/// Whatever happens to a capture, hcitrace goes through session, rules and every format to its end.
///
/// The damaged captures come as members of tar archives, some hundreds at a time. With HCITRACE in the environment, the
/// path of a binary that was built for release, it is all of them: `make damage`. Without it they are a sample, other ones
/// for each capture and the same in each run.
@Suite(.timeLimit(.minutes(60)))
struct DamageTests {
  static let isWhole = ProcessInfo.processInfo.environment["HCITRACE"] != nil

  static let samples =
    (try? FileManager.default.contentsOfDirectory(atPath: CommandTests.samples.path).sorted())?
    .filter { $0.contains(".btsnoop") || $0.contains(".pcap") } ?? []

  /// Those whose octets are changed: what each is about is in its name.
  static let changed = [
    "01a_cod_040414_dropped_after_pairing", "42a_auth_unspecified_error", "f10d_pairing_hangs",
    "f16_second_speaker",
    "f18_le_audio_only", "f2b_sbc_mono_only_rejected", "f5a_avdtp_before_sdp_done",
    "f6a_sdp_truncated_element",
    "f3e_start_rejected_0x31", "g3_sdp_continuation",
  ].map { $0 + ".btsnoop" }

  @Test(arguments: samples) func cutAtEveryOctet(_ name: String) async throws {
    let sample = DamagedSample(name)
    #expect(!sample.bytes.isEmpty)
    try await withstands(
      picked(from: Array(sample.cuts), of: name, every: 2_003), named: "\(name) cut at byte"
    ) {
      Array(sample.bytes[..<$0])
    }
  }

  @Test(arguments: changed) func withEveryOctetChanged(_ name: String) async throws {
    let sample = DamagedSample(name)
    let places = sample.control.flatMap { place in DamagedSample.changes.indices.map { (place, $0) } }
    #expect(places.count > 1_000)
    try await withstands(picked(from: places, of: name, every: 509), named: "\(name), changed at byte") {
      place, change in
      sample.changed(at: place, by: DamagedSample.changes[change])
    }
  }

  @Test(arguments: changed) func withItsRecordsInDisorder(_ name: String) async throws {
    let sample = DamagedSample(name)
    let disorders = sample.disorders
    #expect(disorders.count > 200)
    try await withstands(picked(from: disorders, of: name, every: 37), named: name) { sample.inDisorder($0) }
  }

  /// All of `cases`; or one in `stride`, beginning somewhere.
  private func picked<Case>(from cases: [Case], of name: String, every stride: Int) -> [Case] {
    if Self.isWhole { return cases }
    let first = name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF } % stride
    return Swift.stride(from: first, to: cases.count, by: stride).map { cases[$0] }
  }

  /// Analyses the capture that each of `cases` makes, and demands that each is told or refused, in time and memory.
  private func withstands<Case: Sendable>(
    _ cases: [Case], named name: String, making make: @escaping @Sendable (Case) -> [UInt8]
  ) async throws {
    let herd = 500
    for start in stride(from: 0, to: cases.count, by: herd) {
      let some = Array(cases[start..<min(start + herd, cases.count)])
      let run = try await analysis(of: some, making: make)
      #expect(run.memory <= 256 * 1_048_576)
      #expect(
        run.processor <= 1 + Double(run.size) / 1_048_576, "\(some.count) of \(name) from \(some[0]) on")
      let known = some.count { make($0).count >= Self.longestHead }
      if (0...2).contains(run.status), some.count == 1 || run.captures >= known { continue }
      // Which one it was.
      for one in some {
        let run = try await analysis(of: [one], making: make)
        #expect((0...2).contains(run.status), "\(name) \(one): \(run.answer.suffix(300))")
      }
      Issue.record("\(some.count) of \(name) from \(some[0]) on: \(run.status), \(run.answer.suffix(300))")
    }
  }

  /// A capture with so many octets is known for one, whatever comes then.
  private static let longestHead = 512

  private func analysis<Case: Sendable>(
    of cases: [Case], making make: @escaping @Sendable (Case) -> [UInt8]
  ) async throws -> Detonation {
    try await Detonation([
      "analyze", "-", "--output", "text:-", "--output", "json:/dev/null", "--output", "ndjson:/dev/null",
    ]) {
      fuse in
      for one in cases {
        let capture = make(one)
        fuse.pour(tarHeader(size: capture.count))
        fuse.pour(capture)
        fuse.pour([UInt8](repeating: 0, count: (512 - capture.count % 512) % 512))
      }
      fuse.pour([UInt8](repeating: 0, count: 1_024))
      fuse.flush()
    }
  }
}

extension Detonation {
  /// How many captures the last line of the text tells of; 0 where it tells of one alone.
  fileprivate var captures: Int {
    answer.matches(of: /(\d+) captures ·/).last.flatMap { Int($0.1) } ?? 0
  }
}

/// The header of a member of a tar archive (POSIX.1-1988 ustar).
func tarHeader(size: Int) -> [UInt8] {
  func octal(_ number: Int, _ digits: Int) -> [UInt8] {
    let text = String(number, radix: 8)
    return Array((String(repeating: "0", count: digits - text.count) + text).utf8)
  }
  var header = [UInt8](repeating: 0, count: 512)
  header[0] = UInt8(ascii: "a")
  header.replaceSubrange(124..<135, with: octal(size, 11))
  header.replaceSubrange(148..<156, with: [UInt8](repeating: 0x20, count: 8))
  header[156] = UInt8(ascii: "0")
  header.replaceSubrange(148..<154, with: octal(header.reduce(0) { $0 + Int($1) }, 6))
  header[154] = 0
  return header
}
