import Foundation
import HCIDiagnosis
import Testing

@testable import HCITrace

/// Nothing that is written of a capture tells a key, a PIN or a passkey.
@Suite struct SecretTests {
  private static let search = SecretSearch()
  private static let formats: [DecodeOptions.Format] = [.text, .verbose, .json]

  /// Every secret, in every form of a frame; what Wireshark reads as a key is said to be withheld.
  @Test(arguments: SecretVector.all) func isNotDecoded(_ vector: SecretVector) throws {
    for format in Self.formats {
      let text = try Self.decoded(vector.packets, format)
      #expect(Self.search.find(in: text) == nil, "\(format)")
      if format != .text, vector.field != nil, vector.field?.hasPrefix("data.") == false,
        !Self.isUnnamed(vector)
      {
        #expect(text.contains("<withheld>"), "\(text)")
      }
    }
  }

  /// A link's data on a channel that nobody opened, a command that came back and a public key aren't shown at all.
  private static func isUnnamed(_ vector: SecretVector) -> Bool {
    ["btl2cap.payload", "bthci_evt.le_local_p_256_public_key"].contains(vector.field)
      || vector.name == "Loopback Command"
  }

  /// The last packet ends anywhere, as the log cut it or as it was sent.
  @Test(arguments: SecretVector.all) func isNotDecodedInPart(_ vector: SecretVector) throws {
    guard let last = vector.packets.last else { return }
    for length in 1..<last.bytes.count {
      let cut = (isSent: last.isSent, bytes: Array(last.bytes.prefix(length)))
      for original in [length, last.bytes.count] {
        let text = try Self.decoded(vector.packets.dropLast() + [cut], .json, lastLength: original)
        #expect(Self.search.find(in: text) == nil, "cut at \(length) of \(original)")
      }
    }
  }

  /// Every container leads to the same words.
  @Test(arguments: Container.allCases) func isNotDecodedFrom(_ container: Container) throws {
    let bytes = container.write(Self.packets)
    for format in Self.formats {
      let text = try Decoded(bytes, Self.options(format)).text
      #expect(text.split(separator: "\n").count > Self.packets.count / 2)
      #expect(Self.search.find(in: text) == nil, "\(format)")
    }
  }

  /// What is kept of a capture while it is followed, all the way down, and the errors on the way.
  @Test(arguments: Container.allCases) func isNotKept(_ container: Container) throws {
    for (_, outcome) in Analysis.sessions(bytes: container.write(Self.packets), named: "secrets") {
      var text = ""
      switch outcome {
      case .success(let session): dump(session, to: &text)
      case .failure(let error): text = error.description
      }
      #expect(!text.isEmpty)
      #expect(Self.search.find(in: text) == nil)
    }
  }

  /// The search finds what it shall find.
  @Test func searchFinds() {
    let key = SecretVector.key[2..<6]
    for text in [
      "5EA7F0B2", "5e:a7:f0:b2", "0x5E, 0xA7, 0xF0, 0xB2", "b2 f0 a7 5e", "\(0x5EA7_F0B2)", "\(0xB2F0_A75E)",
      "passkey 836104", "000CC208", "Kq7-Zt2", "209,195,94,167", "209 195 94 167",
    ] {
      #expect(Self.search.find(in: "x \(text) y") != nil, "\(text)")
    }
    #expect(Self.search.find(in: [0x41] + SecretVector.key.prefix(4)) != nil)
    #expect(Self.search.find(in: "5EA7F0, 1836104, Kq7, \(key.count)") == nil)
  }

  // MARK: Notes

  /// Hosts write keys into their logs. The first two are as BTstack and Linux word them.
  @Test(arguments: [
    (
      "btstack_db_fs.c.166: Found link key D1C35EA7F0B29648E5A83C7D1F6B2490",
      "btstack_db_fs.c.166: Found link key <withheld>"
    ),
    ("Found D1 C3 5E A7 F0 B2 96 48 E5 A8 3C 7D 1F 6B 24 90 for it", "Found <withheld> for it"),
    (
      "0xD1, 0xC3, 0x5E, 0xA7, 0xF0, 0xB2, 0x96, 0x48, 0xE5, 0xA8, 0x3C, 0x7D, 0x1F, 0x6B, 0x24, 0x90",
      "<withheld>"
    ),
    ("a D1C35EA7 F0B29648 E5A83C7D 1F6B2490 b", "a <withheld> b"),
    ("k=D1C35EA7F0B29648E5A83C7D1F6B24901 b", "k=<withheld> b"),
    ("Passkey: 836104", "Passkey <withheld>"), ("pin_code Kq7-Zt2", "pin_code <withheld>"),
    ("PIN=Kq7-Zt2", "PIN <withheld>"), ("the newLinkKey is d1", "the newLinkKey <withheld>"),
    ("new LTK d1c3", "new LTK <withheld>"), ("link keys: 3", "link key <withheld>"),
    ("pinging the opinion of irksome Spin", "pinging the opinion of irksome Spin"),
    (
      "hci0: 0000110b-0000-1000-8000-00805f9b34fb at FC:58:FA:12:34:56",
      "hci0: 0000110b-0000-1000-8000-00805f9b34fb at FC:58:FA:12:34:56"
    ),
    ("Küche 🔊 LTK", "Küche 🔊 LTK"), ("", ""),
  ])
  func isWithheldFromNotes(_ note: String, _ shown: String) {
    #expect(LogText(note).withoutSecrets == shown)
  }

