@testable import HCITrace
import Testing

@Suite struct SDPWritingTests {
  /// The request as it was captured.
  @Test func writesACapturedRequest() {
    let message = SDPMessage.serviceSearchAttributeRequest(
      pattern: [.audioSink], maximum: 0xFFFF,
      attributes: [1...1, 4...4, 6...6, 9...9, 0x100...0x100, 0x311...0x311], continuation: .none)
    let captured: Octets = """
      06 0000 001C  35 03 19 110B  FFFF  35 12 09 0001 09 0004 09 0006 09 0009 09 0100 09 0311  00
      """
    #expect(written { message.encode(to: &$0, transaction: 0) } == captured.bytes)
  }

  /// The captured record but for its language attribute, which hcitrace does not read.
  @Test func writesACapturedRecord() {
    var record = SDPRecord()
    record.serviceClasses = [.audioSink]
    record.protocols = [SDPProtocol(.l2cap, 0x19), SDPProtocol(.avdtp, 0x0103)]
    record.profiles = [SDPProfile(.advancedAudioDistribution, version: 0x0103)]
    record.name = "Advanced Audio"
    record.supportedFeatures = 1
    let captured: Octets = """
      35 45 35 43
      09 0001 35 03 19 110B
      09 0004 35 10 35 06 19 0100 09 0019 35 06 19 0019 09 0103
      09 0009 35 08 35 06 19 110D 09 0103
      09 0100 25 0E 416476616E63656420417564696F
      09 0311 09 0001
      """
    #expect(SDPRecord.attributeLists([record]) == captured.bytes)
  }

  @Test func recordsComeBack() {
    var record = SDPRecord()
    record.handle = 0x0001_0003
    record.serviceClasses = [.remoteControl, .remoteController]
    record.protocols = [SDPProtocol(.l2cap, 0x17), SDPProtocol(.avctp, 0x0104)]
    record.additionalProtocols = [[SDPProtocol(.l2cap, 0x1B), SDPProtocol(.avctp, 0x0104)]]
    record.browseGroups = [.publicBrowseRoot]
    record.profiles = [SDPProfile(.remoteControl, version: 0x0106)]
    record.name = "AVRCP"
    record.provider = "Somebody"
    record.supportedFeatures = 0x0011
    record.attributes = [0x0000, 0x0001, 0x0004, 0x0005, 0x0009, 0x000D, 0x0100, 0x0102, 0x0311]
    var serial = SDPRecord()
    serial.serviceClasses = [BluetoothUUID(high: 1, low: 2), BluetoothUUID(UInt32(0x1234_5678))]
    serial.protocols = [SDPProtocol(.l2cap), SDPProtocol(.rfcomm, 5)]
    serial.attributes = [0x0001, 0x0004]
    var device = SDPRecord()
    device.serviceClasses = [.deviceIdentification]
    device.deviceIdentification = SDPDeviceIdentification(vendorSource: 1, vendor: 2, product: 3, version: 4)
    device.attributes = [0x0001, 0x0200, 0x0201, 0x0202, 0x0203, 0x0205]
    Octets(SDPRecord.attributeLists([record, serial, device])).read { reader in
      let answers = SDPRecords(attributeLists: reader)
      #expect(answers.error == nil)
      #expect(answers.records == [record, serial, device])
    }
  }

  @Test(arguments: [
    SDPMessage.errorResponse(.insufficientResources),
    .serviceSearchRequest(pattern: [.audioSink, .avdtp], maximum: 8, continuation: .none),
    .serviceSearchResponse(
      total: 3, handles: [0x0001_0001, 0x0001_0002], continuation: SDPContinuation([7])),
    .serviceAttributeRequest(
      handle: 0x0001_0001, maximum: 48, attributes: [0...0xFFFF], continuation: SDPContinuation([1, 2, 3])),
    .serviceAttributeResponse(part: [0x35, 0x00], continuation: .none),
    .serviceSearchAttributeResponse(
      part: [0x35, 0x00], continuation: SDPContinuation(Array(1...16))),
  ])
  func messagesComeBack(_ message: SDPMessage) throws {
    let bytes = written { message.encode(to: &$0, transaction: 0x1234) }
    try Octets(bytes).read { reader throws in
      let header = try SDPHeader(from: &reader)
      #expect(header.transaction == 0x1234)
      #expect(header.identifier == message.identifier)
      #expect(Int(header.parameterLength) == reader.remaining)
      var copy = reader
      let question = try SDPRequest(header.identifier, from: &copy)
      let answer = try SDPResponse(header.identifier, from: &reader)
      switch message {
      case .errorResponse(let code): #expect(answer?.error == code)
      case .serviceSearchRequest(_, let maximum, let continuation):
        #expect(question?.maximum == maximum)
        #expect(question?.continuation == continuation)
      case .serviceSearchResponse(let total, let handles, let continuation):
        #expect(answer?.totalRecords == total)
        #expect(answer?.currentRecords == UInt16(handles.count))
        #expect(answer?.continuation == continuation)
      case .serviceAttributeRequest(let handle, let maximum, _, let continuation):
        #expect(question?.handle == handle)
        #expect(question?.maximum == maximum)
        #expect(question?.continuation == continuation)
      case .serviceAttributeResponse(let part, let continuation),
        .serviceSearchAttributeResponse(let part, let continuation):
        #expect(answer?.byteCount == UInt16(part.count))
        #expect(answer?.body.copyRest(limit: 100) == part)
        #expect(answer?.continuation == continuation)
      case .serviceSearchAttributeRequest: break
      }
    }
  }
}
