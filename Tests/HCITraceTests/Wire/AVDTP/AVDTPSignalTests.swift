@testable import HCITrace
import Testing

/// Signals as they were captured, and what Wireshark says of them; without what follows the fields.
private let vectors: [(packet: Octets, signal: AVDTPSignal)] = [
  ("00 01", AVDTPSignal(label: 0, .discover)),
  ("10 0C 04", AVDTPSignal(label: 1, .getAllCapabilities, .command, .endpoint(1))),
  ("22 03", AVDTPSignal(label: 2, .setConfiguration, .accept)),
  ("30 06 04", AVDTPSignal(label: 3, .open, .command, .endpoint(1))),
  ("42 07", AVDTPSignal(label: 4, .start, .accept)),
  ("90 0D 04 1194", AVDTPSignal(label: 9, .delayReport, .command, .delay(1, 4500))),
  (
    "43 07 04 31",
    AVDTPSignal(label: 4, .start, .reject, .rejection(.badState, category: nil, endpoint: 1))
  ),
  (
    "23 03 07 C6",
    AVDTPSignal(
      label: 2, .setConfiguration, .reject,
      .rejection(AVDTPErrorCode(rawValue: 0xC6), category: 7, endpoint: nil))
  ),
  (
    "23 03 00 29",
    AVDTPSignal(
      label: 2, .setConfiguration, .reject,
      .rejection(.unsupportedConfiguration, category: 0, endpoint: nil))
  ),
  // A lone octet: the category of the refused service here, and the code there.
  (
    "23 03 07", AVDTPSignal(label: 2, .setConfiguration, .reject, .rejection(nil, category: 7, endpoint: nil))
  ),
  (
    "23 03 29",
    AVDTPSignal(
      label: 2, .setConfiguration, .reject,
      .rejection(.unsupportedConfiguration, category: nil, endpoint: nil))
  ),
  (
    "33 06 12",
    AVDTPSignal(label: 3, .open, .reject, .rejection(.badAcceptorEndpoint, category: nil, endpoint: nil))
  ),
  ("33 0A", AVDTPSignal(label: 3, .abort, .reject, .rejection(nil, category: nil, endpoint: nil))),
  ("F1 0C", AVDTPSignal(label: 15, .getAllCapabilities, .generalReject)),
]

@Suite struct AVDTPSignalTests {
  @Test(arguments: vectors.indices) func readsAndWrites(_ index: Int) throws {
    let vector = vectors[index]
    try vector.packet.read { reader throws in
      let header = try AVDTPHeader(from: &reader)
      let signal = try AVDTPSignal(header, from: &reader)
      #expect(signal == vector.signal)
      #expect(reader.remaining == 0)
    }
    #expect(written { vector.signal.encode(to: &$0) } == vector.packet.bytes)
  }

  @Test func readsEndpoints() throws {
    // A sink that is free, a sink in use, a source for video.
    try Octets("02 01  04 08  0A 08  0C 10").read { reader throws in
      let signal = try AVDTPSignal(try AVDTPHeader(from: &reader), from: &reader)
      #expect(signal?.content == .endpoints)
      var endpoints = AVDTPEndpoints(reader)
      #expect(try endpoints.next() == AVDTPEndpoint(seid: 1, isSink: true))
      #expect(try endpoints.next() == AVDTPEndpoint(seid: 2, isInUse: true, isSink: true))
      #expect(try endpoints.next() == AVDTPEndpoint(seid: 3, mediaType: 1, isSink: false))
      #expect(try endpoints.next() == nil)
    }
    #expect(written { AVDTPEndpoint(seid: 2, isInUse: true, isSink: true).encode(to: &$0) } == [0x0A, 0x08])
  }

  @Test func readsTheStreamsThatStart() throws {
    try Octets("40 07 04 08 0C").read { reader throws in
      let signal = try AVDTPSignal(try AVDTPHeader(from: &reader), from: &reader)
      #expect(signal?.acceptorSEID == 1)
      var more = AVDTPEndpointIdentifiers(reader)
      #expect(more.next() == 2)
      #expect(more.next() == 3)
      #expect(more.next() == nil)
    }
  }

  @Test func readsAConfiguration() throws {
    // As it was captured: media transport and SBC, then delay reporting as some sources add it.
    try Octets("20 03 04 04 01 00 07 06 00 00 21 15 02 35 08 00").read { reader throws in
      guard let signal = try AVDTPSignal(try AVDTPHeader(from: &reader), from: &reader) else {
        Issue.record("no signal")
        return
      }
      #expect(signal.acceptorSEID == 1)
      #expect(signal.initiatorSEID == 1)
      #expect(signal.hasServices)
      var services = AVDTPServices(reader)
      #expect(try services.next() == .mediaTransport)
      guard case .mediaCodec(0, .sbc(let sbc))? = try services.next() else {
        Issue.record("no SBC")
        return
      }
      #expect(sbc.frequencies == .hz44100)
      #expect(sbc.channelModes == .jointStereo)
      #expect(sbc.minimumBitpool == 2)
      #expect(sbc.maximumBitpool == 53)
      #expect(try services.next() == .delayReporting)
      #expect(try services.next() == nil)
    }
  }

