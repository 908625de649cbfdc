@testable import HCITrace
import Testing

/// A signal in a C-frame of its own, as it was captured, and what Wireshark says of it.
private let vectors: [(frame: Octets, identifier: UInt8, signal: L2CAPSignal)] = [
  ("02 03 0400 0100 4000", 3, .connectionRequest(psm: .sdp, source: 0x0040)),
  (
    "03 03 0800 4000 4100 0000 0000", 3,
    .connectionResponse(destination: 0x0040, source: 0x0041, result: .successful, status: .noInformation)
  ),
  (
    "03 06 0800 0000 4200 0100 0200", 6,
    .connectionResponse(destination: 0, source: 0x0042, result: .pending, status: .authorizationPending)
  ),
  (
    "03 06 0800 0000 4200 0300 0000", 6,
    .connectionResponse(destination: 0, source: 0x0042, result: .securityBlock, status: .noInformation)
  ),
  ("06 0A 0400 4100 4200", 10, .disconnectionRequest(destination: 0x0041, source: 0x0042)),
  ("07 0A 0400 4100 4200", 10, .disconnectionResponse(destination: 0x0041, source: 0x0042)),
  ("0A 01 0200 0200", 1, .informationRequest(.extendedFeatures)),
  ("0B 01 0800 0200 0000 A8000000", 1, .informationResponse(.extendedFeatures, result: 0, value: 0xA8)),
  (
    "0B 02 0C00 0300 0000 F200000000000000", 2,
    .informationResponse(.fixedChannels, result: 0, value: 0xF2)
  ),
  ("0B 02 0400 0300 0100", 2, .informationResponse(.fixedChannels, result: 1, value: nil)),
  ("01 05 0200 0000", 5, .commandReject(.notUnderstood, mtu: nil, local: nil, remote: nil)),
  ("01 05 0400 0100 3000", 5, .commandReject(.signallingMTUExceeded, mtu: 48, local: nil, remote: nil)),
  ("01 05 0600 0200 4100 4200", 5, .commandReject(.invalidChannel, mtu: nil, local: 0x41, remote: 0x42)),
  (
    "12 07 0800 1800 2800 0400 F401", 7,
    .connectionParameterUpdateRequest(
      ConnectionParameters(intervalMin: 24, intervalMax: 40, latency: 4, timeout: 500))
  ),
  ("13 07 0200 0100", 7, .connectionParameterUpdateResponse(result: 1)),
  (
    "14 08 0A00 8100 4000 0002 F700 0500", 8,
    .leCreditBasedConnectionRequest(
      psm: ProtocolServiceMultiplexer(rawValue: 0x81), source: 0x40,
      CreditParameters(mtu: 512, mps: 247, credits: 5))
  ),
  (
    "15 08 0A00 4100 0002 F700 0500 0800", 8,
    .leCreditBasedConnectionResponse(
      destination: 0x41, CreditParameters(mtu: 512, mps: 247, credits: 5),
      result: CreditBasedResult(rawValue: 8))
  ),
  ("16 09 0400 4000 0A00", 9, .flowControlCredit(channel: 0x40, credits: 10)),
  ("0C 04 0500 1900 4100 01", 4, .createChannelRequest(psm: .avdtp, source: 0x41, controller: 1)),
  ("1A 04 0200 0100", 4, .creditBasedReconfigureResponse(result: 1)),
]

@Suite struct L2CAPSignalTests {
  @Test(arguments: vectors.indices) func readsAndWrites(_ index: Int) throws {
    let vector = vectors[index]
    try vector.frame.read { reader throws in
      var commands = L2CAPCommands(reader)
      guard var command = try commands.next() else {
        Issue.record("no command")
        return
      }
      #expect(command.identifier == vector.identifier)
      #expect(command.missing == 0)
      #expect(try command.signal() == vector.signal)
      #expect(command.body.remaining == 0)
      #expect(vector.signal.code == command.code)
      #expect(try commands.next() == nil)
    }
    #expect(written { vector.signal.encode(to: &$0, identifier: vector.identifier) } == vector.frame.bytes)
  }

  @Test func namesFieldsAsTheSpecificationDoes() {
    let response = L2CAPSignal.configurationResponse(source: 0x40, continues: false, result: .unknownOptions)
    #expect(response.source == 0x40)
    #expect(response.destination == nil)
    #expect(response.result == 3)
    #expect(response.code.name == "Configuration Response")
    #expect(ConnectionResult.securityBlock.name == "security block")
    #expect(ProtocolServiceMultiplexer.avdtp.name == "AVDTP")
    #expect(ProtocolServiceMultiplexer(rawValue: 0x1001).name == nil)
  }

  /// What answers is called a response, and Command Reject answers too; from code 0x17 on it is the even ones.
  @Test func tellsResponsesFromRequests() {
    let responses = (0...UInt8.max).map(L2CAPCode.init(rawValue:)).filter { code in
      code.name.map { $0.hasSuffix("Response") || $0 == "Command Reject" } ?? false
    }
    #expect(responses.count == 13)
    for code in (1...0x1A).map(L2CAPCode.init(rawValue:)) {
      #expect(code.isResponse == responses.contains(code), "\(code)")
    }
  }

