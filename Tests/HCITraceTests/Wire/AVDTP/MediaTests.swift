@testable import HCITrace
import Testing

/// The beginning of the first media packet of a stream as it was captured: RTP, payload header, first frame with its samples cut.
private let packet: Octets = "80 60 0000 00000000 00000001 07 9C BD 35 47 FE D8 75 55 44 00 00 00 04 80"

@Suite struct MediaTests {
  @Test func readsTheHeaders() throws {
    try packet.read { reader throws in
      #expect(
        try RTPHeader(from: &reader) == RTPHeader(sequence: 0, timestamp: 0, payloadType: 96, source: 1))
      var frames = try SBCFrames(reader)
      let frame = try #require(try frames.next())
      #expect(frame.header.hertz == 44_100)
      #expect(frame.header.blocks == 16)
      #expect(frame.header.channelMode == .jointStereo)
      #expect(frame.header.subbands == 8)
      #expect(frame.header.isSNR == false)
      #expect(frame.header.bitpool == 53)
      #expect(frame.header.length == 119)
      #expect(frame.header.samples == 128)
      #expect(frame.isSilent == false)
      // The rest of the packet was cut: there is no second frame to see.
      #expect(try frames.next() == nil)
    }
    #expect(
      written { RTPHeader(sequence: 0, timestamp: 0).encode(to: &$0) } == Array(packet.bytes.prefix(12)))
    #expect(written { SBCPayloadHeader(frames: 7).encode(to: &$0) } == [0x07])
  }

  @Test func skipsContributingSourcesAndExtension() throws {
    try Octets("92 E0 0001 00000002 00000003 AAAAAAAA BBBBBBBB 0001 0001 CCCCCCCC 42").read { reader throws in
      let header = try RTPHeader(from: &reader)
      #expect(header == RTPHeader(sequence: 1, timestamp: 2, payloadType: 96, source: 3, marker: true))
      #expect(reader.peek() == 0x42)
    }
    try Octets("40 60 0001 00000002 00000003").read { reader throws in
      #expect(throws: WireError(.invalidValue, at: 0)) { _ = try RTPHeader(from: &reader) }
    }
  }

  @Test func tellsSilenceFromTheScaleFactors() throws {
    // Joint stereo, 8 subbands: one octet of join flags, eight of scale factors, as a silent stream has them.
    let header: Octets = "01 9C BD 35 7D"
    #expect(try silence(header, "00 0000000000000000 7776DB") == true)
    #expect(try silence(header, "FF 0000000000000000 7776DB") == true)
    #expect(try silence(header, "00 0000000000000001 7776DB") == false)
    #expect(try silence(header, "00 00000000000000") == nil)
    // Mono, 4 subbands: four factors in two octets.
    #expect(try silence("01 9C 80 10 00", "0000 FFFF") == true)
    #expect(try silence("01 9C 80 10 00", "0010 FFFF") == false)
    // Joint stereo, 4 subbands: join flags and the first factor share an octet, the last factor and samples another.
    #expect(try silence("01 9C 8C 10 00", "F0 000000 0F") == true)
    #expect(try silence("01 9C 8C 10 00", "01 000000 0F") == false)
    #expect(try silence("01 9C 8C 10 00", "F0 000000 10") == false)
    // Stereo, 8 subbands: no join flags.
    #expect(try silence("01 9C B9 35 00", "0000000000000000 FF") == true)
    #expect(try silence("01 9C B9 35 00", "8000000000000000 FF") == false)
  }

  private func silence(_ header: Octets, _ rest: Octets) throws -> Bool? {
    try Octets(header.bytes + rest.bytes).read { reader throws in
      var frames = try SBCFrames(reader)
      return try frames.next()?.isSilent
    }
  }

  @Test func walksFromFrameToFrame() throws {
    // Mono, 4 subbands, 4 blocks, bitpool 2: 4 + 2 + 1 octets.
    let frame: Octets = "9C 00 02 11 0000 FF"
    try Octets([0x02] + frame.bytes + frame.bytes).read { reader throws in
      var frames = try SBCFrames(reader)
      #expect(try frames.next()?.header.length == 7)
      #expect(try frames.next()?.isSilent == true)
      #expect(try frames.next() == nil)
    }
    try Octets([0x02] + frame.bytes + [0x9D] + frame.bytes.dropFirst()).read { reader throws in
      var frames = try SBCFrames(reader)
      #expect(try frames.next() != nil)
      #expect(throws: WireError(.invalidValue, at: 8)) { _ = try frames.next() }
      #expect(try frames.next() == nil)
    }
    // The middle of a fragmented frame holds no header.
    try Octets([0x82] + frame.bytes).read { reader throws in
      var frames = try SBCFrames(reader)
      #expect(try frames.next() == nil)
    }
    try Octets([0xC2] + frame.bytes).read { reader throws in
      var frames = try SBCFrames(reader)
      #expect(try frames.next() != nil)
    }
  }

  @Test func holdsFramesAgainstTheConfiguration() throws {
    let frame = try Octets("9C BD 35 47").read { reader throws in try SBCFrameHeader(from: &reader) }
    let configuration = try Octets("21 15 02 35").read { reader throws in try SBCInformation(from: &reader) }
    #expect(frame.fits(configuration))
    for other in ["11 15 02 35", "22 15 02 35", "21 25 02 35", "21 19 02 35", "21 16 02 35", "21 15 02 34"] {
      let different = try Octets(stringLiteral: other).read { reader throws in
        try SBCInformation(from: &reader)
      }
      #expect(!frame.fits(different))
    }
    #expect(written { frame.encode(to: &$0) } == [0x9C, 0xBD, 0x35, 0x47])
  }

  @Test func damageIsAnErrorNotATrap() {
    for damaged in packet.damaged {
      damaged.read { reader in
        guard (try? RTPHeader(from: &reader)) != nil, var frames = try? SBCFrames(reader) else { return }
        while (try? frames.next()) != nil {}
      }
    }
  }
}
