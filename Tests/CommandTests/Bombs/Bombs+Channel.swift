extension Bomb {
  /// What the channels of one link carry without end.
  static let channels: [Bomb] = [
    Bomb("SDP nested a thousand deep", answers: "sdp-malformed") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(1)
      var nested: [UInt8] = []
      for _ in 0..<1_000 { nested = [0x36] + big(UInt16(nested.count)) + nested }
      // The protocols of a record: two lists hold the attribute.
      nested = [0x09, 0, 4] + nested
      for _ in 0..<2 { nested = [0x36] + big(UInt16(nested.count)) + nested }
      for number in 0..<max(20_000 / part, 100) {
        fuse.record(Air.pdu(0x50, Air.search(number)), received: false)
        fuse.record(Air.pdu(0x40, Air.found(number, nested)), received: true)
      }
    },
    Bomb("SDP elements of 4 GB", answers: "sdp-malformed", "4294967295") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(1)
      for number in 0..<(100_000 / part) {
        fuse.record(Air.pdu(0x50, Air.search(number)), received: false)
        fuse.record(
          Air.pdu(0x40, Air.found(number, [0x37, 0xFF, 0xFF, 0xFF, 0xFF, 0x27, 0xFF, 0xFF, 0xFF, 0xFF])),
          received: true)
      }
    },
    Bomb("an SDP answer that goes on for ever", answers: "262144 bytes in one answer", "sdp-malformed") {
      fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(1)
      fuse.record(Air.pdu(0x50, Air.search(1)), received: false)
      let attributes = [UInt8](repeating: 0x35, count: 1_000)
      for _ in 0..<max(100_000 / part, 300) {
        fuse.record(Air.pdu(0x40, Air.found(1, attributes, continuing: [1, 1])), received: true)
        fuse.record(Air.pdu(0x50, Air.search(1, continuing: [1, 1])), received: false)
      }
    },
    Bomb("SDP answers kept open on many links", answers: "attempts") { fuse, part in
      fuse.begin()
      let attributes = [UInt8](repeating: 0x35, count: 60_000)
      for handle in 1...max(200 / part, 4) {
        fuse.link(handle, handle)
        fuse.channel(1, on: handle)
        for question in 0..<32 {
          fuse.record(Air.pdu(0x50, Air.search(question), on: handle), received: false)
          for _ in 0..<4 {
            fuse.record(
              Air.pdu(0x40, Air.found(question, attributes, continuing: [1, 1]), on: handle), received: true)
          }
        }
      }
    },
    Bomb("a message of AVDTP in pieces without end", answers: "avdtp-malformed") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(25)
      fuse.record(Air.pdu(0x50, [0x04, 0xFF, 0x01] + [UInt8](repeating: 0x61, count: 40)), received: false)
      let piece = Air.pdu(0x50, [0x08] + [UInt8](repeating: 0x61, count: 40))
      fuse.record(piece, received: false, times: 1_000_000 / part)
    },
    Bomb("a million commands of AVDTP", answers: "more than 4096 AVDTP commands on one link") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(25)
      for number in 0..<(1_000_000 / part) {
        fuse.record(Air.pdu(0x50, [UInt8(number & 15) << 4, 1]), received: false)
      }
    },
    Bomb("configurations on many links", answers: "FAILED") { fuse, part in
      fuse.begin()
      for handle in 1...max(200 / part, 2) {
        fuse.link(handle, handle)
        fuse.channel(25, on: handle)
        for number in 0..<4_096 {
          let label = UInt8(number & 15) << 4
          fuse.record(
            Air.pdu(0x50, [label, 3, 4, 4, 1, 0, 7, 6, 0, 0, 0xFF, 0xFF, 2, 53], on: handle), received: false)
          fuse.record(
            Air.pdu(0x40, [label, 3, 4, 4, 1, 0, 7, 6, 0, 0, 0xFF, 0xFF, 2, 53], on: handle), received: true)
        }
        fuse.record(Air.disconnected(handle, reason: 0x13), received: true)
      }
    },
    Bomb("streams without end", answers: "more than 256 streams on one link") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(25)
      for number in 0..<(200_000 / part) {
        let label = UInt8(number & 15) << 4
        fuse.record(Air.pdu(0x50, [label, 3, 4, 4, 1, 0]), received: false)
        fuse.record(Air.pdu(0x40, [label | 2, 3]), received: true)
        let ends = (1...62).map { UInt8($0 << 2) }
        fuse.record(Air.pdu(0x50, [label, 7] + ends), received: false)
        fuse.record(Air.pdu(0x40, [label | 2, 7]), received: true)
      }
    },
    Bomb("an AT command without an end", answers: "1 attempt") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(3)
      let frame = Air.pdu(0x50, [0x0B, 0xEF, 80, 0] + [UInt8](repeating: 0x41, count: 40) + [0x9A])
      fuse.record(frame, received: false, times: 1_000_000 / part)
    },
    Bomb("a message of AVRCP in pieces without end", answers: "1 attempt") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(23)
      fuse.record(
        Air.pdu(0x50, [0x04, 0xFF, 0x11, 0x0E, 0, 0x48, 0, 0, 0x19, 0x58, 0x20, 1]), received: false)
      let piece = Air.pdu(0x50, [0x08] + [UInt8](repeating: 0x61, count: 40))
      fuse.record(piece, received: false, times: 1_000_000 / part)
    },
    Bomb("a million volumes and batteries", answers: "more than 4096 steps of one kind on one link") {
      fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(23)
      for number in 0..<(1_000_000 / part) {
        fuse.record(
          Air.pdu(
            0x50, [0x02, 0x11, 0x0E, 0x0D, 0x48, 0, 0, 0x19, 0x58, 0x31, 0, 0, 2, 0x0D, UInt8(number & 0x7F)]),
          received: false)
      }
    },
    Bomb("AVRCP browsing of folders without end", answers: "1 attempt") { fuse, part in
      fuse.begin()
      fuse.link()
      fuse.channel(27)
      let folder = Air.pdu(0x50, [0x00, 0x11, 0x0E, 0x71, 0xFF, 0xFF] + [UInt8](repeating: 0xFF, count: 300))
      fuse.record(folder, received: false, times: 200_000 / part)
    },
  ]
}
