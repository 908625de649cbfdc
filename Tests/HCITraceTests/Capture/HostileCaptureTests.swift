import HCITrace
import Testing

/// Whatever the bytes, reading ends without a trap: cut at every place, and with octets changed.
@Suite(.enabled(if: Sample.path("g1_full_success.btsnoop") != nil)) struct HostileCaptureTests {
  /// The first few packets of the sample in every form.
  static let forms: [(name: String, bytes: [UInt8])] = {
    let writer = CaptureWriter(packets: Array(CaptureFormTests.packets[4..<9]))
    let log = writer.btsnooz(version: 2)
    return [
      ("h1", writer.h1()), ("h4", writer.h4()), ("monitor", writer.monitor()),
      ("bcsp", writer.serial(threeWire: false)), ("h5", writer.serial(threeWire: true)),
      ("pcap", writer.pcap(201, .big)), ("pcapng", writer.pcapng([.init(link: 254)])),
      (
        "blocks",
        writer.pcapng([.init(link: 187, resolution: 9, offset: 5), .init(link: 1)], .big, flags: true)
      ),
      ("logger", writer.packetLogger(.little)), ("btsnooz", log),
      ("zip", Archive.zip([("a", writer.h4(), true), ("b", log, false)])),
      ("tar", Array(Archive.tar([("a", writer.h4())])[..<1024])), ("gzip", Deflated.gzip(writer.h4())),
    ]
  }()

  @Test(arguments: forms.map(\.name)) func cutAnywhere(name: String) throws {
    let bytes = try #require(Self.forms.first { $0.name == name }?.bytes)
    let whole = try #require(try Reading.all(of: bytes).first).packets
    #expect(!whole.isEmpty)
    for end in 0..<bytes.count {
      let readings = (try? Reading.all(of: Array(bytes[..<end]), chunk: 64)) ?? []
      // What comes before the cut is what came before; only btsnooz counts its times from the end.
      guard let seen = readings.first?.packets, name != "btsnooz", name != "zip" else { continue }
      #expect(seen == Array(whole.prefix(seen.count)))
    }
  }

  @Test(arguments: forms.map(\.name)) func changeAnything(name: String) throws {
    let bytes = try #require(Self.forms.first { $0.name == name }?.bytes)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<300 {
      var changed = bytes
      for _ in 0...(random() % 4) {
        let values: [UInt8] = [0, 0xFF, 0x7F, 0x80, UInt8(random() & 0xFF)]
        changed[random() % min(changed.count, 300)] = values[random() % values.count]
      }
      _ = try? Reading.all(of: changed)
    }
  }

  /// Sizes that no memory has are refused by looking, not by asking for it.
  @Test func hostileSizes() throws {
    let absurd: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFC]
    let pcapng = CaptureWriter(packets: []).pcapng([.init(link: 187)], .big)
    for type: UInt8 in [1, 2, 3, 5, 6, 9] {
      #expect(throws: Never.self) { try Reading.all(of: pcapng + [0, 0, 0, type] + absurd + [0, 0, 0, 0]) }
    }
    for link: UInt32 in [187, 201] {
      let header = Array(CaptureWriter(packets: []).pcap(link, .big))
      #expect(try Reading.all(of: header + [0, 0, 0, 0, 0, 0, 0, 0] + absurd + absurd).first?.error != nil)
    }
  }
}
