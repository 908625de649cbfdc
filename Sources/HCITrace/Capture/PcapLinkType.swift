/// The link types of pcap and pcapng that hold Bluetooth (registry of tcpdump.org).
enum PcapLinkType: Equatable {
  /// 187: H4, no direction.
  case h4
  /// 201: a direction, then H4.
  case h4WithDirection
  /// 254: adapter and opcode, then what the opcode says.
  case monitor
  /// 251, 256, 272: an LE link-layer PDU behind a header of so many octets.
  case linkLayer(headerSize: Int)

  /// The link type `number`; `nil` where it holds no Bluetooth that we read.
  init?(_ number: Int) {
    switch number {
    case 187: self = .h4
    case 201: self = .h4WithDirection
    case 254: self = .monitor
    case 251: self = .linkLayer(headerSize: 0)
    case 256: self = .linkLayer(headerSize: 10)
    // The nRF Sniffer's: the board's number, six octets of packet header, ten of radio header.
    case 272: self = .linkLayer(headerSize: 1 + 6 + 10)
    default: return nil
    }
  }

  /// The data link in words.
  var name: String {
    switch self {
    case .h4: "H4"
    case .h4WithDirection: "H4 with direction"
    case .monitor: "Linux monitor"
    case .linkLayer: "LE link layer"
    }
  }

  /// pcap's first octets: microseconds and nanoseconds, both byte orders.
  static let pcapMagics: [[UInt8]] = [
    [0xA1, 0xB2, 0xC3, 0xD4], [0xD4, 0xC3, 0xB2, 0xA1], [0xA1, 0xB2, 0x3C, 0x4D], [0x4D, 0x3C, 0xB2, 0xA1],
  ]

  /// The number of the link type in the pcap header at the start of `window`.
  static func inPcapHeader(_ window: RawSpan) -> Int? {
    var reader = ByteReader(window)
    guard let first = reader.peek(), (try? reader.skip(20)) != nil else { return nil }
    let field = first == 0xA1 ? try? reader.bigEndian(UInt32.self) : try? reader.integer(UInt32.self)
    // The upper bits say whether frames end with a checksum.
    return field.map { Int($0 & 0xFFFF) }
  }

  /// Link types that hold the traffic of a USB port.
  private static let usb = [186, 189, 220, 245, 249, 266, 288, 293, 294, 295]

  /// Why a capture whose link types are all foreign is refused.
  static func refusal(of numbers: [Int]) -> CaptureError {
    let list =
      numbers.isEmpty
      ? "no interface" : "link type " + numbers.prefix(4).map(String.init).joined(separator: ", ")
    if numbers.contains(where: usb.contains) {
      return CaptureError(
        """
        a USB capture (\(list)); expected HCI packets (link type 187, 201 or 254); capture the Bluetooth adapter \
        instead of the USB port: interface bluetooth0 or bluetooth-monitor in Wireshark, or `btmon -w FILE`
        """)
    }
    return CaptureError(
      """
      \(list), which holds no Bluetooth; expected 187, 201 or 254 (HCI), or 251, 256 or 272 (LE link layer); capture \
      the Bluetooth adapter itself
      """)
  }

  /// Hands the packet of the current frame of `ledger` to `consumer`.
  ///
  /// - Parameters:
  ///   - bytes: what the container kept of the packet, which had `originalLength`.
  ///   - direction: what the container says beside the packet, if anything.
  @inline(__always)
  func deliver<Consumer: PacketConsumer & ~Copyable>(
    _ bytes: RawSpan, originalLength: Int, direction: Direction?, offset: Int?,
    ledger: inout CaptureLedger, to consumer: inout Consumer
  ) {
    var reader = ByteReader(bytes)
    do throws(WireError) {
      var adapter: UInt16 = 0
      var way = direction
      let kind: PacketKind
      switch self {
      case .h4:
        kind = PacketKind(h4: try reader.integer())
        way = ledger.directions.direction(of: kind, told: direction)
      case .h4WithDirection:
        let received = try reader.bigEndian(UInt32.self) & 1 != 0
        kind = PacketKind(h4: try reader.integer())
        way = ledger.directions.direction(of: kind, told: received ? .received : .sent)
      case .monitor:
        adapter = try reader.bigEndian()
        let record = MonitorRecord(opcode: try reader.bigEndian())
        (kind, way) = (record.kind, record.direction)
      case .linkLayer(let headerSize):
        let radio = try reader.prefix(headerSize)
        if headerSize > 0 { consumer.hear(radio.rest) }
        kind = .linkLayer
      }
      ledger.deliver(
        kind, way, reader.rest, originalLength: originalLength &- reader.offset, adapter: adapter,
        to: &consumer,
        offset: offset)
    } catch {
      ledger.note(
        originalLength > bytes.byteCount ? .snapLength : .truncatedRecord, offset: offset,
        "a record of \(bytes.byteCount) bytes is shorter than the \(name) header")
    }
  }
}
