@testable import HCITrace
import Testing

/// Captured between a smart speaker and a loudspeaker; what each says is Wireshark's reading.
private let request: Octets = """
  06 0000 001C  35 03 19 110B  FFFF  35 12 09 0001 09 0004 09 0006 09 0009 09 0100 09 0311  00
  """
private let response: Octets = """
  07 0000 0058  0055  35 53 35 51
  09 0001 35 03 19 110B
  09 0004 35 10 35 06 19 0100 09 0019 35 06 19 0019 09 0103
  09 0006 35 09 09 656E 09 006A 09 0100
  09 0009 35 08 35 06 19 110D 09 0103
  09 0100 25 0E 416476616E63656420417564696F
  09 0311 09 0001
  00
  """
private let error: Octets = "01 0000 0002 0003"
/// The first part of three, and the request for the second.
private let partial: Octets = """
  07 0000 0013  000E  36 02B1 35 8F 09 0000 0A 00010001 09  02 0100
  """
private let continued: Octets = "06 0001 0010  35 03 19 0100  FFFF  35 05 0A 0000FFFF  01 00"
/// The server promised 83 octets and sent 74.
private let cut: Octets = """
  35 53 35 51
  09 0001 35 03 19 110B
  09 0004 35 10 35 06 19 0100 09 0019 35 06 19 0019 09 0103
  09 0006 35 09 09 656E 09 006A 09 0100
  09 0009 35 08 35 06 19 110D 09 0103
  09 0100 25 0E 416476616E636564204175
  """

@Suite struct SDPTests {
  @Test func readsARequest() throws {
    try request.read { reader throws in
      let header = try SDPHeader(from: &reader)
      #expect(header == SDPHeader(.serviceSearchAttributeRequest, transaction: 0, parameterLength: 28))
      guard let question = try SDPRequest(header.identifier, from: &reader) else {
        Issue.record("no request")
        return
      }
      #expect(question.maximum == 0xFFFF)
      #expect(question.continuation.isEmpty)
      #expect(question.trailing == 0)
      var pattern = question.serviceSearchPattern
      #expect(try pattern.next() == .audioSink)
      #expect(try pattern.next() == nil)
      var ranges = question.attributeRanges
      var attributes: [ClosedRange<UInt16>] = []
      while let range = try ranges.next() { attributes.append(range) }
      #expect(attributes == [1...1, 4...4, 6...6, 9...9, 0x100...0x100, 0x311...0x311])
    }
  }

  @Test func readsAResponseAndItsRecord() throws {
    try response.read { reader throws in
      let header = try SDPHeader(from: &reader)
      guard let answer = try SDPResponse(header.identifier, from: &reader) else {
        Issue.record("no response")
        return
      }
      #expect(answer.byteCount == 0x55)
      #expect(answer.continuation.isEmpty)
      #expect(answer.trailing == 0)
      #expect(SDPRecords.declaredLength(answer.body) == 0x55)
      let answers = SDPRecords(attributeLists: answer.body)
      #expect(answers.error == nil)
      #expect(answers.records.count == 1)
      let record = try #require(answers.records.first)
      #expect(record.serviceClasses == [.audioSink])
      #expect(record.offers(.audioSink))
      #expect(record.protocols == [SDPProtocol(.l2cap, 0x19), SDPProtocol(.avdtp, 0x0103)])
      #expect(record.psm == .avdtp)
      #expect(record.avdtpVersion == 0x0103)
      #expect(record.version(of: .advancedAudioDistribution) == 0x0103)
      #expect(record.name == "Advanced Audio")
      #expect(record.supportedFeatures == 1)
      #expect(record.handle == nil)
      #expect(record.attributes == [1, 4, 6, 9, 0x100, 0x311])
    }
  }

  @Test func readsAnErrorAndContinuations() throws {
    try error.read { reader throws in
      let header = try SDPHeader(from: &reader)
      let answer = try SDPResponse(header.identifier, from: &reader)
      #expect(answer?.error == .invalidSyntax)
      #expect(SDPErrorCode.invalidSyntax.name == "invalid request syntax")
    }
    try partial.read { reader throws in
      let header = try SDPHeader(from: &reader)
      guard let answer = try SDPResponse(header.identifier, from: &reader) else {
        Issue.record("no response")
        return
      }
      #expect(answer.continuation == SDPContinuation([0x01, 0x00]))
      #expect(SDPRecords.declaredLength(answer.body) == 692)
    }
    try continued.read { reader throws in
      let header = try SDPHeader(from: &reader)
      guard let question = try SDPRequest(header.identifier, from: &reader) else {
        Issue.record("no request")
        return
      }
      #expect(question.continuation == SDPContinuation([0x00]))
      #expect(question.continuation.octets.array == [0x00])
      var ranges = question.attributeRanges
      #expect(try ranges.next() == 0...0xFFFF)
    }
  }

  @Test func keepsWhatABrokenAnswerSaysBeforeItBreaks() throws {
    try cut.read { reader throws in
      let answers = SDPRecords(attributeLists: reader)
      #expect(answers.error == WireError(.lengthBeyondParent, at: 0, needed: 83, available: 74))
      let record = try #require(answers.records.first)
      #expect(record.serviceClasses == [.audioSink])
      #expect(record.psm == .avdtp)
      #expect(record.name == nil)
    }
  }

