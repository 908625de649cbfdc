extension Bomb {
  /// Records and blocks that claim what isn't there, and bytes that are nothing.
  static let records: [Bomb] = [
    Bomb("btsnoop records of 4 GB", answers: "a record claims 4294967295 bytes") { fuse, _ in
      fuse.begin()
      fuse.record(Air.command(0x0C03, []), received: false)
      fuse.pour([UInt8](repeating: 0xFF, count: 8) + [UInt8](repeating: 0, count: 16))
      fuse.pour([UInt8](repeating: 0, count: 4_096))
    },
    Bomb("pcapng blocks of 4 GB", answers: "a record claims 4294967") { fuse, _ in
      fuse.pour(section + interface(link: 201) + interface(link: 187) + packet)
      fuse.pour(little(UInt32(6)) + little(UInt32(0xFFFF_FFFC)))
      fuse.pour([UInt8](repeating: 0, count: 4_096))
    },
    Bomb("a pcapng block of 4 GB, by libpcap", answers: "truncated") { fuse, _ in
      fuse.pour(section + interface(link: 201) + packet)
      fuse.pour(little(UInt32(6)) + little(UInt32(0xFFFF_FFFC)))
      fuse.pour([UInt8](repeating: 0, count: 4_096))
    },
    Bomb("a million pcapng interfaces", answers: "1 attempt") { fuse, part in
      fuse.pour(section)
      fuse.pour(interface(link: 187), upTo: 20_000_000 / part)
      for packet in [Air.page(1), Air.connected(1, 1)] { fuse.pour(enhanced(packet, interface: 0)) }
    },
    Bomb("zeros without end", answers: "no capture that hcitrace knows") { fuse, _ in
      fuse.pour([0], upTo: 1 << 30)
    },
    Bomb("chance without end", answers: "no capture that hcitrace knows") { fuse, _ in
      var state: UInt64 = 1
      while !fuse.isOut, fuse.count < 1 << 30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        fuse.pour(little(state >> 32 | 0x80))
      }
    },
    Bomb("text without end", answers: "text without a BTSNOOP_LOG_SUMMARY block") { fuse, part in
      fuse.pour(Array("a line of a log, and another\n".utf8), upTo: (1 << 30) / part)
    },
    Bomb("a bug report whose log has no end", answers: "exceeds 32 MiB") { fuse, _ in
      fuse.pour(Array("--- BEGIN:BTSNOOP_LOG_SUMMARY (5 bytes in) ---\n".utf8))
      fuse.pour([UInt8](repeating: 0x41, count: 76) + [0x0A], upTo: 1 << 30)
    },
  ]

  private static let section =
    little(UInt32(0x0A0D_0D0A)) + little(UInt32(28)) + little(UInt32(0x1A2B_3C4D)) + [1, 0, 0, 0]
    + [UInt8](repeating: 0xFF, count: 8) + little(UInt32(28))

  private static func interface(link: UInt16) -> [UInt8] {
    little(UInt32(1)) + little(UInt32(20)) + little(link) + [0, 0, 0, 0, 0, 0] + little(UInt32(20))
  }

  /// HCI Reset with its direction before it, as link type 201 has it, on the first interface.
  private static let packet = enhanced([0, 0, 0, 0] + Air.command(0x0C03, []), interface: 0)

  private static func enhanced(_ packet: [UInt8], interface: UInt32) -> [UInt8] {
    let padded = packet + [UInt8](repeating: 0, count: (4 - packet.count % 4) % 4)
    let size = little(UInt32(32 + padded.count))
    let count = little(UInt32(packet.count))
    return little(UInt32(6)) + size + little(interface) + [0, 0, 0, 0, 0, 0, 0, 0] + count + count + padded
      + size
  }
}
