import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// A capture that stops earlier: nothing traps, and no rule begins to speak that was quiet about the whole.
struct CutTests {
  /// A sample, by its name.
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]

    init(_ name: String) {
      testDescription = name
      bytes = (try? Data(contentsOf: SampleTests.samples.appending(path: name))).map { Array($0) } ?? []
    }

    /// Where each record of a btsnoop file ends.
    var recordEnds: [Int] {
      guard bytes.starts(with: Array("btsnoop\0".utf8)) else { return [] }
      var ends: [Int] = []
      var offset = 16
      while offset + 24 <= bytes.count {
        let length = bytes[(offset + 4)..<(offset + 8)].reduce(0) { $0 << 8 | Int($1) }
        offset += 24 + length
        if offset <= bytes.count { ends.append(offset) }
      }
      return ends
    }

    /// The rules that speak of its first `count` bytes, but for those that say themselves that they may.
    func rules(ofFirst count: Int) -> Set<String> {
      let results = Analyzer(profile: .automatic).analyze(
        bytes: Array(bytes.prefix(count)), named: testDescription)
      let diagnoses = results.compactMap { try? $0.outcome.get() }
      return Set(diagnoses.flatMap(\.findings).filter { !$0.info.firesOnCutCaptures }.map(\.info.id))
    }
  }

  static let samples = SampleTests.expectations.map { Sample($0.file) }

  @Test(arguments: samples) func afterEveryRecord(_ sample: Sample) {
    let whole = sample.rules(ofFirst: sample.bytes.count)
    for end in sample.recordEnds {
      let loud = sample.rules(ofFirst: end).subtracting(whole)
      #expect(loud.isEmpty, "cut at byte \(end)")
    }
  }

  @Test(arguments: samples) func anywhere(_ sample: Sample) {
    let whole = sample.rules(ofFirst: sample.bytes.count)
    // The same 200 places in every run, spread by the golden ratio.
    for step in 1...200 {
      let count = Int(
        Double(sample.bytes.count) * (Double(step) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1))
      let loud = sample.rules(ofFirst: count).subtracting(whole)
      #expect(loud.isEmpty, "cut at byte \(count)")
    }
  }
}