  @Test func readsOptionsOfAConfigureRequest() throws {
    // ERTM with FCS off, as AVRCP's browsing channel asks for it, and an unknown option that may be ignored.
    let frame: Octets = """
      04 07 1D00 4100 0000  01 02 F003  02 02 FFFF  04 09 03 0A 14 D007 E02E F203  05 01 00  C1 01 55
      """
    try frame.read { reader throws in
      var commands = L2CAPCommands(reader)
      guard var command = try commands.next() else {
        Issue.record("no command")
        return
      }
      #expect(try command.signal() == .configurationRequest(destination: 0x0041, continues: false))
      var options = L2CAPOptions(command.body)
      #expect(try options.next() == .mtu(1008))
      #expect(try options.next() == .flushTimeout(0xFFFF))
      let ertm = RetransmissionAndFlowControl(
        mode: .enhancedRetransmission, transmitWindow: 10, maxTransmit: 20, retransmissionTimeout: 2000,
        monitorTimeout: 12000, maximumPDUSize: 1010)
      #expect(try options.next() == .retransmission(ertm))
      #expect(ertm.mode.hasEnhancedControl)
      #expect(try options.next() == .frameCheckSequence(0))
      #expect(options.isHint == false)
      #expect(try options.next() == .unknown(type: 0x41, length: 1))
      #expect(options.isHint == true)
      #expect(try options.next() == nil)
    }
  }

  @Test(arguments: [
    L2CAPOption.mtu(672), .flushTimeout(100), .frameCheckSequence(1), .extendedWindow(63),
    .unknown(type: 0x20, length: 3),
    .qualityOfService(
      QualityOfService(
        serviceType: 1, tokenRate: 2, tokenBucketSize: 3, peakBandwidth: 4, latency: 5, delayVariation: 6)),
    .extendedFlow(
      ExtendedFlowSpecification(
        identifier: 1, serviceType: 2, maximumSDUSize: 3, interArrivalTime: 4, accessLatency: 5,
        flushTimeout: 6)),
  ])
  func optionsComeBack(_ option: L2CAPOption) throws {
    try Octets(written { option.encode(to: &$0) }).read { reader throws in
      var options = L2CAPOptions(reader)
      #expect(try options.next() == option)
      #expect(try options.next() == nil)
    }
  }

  @Test func readsSeveralCommandsOfAFrame() throws {
    let frame: Octets = "0A 01 0200 0200  0A 02 0200 0300"
    try frame.read { reader throws in
      var commands = L2CAPCommands(reader)
      var seen: [L2CAPSignal] = []
      while var command = try commands.next() { seen.append(try command.signal()) }
      #expect(seen == [.informationRequest(.extendedFeatures), .informationRequest(.fixedChannels)])
    }
  }

  @Test func givesWhatThereIsOfACutCommand() throws {
    let frame: Octets = "03 03 0800 4000"
    try frame.read { reader throws in
      var commands = L2CAPCommands(reader)
      guard var command = try commands.next() else {
        Issue.record("no command")
        return
      }
      #expect(command.missing == 6)
      #expect(command.offset == 4)
      #expect(throws: WireError(.tooShort, at: 2, needed: 2, available: 0)) { _ = try command.signal() }
      #expect(try commands.next() == nil)
    }
  }

  @Test func endsAtHalfAHeader() throws {
    let frame: Octets = "0A 01 0200 0200 0A 02 02"
    try frame.read { reader throws in
      var commands = L2CAPCommands(reader)
      #expect(try commands.next() != nil)
      #expect(throws: WireError(.tooShort, at: 6, needed: 4, available: 3)) { _ = try commands.next() }
      #expect(try commands.next() == nil)
    }
  }

  @Test func recognisesTheControlFieldOfERTM() throws {
    // I-frame: start of an SDU, TxSeq 5, ReqSeq 9; S-frame: receiver ready, final, ReqSeq 1.
    let information = EnhancedControl(.information(.start, transmit: 5), request: 9)
    let supervisory = EnhancedControl(.supervisory(function: 0, poll: false), request: 1, final: true)
    try Octets("0A 49").read { reader throws in #expect(try EnhancedControl(from: &reader) == information) }
    try Octets("81 01").read { reader throws in #expect(try EnhancedControl(from: &reader) == supervisory) }
    #expect(written { information.encode(to: &$0) } == [0x0A, 0x49])
    #expect(written { supervisory.encode(to: &$0) } == [0x81, 0x01])
  }

  @Test func damageIsAnErrorNotATrap() {
    for vector in vectors {
      for damaged in vector.frame.damaged {
        damaged.read { reader in
          var commands = L2CAPCommands(reader)
          var count = 0
          while var command = try? commands.next() {
            count += 1
            _ = try? command.signal()
            var options = L2CAPOptions(command.body)
            while (try? options.next()) != nil {}
          }
          #expect(count <= 1 + damaged.bytes.count / 4)
        }
      }
    }
  }

  @Test func staysSmall() {
    #expect(MemoryLayout<L2CAPSignal>.size <= 24)
    #expect(MemoryLayout<L2CAPOption>.size <= 32)
  }
}
