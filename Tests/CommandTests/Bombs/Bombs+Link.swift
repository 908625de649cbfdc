extension Bomb {
  /// What one link, or each of many, carries without end.
  static let links: [Bomb] = [
    Bomb("65,535 channels are asked for", answers: "more than 4096 L2CAP channels on one link") { fuse, _ in
      fuse.begin()
      fuse.link()
      for channel in 1...UInt16.max {
        fuse.record(Air.signal(2, Int(channel), [25, channel]), received: false)
      }
    },
    Bomb("65,535 channels are opened", answers: "more than 4096 L2CAP channels on one link") { fuse, _ in
      fuse.begin()
      fuse.link()
      for channel in 1...UInt16.max {
        fuse.record(Air.signal(2, Int(channel), [25, channel]), received: false)
        fuse.record(Air.signal(3, Int(channel), [channel, channel, 0, 0]), received: true)
      }
    },
    Bomb("one channel is asked for a million times", answers: "FAILED", "0x13 Remote User") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.record(Air.signal(2, 0, [25, 0x40]), received: false, times: 1_000_000 / part)
      fuse.record(Air.disconnected(1, reason: 0x13), received: true)
    },
    Bomb("ACL packets that are never completed", answers: "more than 256 links and pages at a time") {
      fuse, _ in
      fuse.begin()
      for handle in 0..<3_840 {
        fuse.link(handle, handle)
        fuse.record(Air.acl(handle, [0xFF, 0xFF, 0x40, 0, 1, 2, 3]), received: false)
        fuse.record(Air.acl(handle, [0xFF, 0xFF, 0x40, 0, 1, 2, 3]), received: true)
      }
    },
    Bomb(
      "64 kB are put together on every link, both ways", answers: "more than 256 links and pages at a time"
    ) {
      fuse, part in
      fuse.begin()
      let half = [UInt8](repeating: 0x55, count: 32_700)
      for handle in 0..<max(3_840 / part, 260) {
        fuse.link(handle, handle)
        for received in [false, true] {
          fuse.record(Air.acl(handle, [0xFF, 0xFF, 0x40, 0] + half), received: received)
          fuse.record(Air.acl(handle, half, starts: false), received: received)
        }
      }
    },
    Bomb("a million steps of security", answers: "more than 4096 steps of one kind on one link") {
      fuse, part in
      fuse.begin()
      fuse.link()
      fuse.record(Air.event(0x31, Air.address(1)), received: true, times: 1_000_000 / part)
    },
    Bomb("SMP over BR/EDR without end", answers: "more than 4096 steps of one kind on one link") {
      fuse, part in
      fuse.begin()
      fuse.link()
      fuse.record(Air.pdu(7, [0x0B, 5]), received: true, times: 1_000_000 / part)
    },
    Bomb("ATT writes that are prepared and never executed", answers: "0 attempts · no findings") {
      fuse, part in
      fuse.begin()
      fuse.record(
        Air.event(0x3E, [1, 0, 2, 0, 0, 0] + Air.address(9) + [24, 0, 0, 0, 200, 0, 0]), received: true)
      let write = Air.pdu(4, [0x16, 3, 0, 0, 0] + [UInt8](repeating: 0x41, count: 40), on: 2)
      fuse.record(write, received: false, times: 1_000_000 / part)
    },
  ]
}