  @Test func readsADeviceIdentification() throws {
    // The attribute list of a Linux host: vendor 0x1D6B of the USB Implementers Forum, version 5.3.3.
    let list: Octets = """
      35 33 09 0000 0A 00010000 09 0001 35 03 19 1200 09 0200 09 0103 09 0201 09 1D6B 09 0202 09 0246
      09 0203 09 0533 09 0204 28 01 09 0205 09 0002
      """
    list.read { reader in
      let answers = SDPRecords(attributeList: reader)
      #expect(answers.error == nil)
      let identification = answers.records.first?.deviceIdentification
      #expect(
        identification
          == SDPDeviceIdentification(vendorSource: 2, vendor: 0x1D6B, product: 0x0246, version: 0x0533))
    }
  }

  @Test func readsAVendorsServiceAndSeveralChannels() {
    // An RFCOMM service under a UUID of 128 bits, and AVRCP's second channel.
    let lists: Octets = """
      35 49
      35 27 09 0001 35 11 1C 81C2E72A0591443EA1FF05F988593351 09 0004 35 0C 35 03 19 0100 35 05 19 0003 08 03
      35 1E 09 000D 35 19 35 10 35 06 19 0100 09 001B 35 06 19 0017 09 0104 35 05 35 03 19 0100
      """
    lists.read { reader in
      let answers = SDPRecords(attributeLists: reader)
      #expect(answers.error == nil)
      #expect(answers.records.count == 2)
      let vendor = BluetoothUUID(high: 0x81C2_E72A_0591_443E, low: 0xA1FF_05F9_8859_3351)
      #expect(answers.records.first?.serviceClasses == [vendor])
      #expect(answers.records.first?.rfcommChannel == 3)
      #expect(
        answers.records.last?.additionalProtocols == [
          [SDPProtocol(.l2cap, 0x1B), SDPProtocol(.avctp, 0x0104)], [SDPProtocol(.l2cap)],
        ])
    }
  }

  @Test func placesWhatIsWrong() {
    // An element inside a record that exceeds its parent, at offset 12.
    Octets("35 0C 35 0A 09 0001 35 05 19 110B 1C 00").read { reader in
      let answers = SDPRecords(attributeLists: reader)
      #expect(answers.error == WireError(.lengthBeyondParent, at: 12, needed: 16, available: 1))
      #expect(answers.records.count == 1)
    }
    // A UUID of one octet does not exist.
    Octets("35 08 35 06 09 0001 35 01 18").read { reader in
      #expect(SDPRecords(attributeLists: reader).error == WireError(.invalidValue, at: 9))
    }
    // An attribute identifier must be an unsigned integer of 16 bits.
    Octets("35 06 35 04 08 01 08 01").read { reader in
      #expect(SDPRecords(attributeLists: reader).error == WireError(.invalidValue, at: 4))
    }
    // Octets after the end.
    Octets("35 00 00").read { reader in
      #expect(SDPRecords(attributeLists: reader).error == WireError(.invalidValue, at: 2))
    }
    Octets("35 00").read { reader in
      #expect(SDPRecords(attributeLists: reader).error == nil)
      #expect(SDPRecords(attributeLists: reader).records.isEmpty)
    }
  }

  @Test func followsSixteenLevelsOnly() {
    func nested(_ levels: Int) -> DataElementValue {
      var value = DataElementValue.null
      for _ in 0..<levels { value = .sequence([value]) }
      return .sequence([.sequence([.unsigned16(0x0200), value])])
    }
    Octets(written { nested(15).encode(to: &$0) }).read { reader in
      #expect(SDPRecords(attributeLists: reader).error == nil)
    }
    Octets(written { nested(40).encode(to: &$0) }).read { reader in
      #expect(SDPRecords(attributeLists: reader).error?.kind == .tooDeep)
    }
  }

  @Test func refusesAContinuationOfMoreThanSixteenOctets() throws {
    try Octets("0000 11 00").read { reader throws in
      #expect(throws: WireError(.invalidValue, at: 2, needed: 17, available: 16)) {
        _ = try SDPResponse(.serviceAttributeResponse, from: &reader)
      }
    }
    try Octets("0005 3503 00").read { reader throws in
      #expect(throws: WireError(.lengthBeyondParent, at: 2, needed: 5, available: 3)) {
        _ = try SDPResponse(.serviceAttributeResponse, from: &reader)
      }
    }
  }

  @Test func keepsABoundedPieceOfAText() {
    var record = SDPRecord()
    record.name = String(repeating: "x", count: 1000)
    Octets(SDPRecord.attributeLists([record])).read { reader in
      #expect(SDPRecords(attributeLists: reader).records.first?.name?.utf8.count == SDPRecord.textLimit)
    }
  }

  @Test func damageIsAnErrorNotATrap() {
    for vector in [request, response, error, partial, continued, cut] {
      for damaged in vector.damaged {
        damaged.read { reader in
          _ = SDPRecords(attributeLists: reader)
          _ = SDPRecords(attributeList: reader)
          guard let header = try? SDPHeader(from: &reader) else { return }
          var copy = reader
          if let question = try? SDPRequest(header.identifier, from: &copy) {
            var pattern = question.serviceSearchPattern
            while (try? pattern.next()) != nil {}
            var ranges = question.attributeRanges
            while (try? ranges.next()) != nil {}
          }
          if let answer = try? SDPResponse(header.identifier, from: &reader) {
            _ = SDPRecords(attributeLists: answer.body)
          }
        }
      }
    }
  }
}
