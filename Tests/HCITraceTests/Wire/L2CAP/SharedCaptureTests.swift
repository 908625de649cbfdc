import Foundation
@testable import HCITrace
import Testing

/// Holds the decoders against whole captures, where they lie beside the project.
@Suite struct SharedCaptureTests {
  @Test func putsThreePartsOfAnSDPAnswerTogether() throws {
    guard let file = ACLWalk.files("labelled").first(where: { $0.lastPathComponent.hasPrefix("g3_") }) else {
      return
    }
    var answer: [UInt8] = []
    for pdu in ACLWalk(file).pdus where pdu.psm == .sdp && pdu.received {
      var reader = ByteReader(pdu.payload.rawSpan)
      let header = try SDPHeader(from: &reader)
      guard let response = try SDPResponse(header.identifier, from: &reader) else { continue }
      answer += response.body.copyRest(limit: .max)
    }
    #expect(answer.count == 692)
    let answers = SDPRecords(attributeLists: ByteReader(answer.rawSpan))
    #expect(answers.error == nil)
    #expect(answers.records.count == 6)
    #expect(answers.records.map(\.name).last == "GFPS provider")
    #expect(answers.records.compactMap(\.rfcommChannel) == [1, 2, 3])
    #expect(answers.records.first?.provider == "SoundBox Acoustics Ltd.")
  }

  @Test func takesEveryPDUApartWithoutAProblem() throws {
    for file in ACLWalk.files("labelled", "rules", "real") {
      let walk = ACLWalk(file)
      #expect(walk.problems.isEmpty, "\(file.lastPathComponent)")
      for pdu in walk.pdus where pdu.psm == .avdtp && pdu.ordinal == 0 && pdu.payload.count == pdu.length {
        var reader = ByteReader(pdu.payload.rawSpan)
        let header = try AVDTPHeader(from: &reader)
        #expect(header.signal?.name != nil, "\(file.lastPathComponent) frame \(pdu.frame)")
        _ = try AVDTPSignal(header, from: &reader)
      }
    }
  }

  @Test func countsSilentFrames() throws {
    func frames(_ name: String) throws -> (all: Int, silent: Int) {
      var count = (all: 0, silent: 0)
      guard let file = ACLWalk.files("labelled").first(where: { $0.lastPathComponent.hasPrefix(name) }) else {
        return count
      }
      for pdu in ACLWalk(file).pdus where pdu.psm == .avdtp && pdu.ordinal == 1 {
        var reader = ByteReader(pdu.payload.rawSpan)
        _ = try RTPHeader(from: &reader)
        var frames = try SBCFrames(reader)
        while let frame = try frames.next() {
          count.all += 1
          if frame.isSilent == true { count.silent += 1 }
        }
      }
      return count
    }
    let silent = try frames("f24_")
    #expect(silent.all == silent.silent)
    #expect(try frames("g1_").silent == 0)
  }
}
