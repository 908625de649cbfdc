import Foundation
import HCITrace
import Testing

/// Which way ACL packets went, where the capture doesn't say.
@Suite struct DirectionTests {
  /// The sample without any direction (link type 187); where `unmarked`, as of a host that lets everything be flushed.
  private func compare(_ name: String, unmarked: Bool) throws -> (packets: Int, wrong: [Int]) {
    let bytes = try #require(Sample.bytes(name))
    var packets = try #require(try Reading.all(of: bytes).first).packets
    if unmarked {
      for index in packets.indices where packets[index].kind == .acl {
        if packets[index].bytes[1] & 0x30 == 0 { packets[index].bytes[1] |= 0x20 }
      }
    }
    let decoded = try Decoded(CaptureWriter(packets: packets).pcap(187, .little, nanoseconds: false))
    var wrong: [Int] = []
    for (packet, frame) in zip(packets, decoded.frames) where packet.kind == .acl {
      if frame["direction"] as? String != (packet.direction == .sent ? "sent" : "received") {
        wrong.append(packet.number)
      }
      #expect(frame["inferredDirection"] as? Bool == true)
    }
    return (packets.filter { $0.kind == .acl }.count, wrong)
  }

  @Test(arguments: [
    "g1_full_success.btsnoop", "g3_sdp_continuation.btsnoop", "f16_second_speaker.btsnoop",
    "f12a_remote_low_resources.btsnoop", "f5a_avdtp_before_sdp_done.btsnoop",
  ])
  func isWorkedOut(_ name: String) throws {
    for unmarked in [false, true] {
      let (packets, wrong) = try compare(name, unmarked: unmarked)
      #expect(packets > 10)
      #expect(wrong.isEmpty, "\(name) unmarked: \(unmarked)")
    }
  }

  /// A phone that marks nothing, with headphones that give out other numbers than it does.
  @Test(.enabled(if: Sample.path("mt4gs-hbs750-and-watch.btsnoop") != nil)) func ofARealPhone() throws {
    let (packets, wrong) = try compare("mt4gs-hbs750-and-watch.btsnoop", unmarked: false)
    #expect(packets > 5_000)
    #expect(wrong.isEmpty)
  }
}
