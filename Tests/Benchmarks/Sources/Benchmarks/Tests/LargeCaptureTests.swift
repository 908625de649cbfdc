import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// The large captures are valid, and hcitrace says of them what it says of the samples that they are made of.
struct LargeCaptureTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../../SampleCaptures").standardizedFileURL

  /// Each sample capture, by its name without extension.
  private static func files() throws -> [String: [UInt8]] {
    let names = try FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "btsnoop" }
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0.deletingPathExtension().lastPathComponent, Array(try Data(contentsOf: $0)))
      })
  }

  @Test(
    "Verdicts and causes are those of the samples",
    arguments: LargeCapture.Kind.allCases, CaptureWriter.Container.allCases)
  func verdicts(kind: LargeCapture.Kind, container: CaptureWriter.Container) throws {
    let files = try Self.files()
    let large = try #require(LargeCapture(samples: files))
    var bytes: [UInt8] = []
    var writer = CaptureWriter(container) { bytes += $0 }
    // More than twice all samples, or a session and a half.
    let sessions = try large.write(kind, size: 4_500_000, to: &writer)

    let analyzer = Analyzer(profile: .automatic)
    let diagnosis = try #require(analyzer.analyze(bytes: bytes, named: "large").first).outcome.get()
    #expect(diagnosis.session.capture.frames == writer.packets)
    #expect(diagnosis.session.capture.damage.isEmpty)
    if kind != .mixed {
      let attempts = diagnosis.session.attempts
      #expect(diagnosis.session.malformations.isEmpty)
      #expect(attempts.allSatisfy { $0.malformations.isEmpty })
      let periods = attempts.flatMap(\.streams).flatMap(\.periods)
      #expect(periods.allSatisfy { $0.packets > 0 && $0.lostPackets == 0 && $0.gaps.isEmpty })
    }
    // Octets of a packet and its record.
    let mean = writer.size / writer.packets
    #expect((kind == .small ? 40...50 : kind == .media ? 400...500 : 60...400).contains(mean))

    var expected: [String: [String]] = [:]
    for name in Set(sessions) {
      let bytes = try #require(files[name])
      expected[name] = try #require(analyzer.analyze(bytes: bytes, named: name).first).outcome.get().attempts
        .map { "\(name): \($0.verdict.rawValue) \($0.primaryCause ?? "–")" }
    }
    let found = diagnosis.attempts.map { "\($0.verdict.rawValue) \($0.primaryCause ?? "–")" }
    let wanted = sessions.flatMap { expected[$0] ?? [] }
    #expect(found.count == wanted.count)
    for (index, (found, wanted)) in zip(found, wanted).enumerated() {
      #expect(wanted.hasSuffix(": \(found)"), "attempt \(index + 1) is \(wanted)")
    }
  }
}
