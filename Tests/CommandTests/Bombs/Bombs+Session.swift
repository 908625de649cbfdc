extension Bomb {
  /// Devices, links and attempts without end.
  static let crowds: [Bomb] = [
    Bomb("4,096 links", answers: "more than 256 links and pages at a time") { fuse, part in
      fuse.begin()
      for handle in 0..<max(4_096 / part, 600) { fuse.link(handle, handle) }
      fuse.record(Air.event(0x31, Air.address(0)), received: true, times: 16_384, numberedAt: 3)
    },
    Bomb("a million pages that nobody answers", answers: "more than 256 links and pages at a time") {
      fuse, part in
      fuse.begin()
      fuse.record(Air.page(0), received: false, times: 1_000_000 / part, numberedAt: 4)
    },
    Bomb("a million attempts that fail", onlyWhole: true, answers: "more than 100000 attempts", "failed") {
      fuse, part in
      fuse.begin()
      for attempt in 0..<(1_000_000 / part) {
        fuse.record(Air.page(attempt & 0xFF), received: false)
        fuse.record(Air.connected(1, attempt & 0xFF, status: 4), received: true)
      }
    },
    Bomb("packets on every handle, of no link", answers: "more than 256 links and pages at a time") {
      fuse, part in
      fuse.begin()
      for number in 0..<(1_000_000 / part) {
        fuse.record(
          Air.pdu(UInt16(0x40 + number % 1_000), [0, 1], on: number % 0xF00), received: number & 1 == 0)
      }
    },
    Bomb("ten million devices answer an inquiry", answers: "more than 65536 peers", "512 answers to one") {
      fuse, part in
      fuse.begin()
      fuse.inquire()
      for first in stride(from: 0, to: max(10_000_000 / part, 66_000), by: 15) {
        var answers: [UInt8] = [15]
        for device in first..<(first + 15) {
          answers += Air.address(device)
          answers += [1, 0, 4, 4, 0x24, 0, 0, 0xD0]
        }
        fuse.record(Air.event(0x22, answers), received: true)
      }
    },
    Bomb("ten million devices tell their names", answers: "more than 65536 peers", "512 answers to one") {
      fuse, part in
      fuse.begin()
      fuse.inquire()
      let name = Array("Speaker".utf8)
      fuse.record(
        Air.extendedAnswer(0, [UInt8(name.count + 5), 9] + name + [0x41, 0x41, 0x41, 0x41]), received: true,
        times: 10_000_000 / part, numberedAt: 4)
    },
    Bomb(
      "devices that change their long names", onlyWhole: true, answers: "MiB of facts: what comes after frame"
    ) { fuse, part in
      fuse.begin()
      fuse.inquire()
      let name = [UInt8](repeating: 0x62, count: 230)
      for device in 0..<(16_000 / part) {
        fuse.record(
          Air.extendedAnswer(device, [UInt8(name.count + 1), 9] + name), received: true, times: 256,
          numberedAt: 30)
      }
    },
    Bomb("ten million LE advertisers", answers: "more than 65536 LE advertisers") { fuse, part in
      fuse.begin()
      let data = [UInt8(8), 9] + Array("Speaker".utf8)
      let report = [2, 1, 0, 0] + Air.address(0) + [UInt8(data.count)] + data + [0xD0]
      fuse.record(
        Air.event(0x3E, report), received: true, times: max(10_000_000 / part, 66_000), numberedAt: 7)
    },
    Bomb("EIR of zero-length structures", answers: "0 attempts · no findings") { fuse, part in
      fuse.begin()
      fuse.inquire()
      let answer = Air.extendedAnswer(1, [UInt8](repeating: 0, count: 240))
      fuse.record(answer, received: true, times: 1_000_000 / part)
    },
    Bomb("a million inquiries and names that nobody pages after", answers: "inquiries before a page") {
      fuse, part in
      fuse.begin()
      for device in 0..<(1_000_000 / part) {
        fuse.inquire()
        fuse.record(Air.command(0x0419, Air.address(device) + [1, 0, 0, 0]), received: false)
        fuse.record(Air.event(0x07, [0] + Air.address(device) + [0x41, 0x42]), received: true)
      }
    },
  ]
}

extension Air {
  /// An Extended Inquiry Result.
  fileprivate static func extendedAnswer(_ device: Int, _ data: [UInt8]) -> [UInt8] {
    event(0x2F, [1] + address(device) + [1, 0, 4, 4, 0x24, 0, 0, 0xD0] + data)
  }
}