  @Test(arguments: [
    ("AT+CPIN=\"1234\"", "AT+CPIN=<withheld>"), ("at+cpin=1234", "at+cpin=<withheld>"),
    ("AT+CLCK=\"SC\",1,\"1234\"", "AT+CLCK=<withheld>"), ("AT+CPIN?", "AT+CPIN?"),
    ("+CIEV: 2,1", "+CIEV: 2,1"),
  ])
  func isWithheldFromModems(_ line: String, _ shown: String) {
    #expect(HandsFreeMessage.withoutSecrets(line) == shown)
  }

  // MARK: Captures

  /// All vectors as one stream, and what a log has beside packets.
  private static let packets: [SeenPacket] = {
    let kinds: [UInt8: PacketKind] = [1: .command, 2: .acl, 3: .synchronous, 4: .event, 5: .iso]
    var packets: [SeenPacket] = []
    for packet in SecretVector.all.flatMap(\.packets) {
      guard let type = packet.bytes.first, let kind = kinds[type] else { continue }
      packets.append(
        SeenPacket(
          number: packets.count + 1, microseconds: 1_700_000_000_000_000 + Int64(packets.count) * 1_000,
          adapter: 0,
          kind: kind, direction: packet.isSent ? .sent : .received, bytes: Array(packet.bytes.dropFirst()),
          originalLength: packet.bytes.count - 1))
    }
    return packets
  }()

  private static func options(_ format: DecodeOptions.Format) -> DecodeOptions {
    var options = DecodeOptions()
    options.format = format
    return options
  }

  private static func decoded(
    _ packets: [(isSent: Bool, bytes: [UInt8])], _ format: DecodeOptions.Format, lastLength: Int? = nil
  ) throws -> String {
    var records = packets.enumerated().map { index, packet in
      CaptureWriter.Record(flags: packet.isSent ? 0 : 1, time: Int64(index) * 1_000, bytes: packet.bytes)
    }
    if let lastLength { records[records.count - 1].originalLength = lastLength }
    return try Decoded(CaptureWriter.btsnoop(1002, records), options(format)).text
  }

  /// The forms that captures come in.
  enum Container: CaseIterable {
    case h4, h1, monitor, bcsp, threeWire, pcap187, pcap201, pcap254, pcapng, packetLogger, btsnooz, gzip,
      zip, tar

    func write(_ packets: [SeenPacket]) -> [UInt8] {
      // Nor H1, BCSP or a monitor in pcap have isochronous data.
      let writer = CaptureWriter(packets: packets.filter { $0.kind != .iso })
      return switch self {
      case .h4: CaptureWriter(packets: packets).h4()
      case .h1: writer.h1()
      case .monitor: writer.monitor() + Self.beside
      case .bcsp: writer.serial(threeWire: false)
      case .threeWire: writer.serial(threeWire: true)
      case .pcap187: writer.pcap(187)
      case .pcap201: writer.pcap(201)
      case .pcap254: writer.pcap(254)
      case .pcapng: writer.pcapng([CaptureWriter.Interface(link: 201)])
      case .packetLogger: writer.packetLogger(.little)
      case .btsnooz: writer.btsnooz(version: 2)
      case .gzip: Deflated.gzip(writer.h4())
      case .zip: Archive.zip([("btsnoop_hci.log", writer.h4(), true)])
      case .tar: Archive.tar([("bluetoothd.pklg", writer.packetLogger(.big))])
      }
    }

    /// Records of the Linux monitor that hold secrets too: vendor diagnostics, notes, and management traffic such as Load
    /// Link Keys, of which opcodes 16 and 17 hold commands and events.
    private static let beside: [UInt8] = {
      let digits = SecretVector.digits
      let bodies: [(opcode: UInt32, bytes: [UInt8])] = [
        (11, SecretVector.key), (12, Array("Found link key \(digits)\0".utf8)),
        (12, Array("key \(digits)\0".utf8)),
        (13, [6, 3] + Array("ab PIN \(SecretVector.pin)\0".utf8)),
        (16, [1, 0, 0, 0, 0x12, 0] + SecretVector.key), (17, [1, 0, 0, 0, 9, 0] + SecretVector.key),
        (15, SecretVector.key), (200, SecretVector.key),
      ]
      let records = bodies.map {
        CaptureWriter.Record(flags: $0.opcode, time: 1_700_000_001_000_000, bytes: $0.bytes)
      }
      // The header of the file is there already.
      return Array(CaptureWriter.btsnoop(2001, records).dropFirst(16))
    }()
  }
}
