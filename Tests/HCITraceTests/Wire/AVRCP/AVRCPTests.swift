@testable import HCITrace
import Testing

/// Messages as they were captured, and what Wireshark says of them.
private let vectors: [(packet: Octets, header: AVCTPHeader, frame: AVRCPFrame, operation: AVRCPOperation)] = [
  (
    "40 110E 03 48 00 001958 31 00 0005 0D 00000000", AVCTPHeader(label: 4, isResponse: false),
    AVRCPFrame(.notify, .vendorDependent),
    .metadata(.registerNotification, packet: .single, length: 5, .register(.volumeChanged, interval: 0))
  ),
  (
    "12 110E 0F 48 00 001958 31 00 0002 0D 57", AVCTPHeader(label: 1, isResponse: true),
    AVRCPFrame(.interim, .vendorDependent),
    .metadata(.registerNotification, packet: .single, length: 2, .volume(87))
  ),
  (
    "12 110E 0F 48 00 001958 31 00 0002 01 00", AVCTPHeader(label: 1, isResponse: true),
    AVRCPFrame(.interim, .vendorDependent),
    .metadata(.registerNotification, packet: .single, length: 2, .playback(.stopped))
  ),
  (
    "30 110E 01 48 00 001958 30 00 0000", AVCTPHeader(label: 3, isResponse: false),
    AVRCPFrame(.status, .vendorDependent), .metadata(.getPlayStatus, packet: .single, length: 0, .other)
  ),
  (
    "32 110E 0C 48 00 001958 30 00 0009 0003A980 00002710 01", AVCTPHeader(label: 3, isResponse: true),
    AVRCPFrame(.stable, .vendorDependent),
    .metadata(
      .getPlayStatus, packet: .single, length: 9, .playStatus(length: 240_000, position: 10_000, .playing))
  ),
  (
    "00 110E 00 48 00 001958 18 00 0001 02", AVCTPHeader(label: 0, isResponse: false),
    AVRCPFrame(.control, .vendorDependent),
    .metadata(.informBatteryStatus, packet: .single, length: 1, .battery(.critical))
  ),
  (
    "00 110E 09 48 00 001958 18 00 0000", AVCTPHeader(label: 0, isResponse: false),
    AVRCPFrame(.accepted, .vendorDependent),
    .metadata(.informBatteryStatus, packet: .single, length: 0, .other)
  ),
  (
    "22 110E 0A 48 00 001958 50 00 0001 01", AVCTPHeader(label: 2, isResponse: true),
    AVRCPFrame(.rejected, .vendorDependent),
    .metadata(
      .setAbsoluteVolume, packet: .single, length: 1, .rejection(AVRCPStatus(rawValue: 1)))
  ),
  (
    "10 110E 00 48 7C 44 00", AVCTPHeader(label: 1, isResponse: false), AVRCPFrame(.control, .passThrough),
    .passThrough(.play, isReleased: false)
  ),
  (
    "12 110E 09 48 7C C6 00", AVCTPHeader(label: 1, isResponse: true), AVRCPFrame(.accepted, .passThrough),
    .passThrough(.pause, isReleased: true)
  ),
]

@Suite struct AVRCPTests {
  @Test(arguments: vectors.indices) func readsAndWrites(_ index: Int) throws {
    let vector = vectors[index]
    try vector.packet.read { reader throws in
      #expect(try AVCTPHeader(from: &reader) == vector.header)
      let frame = try AVRCPFrame(from: &reader)
      #expect(frame == vector.frame)
      #expect(try AVRCPOperation(frame, from: &reader) == vector.operation)
    }
    let bytes = written {
      vector.header.encode(to: &$0)
      vector.frame.encode(to: &$0)
      vector.operation.encode(to: &$0)
    }
    #expect(bytes == vector.packet.bytes)
  }

  @Test func readsTheOtherNotifications() throws {
    func parameters(_ octets: Octets) throws -> AVRCPParameters {
      try octets.read { reader throws in try AVRCPParameters(.registerNotification, .changed, from: &reader) }
    }
    #expect(try parameters("02 FFFFFFFFFFFFFFFF") == .track(.max))
    #expect(try parameters("05 00002710") == .position(10_000))
    #expect(try parameters("06 01") == .battery(.warning))
    #expect(try parameters("0D FF") == .volume(127))
    #expect(try parameters("0A") == .event(AVRCPEvent(rawValue: 0x0A)))
    #expect(throws: WireError(.tooShort, at: 1, needed: 1, available: 0)) { _ = try parameters("01") }
  }

  @Test func leavesFragmentsAndVendorsAlone() throws {
    try Octets("0C 48 00 001958 20 01 01F0 07").read { reader throws in
      let frame = try AVRCPFrame(from: &reader)
      #expect(
        try AVRCPOperation(frame, from: &reader)
          == .metadata(AVRCPPDU(rawValue: 0x20), packet: .start, length: 496, .other))
    }
    try Octets("00 48 00 00000A 01").read { reader throws in
      let frame = try AVRCPFrame(from: &reader)
      #expect(try AVRCPOperation(frame, from: &reader) == .vendor(0x0A))
    }
    try Octets("01 FF 30 FF FF FF FF FF").read { reader throws in
      let frame = try AVRCPFrame(from: &reader)
      #expect(frame == AVRCPFrame(.status, .unitInfo, subunitType: 0x1F, subunit: 7))
      #expect(try AVRCPOperation(frame, from: &reader) == .other)
    }
    try Octets("71 0024").read { reader throws in
      let browsing = try AVRCPBrowsing(from: &reader)
      #expect(browsing.pdu.name == "GetFolderItems")
      #expect(browsing.length == 36)
    }
  }

  @Test func putsFragmentsTogether() throws {
    var fragments = FragmentReassembler()
    try Octets("56 02 110E 0C 48 00").read { reader throws in
      #expect(try fragments.add(reader, at: PacketRef(number: 1, microseconds: 0)) == .incomplete)
    }
    try Octets("5E 001958 30 00 0000").read { reader throws in
      let first = PacketRef(number: 1, microseconds: 0)
      #expect(
        try fragments.add(reader, at: PacketRef(number: 2, microseconds: 0)) == .assembled(first: first))
    }
    #expect(fragments.take() == Octets("52 110E 0C 48 00 001958 30 00 0000").bytes)
    try Octets("56 02 110E 0C").read { reader throws in
      #expect(try AVCTPHeader(from: &reader).packets == 2)
    }
    try Octets("5E 00").read { reader throws in
      #expect(try AVCTPHeader(from: &reader).profile == nil)
    }
  }

  @Test func names() {
    #expect(PassThroughOperation.play.name == "play")
    #expect(PassThroughOperation(rawValue: 0x25).name == "5")
    #expect(PassThroughOperation(rawValue: 0x72).name == "F2")
    #expect(PassThroughOperation(rawValue: 0x60).name == nil)
    #expect(PlaybackStatus.playing.name == "playing")
    #expect(BatteryStatus.critical.name == "critical")
    #expect(AVRCPEvent.volumeChanged.name == "EVENT_VOLUME_CHANGED")
  }

  @Test func damageIsAnErrorNotATrap() {
    for vector in vectors {
      for damaged in vector.packet.damaged {
        damaged.read { reader in
          guard (try? AVCTPHeader(from: &reader)) != nil, let frame = try? AVRCPFrame(from: &reader) else {
            return
          }
          _ = try? AVRCPOperation(frame, from: &reader)
        }
      }
    }
  }
}