  @Test func readsEveryCategory() throws {
    let services: Octets = """
      01 00  02 00  03 03 01 02 03  04 02 02 00  04 04 01 00 AA BB  05 01 E0  06 03 80 08 10  08 00  20 02 01 02
      """
    let expected: [AVDTPService] = [
      .mediaTransport, .reporting, .recovery(type: 1, windowSize: 2, minimumPackets: 3),
      .contentProtection(.scmsT), .contentProtection(.dtcp), .headerCompression(0xE0),
      .multiplexing(fragmentation: true), .delayReporting, .unknown(category: 0x20, length: 2),
    ]
    try services.read { reader throws in
      var list = AVDTPServices(reader)
      var found: [AVDTPService] = []
      while let service = try list.next() { found.append(service) }
      #expect(found == expected)
    }
    #expect(ContentProtectionType.scmsT.name == "SCMS-T")
  }

  @Test func tellsWrongLengthsFromThoseThatExceedTheMessage() throws {
    // As it was captured: the codec says ten octets, six are left.
    try Octets("01 00 07 0A 00 00 FF FF 02 35").read { reader throws in
      var services = AVDTPServices(reader)
      #expect(try services.next() == .mediaTransport)
      #expect(throws: WireError(.lengthBeyondParent, at: 3, needed: 10, available: 6)) {
        _ = try services.next()
      }
      #expect(services.category == 7)
      let salvaged = services.salvaged
      if case .mediaCodec(0, .sbc(let sbc))? = salvaged {
        #expect(sbc.maximumBitpool == 53)
      } else {
        Issue.record("SBC lost")
      }
      #expect(try services.next() == nil)
    }
    // Media transport with an octet, SBC with five: what follows is read all the same.
    try Octets("01 01 00 07 05 00 00 FF FF 02 08 00").read { reader throws in
      var services = AVDTPServices(reader)
      #expect(throws: WireError(.invalidValue, at: 1, needed: 0, available: 1)) { _ = try services.next() }
      #expect(throws: WireError(.invalidValue, at: 4, needed: 6, available: 5)) { _ = try services.next() }
      #expect(try services.next() == .delayReporting)
    }
  }

  @Test func putsFragmentsTogether() throws {
    var fragments = FragmentReassembler()
    func add(_ octets: Octets, at number: Int) throws -> FragmentReassembler.Step {
      try octets.read { reader throws in
        try fragments.add(reader, at: PacketRef(number: number, microseconds: 0))
      }
    }
    #expect(try add("16 03 0C 01 00 07 06", at: 5) == .incomplete)
    #expect(try add("1A 00 00 21", at: 6) == .incomplete)
    #expect(try add("1E 15 02 35", at: 7) == .assembled(first: PacketRef(number: 5, microseconds: 0)))
    #expect(fragments.problem == nil)
    let bytes = fragments.take()
    #expect(bytes == Octets("12 0C 01 00 07 06 00 00 21 15 02 35").bytes)
    fragments.recycle(bytes)

    #expect(try add("1A 00", at: 8) == .incomplete)
    #expect(fragments.problem == .continuationWithoutStart)
    _ = try add("16 02 0C 01", at: 9)
    #expect(try add("2E 00", at: 10) == .incomplete)
    #expect(fragments.problem == .foreignContinuation(first: PacketRef(number: 9, microseconds: 0)))
    _ = try add("16 03 0C 01", at: 11)
    #expect(try add("10 0C 04", at: 12) == .whole)
    #expect(fragments.problem == .startWhileIncomplete(first: PacketRef(number: 11, microseconds: 0)))
    _ = try add("16 03 0C 01", at: 13)
    #expect(try add("1E 00", at: 14) == .assembled(first: PacketRef(number: 13, microseconds: 0)))
    #expect(fragments.problem == .wrongCount(declared: 3, received: 2))
    fragments.recycle(fragments.take())

    _ = try add("16 FF 0C", at: 15)
    var step = FragmentReassembler.Step.incomplete
    for number in 16..<100 { step = try add(Octets([0x1A] + [UInt8](repeating: 0, count: 200)), at: number) }
    #expect(step == .incomplete)
    #expect(fragments.take().count <= FragmentReassembler.limit)
  }

  @Test func damageIsAnErrorNotATrap() {
    let lists: [Octets] = [
      "02 01  04 08  0A 08", "12 0C 01 00 07 06 00 00 FF FF 02 35 04 02 02 00 08 00",
      "20 03 04 04 01 00 07 08 02 80 01 8C 04 E2 00 00",
    ]
    for octets in lists + vectors.map(\.packet) {
      for damaged in octets.damaged {
        damaged.read { reader in
          guard let header = try? AVDTPHeader(from: &reader),
            let signal = try? AVDTPSignal(header, from: &reader)
          else { return }
          var endpoints = AVDTPEndpoints(reader)
          while (try? endpoints.next()) != nil {}
          guard signal.hasServices else { return }
          var services = AVDTPServices(reader)
          var count = 0
          var more = true
          while more, count < 100 {
            count += 1
            do { more = try services.next() != nil } catch {}
          }
          #expect(count < 100)
        }
      }
    }
  }

  @Test func staysSmall() {
    #expect(MemoryLayout<AVDTPSignal>.size <= 16)
    #expect(MemoryLayout<CodecInformation>.size <= 40)
  }
}
