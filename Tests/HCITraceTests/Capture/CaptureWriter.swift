import HCITrace

/// Writes the packets of a reading in the forms that captures come in, each as its own specification says.
///
/// It shares nothing with the readers but the packet types.
struct CaptureWriter {
  var packets: [SeenPacket]

  /// How octets of an integer are ordered.
  enum Order: CaseIterable { case little, big }

  /// Appends integers in one order.
  struct Output {
    var order = Order.big
    var bytes: [UInt8] = []

    mutating func put<T: FixedWidthInteger>(_ value: T) {
      let size = T.bitWidth / 8
      for index in 0..<size {
        let shift = 8 * (order == .little ? index : size - 1 - index)
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }

    mutating func put(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
  }

  // MARK: btsnoop

  /// One record of a btsnoop file.
  struct Record {
    var flags: UInt32
    var time: Int64
    var bytes: [UInt8]
    var originalLength: Int?
    var drops: UInt32 = 0
  }

  static func btsnoop(_ datalink: UInt32, _ records: [Record]) -> [UInt8] {
    var output = Output()
    output.put(Array("btsnoop\0".utf8))
    output.put(UInt32(1))
    output.put(datalink)
    for record in records {
      output.put(UInt32(record.originalLength ?? record.bytes.count))
      output.put(UInt32(record.bytes.count))
      output.put(record.flags)
      output.put(record.drops)
      output.put(record.time + 0x00DC_DDB3_0F2F_8000)
      output.put(record.bytes)
    }
    return output.bytes
  }

  /// Flags of RFC 1761 for Bluetooth: bit 0 received, bit 1 command or event.
  static func flags(_ packet: SeenPacket) -> UInt32 {
    (packet.direction == .received ? 1 : 0) | (packet.kind == .command || packet.kind == .event ? 2 : 0)
  }

  func h4(flags: (SeenPacket) -> UInt32 = Self.flags) -> [UInt8] {
    Self.btsnoop(1002, packets.map { Record(flags: flags($0), time: $0.microseconds, bytes: Self.h4($0)) })
  }

  func h1() -> [UInt8] {
    Self.btsnoop(1001, packets.map { Record(flags: Self.flags($0), time: $0.microseconds, bytes: $0.bytes) })
  }

  func monitor() -> [UInt8] {
    Self.btsnoop(
      2001,
      packets.map { Record(flags: UInt32(Self.opcode($0)), time: $0.microseconds, bytes: $0.bytes) })
  }

  /// BCSP, or the three-wire transport; `pieces` is how many octets a record holds at most, and `isFramed` whether the
  /// frames are in SLIP.
  func serial(threeWire: Bool, pieces: Int = .max, isFramed: Bool = true) -> [UInt8] {
    var sequence: [Direction: UInt8] = [:]
    var records: [Record] = []
    for packet in packets {
      let direction = packet.direction ?? .sent
      let number = sequence[direction, default: 0]
      sequence[direction] = (number + 1) & 7
      let frame = Self.frame(packet, number, threeWire: threeWire, isFramed: isFramed)
      for start in stride(from: 0, to: frame.count, by: min(pieces, frame.count)) {
        records.append(
          Record(
            flags: direction == .received ? 1 : 0, time: packet.microseconds,
            bytes: Array(frame[start..<min(frame.count, start + min(pieces, frame.count))])))
      }
    }
    return Self.btsnoop(threeWire ? 1004 : 1003, records)
  }

  /// A reliable frame: header, payload, SLIP.
  static func frame(
    _ packet: SeenPacket, _ sequence: UInt8, threeWire: Bool, isFramed: Bool = true
  ) -> [UInt8] {
    let channels: [UInt8] = threeWire ? [1, 2, 3, 4] : [5, 6, 7, 5]
    let selector = channels[Int(h4Type(packet.kind)) - 1]
    let length = packet.bytes.count
    var frame: [UInt8] = [0x80 | sequence, selector | UInt8(length & 15) << 4, UInt8(length >> 4)]
    frame.append(~frame.reduce(0, &+))
    frame += packet.bytes
    guard isFramed else { return frame }
    var slip: [UInt8] = [0xC0]
    for byte in frame {
      switch byte {
      case 0xC0: slip += [0xDB, 0xDC]
      case 0xDB: slip += [0xDB, 0xDD]
      case 0x11 where threeWire: slip += [0xDB, 0xDE]
      case 0x13 where threeWire: slip += [0xDB, 0xDF]
      default: slip.append(byte)
      }
    }
    return slip + [0xC0]
  }

  // MARK: pcap

  func pcap(_ link: UInt32, _ order: Order = .little, nanoseconds: Bool = false) -> [UInt8] {
    var output = Output(order: order)
    output.put(UInt32(nanoseconds ? 0xA1B2_3C4D : 0xA1B2_C3D4))
    output.put(UInt16(2))
    output.put(UInt16(4))
    output.put(UInt64(0))
    output.put(UInt32(262_144))
    output.put(link)
    for packet in packets {
      let bytes = Self.linkBytes(packet, link)
      output.put(UInt32(packet.microseconds / 1_000_000))
      output.put(UInt32(packet.microseconds % 1_000_000) * (nanoseconds ? 1000 : 1))
      output.put(UInt32(bytes.count))
      output.put(UInt32(bytes.count))
      output.put(bytes)
    }
    return output.bytes
  }

  static func linkBytes(_ packet: SeenPacket, _ link: UInt32) -> [UInt8] {
    switch link {
    case 201: [0, 0, 0, packet.direction == .received ? 1 : 0] + h4(packet)
    case 254: [0, 0, 0, UInt8(opcode(packet))] + packet.bytes
    default: h4(packet)
    }
  }

  /// An interface of a pcapng file; packets take turns over those that are Bluetooth.
  struct Interface {
    var link: UInt16
    var resolution: UInt8?
    var offset: Int64?
  }

  /// pcapng with a packet for `interfaces[0]` each, and one of ten octets for every foreign interface before it.
  func pcapng(_ interfaces: [Interface], _ order: Order = .little, flags: Bool = false) -> [UInt8] {
    var output = Output(order: order)
    var section = Output(order: order)
    section.put(UInt32(0x1A2B_3C4D))
    section.put(UInt16(1))
    section.put(UInt16(0))
    section.put(UInt64.max)
    Self.block(0x0A0D_0D0A, section.bytes, &output)
    for interface in interfaces {
      var body = Output(order: order)
      body.put(interface.link)
      body.put(UInt16(0))
      body.put(UInt32(0))
      if let resolution = interface.resolution { body.put(option: 9, [resolution]) }
      if let offset = interface.offset {
        var value = Output(order: order)
        value.put(offset)
        body.put(option: 14, value.bytes)
      }
      body.put(option: 0, [])
      Self.block(1, body.bytes, &output)
    }
    for packet in packets {
      for index in interfaces.indices.dropFirst() {
        Self.block(
          6, packetBlock(packet, index, interfaces[index], [UInt8](repeating: 7, count: 10), order, false),
          &output)
      }
      let bytes = Self.linkBytes(packet, UInt32(interfaces[0].link))
      Self.block(6, packetBlock(packet, 0, interfaces[0], bytes, order, flags), &output)
    }
    return output.bytes
  }

  private func packetBlock(
    _ packet: SeenPacket, _ index: Int, _ interface: Interface, _ bytes: [UInt8], _ order: Order,
    _ flags: Bool
  ) -> [UInt8] {
    var body = Output(order: order)
    let since = packet.microseconds - (interface.offset ?? 0) * 1_000_000
    let ticks: UInt64 =
      switch interface.resolution ?? 6 {
      case 9: UInt64(since) * 1000
      case 0x94: (UInt64(since / 1_000_000) << 20) + (UInt64(since % 1_000_000) << 20 + 999_999) / 1_000_000
      default: UInt64(since)
      }
    body.put(UInt32(index))
    body.put(UInt32(ticks >> 32))
    body.put(UInt32(truncatingIfNeeded: ticks))
    body.put(UInt32(bytes.count))
    body.put(UInt32(bytes.count))
    body.put(bytes)
    body.put(repeatElement(0, count: (4 - bytes.count % 4) % 4))
    if flags {
      var value = Output(order: order)
      value.put(UInt32(packet.direction == .received ? 1 : 2))
      body.put(option: 2, value.bytes)
      body.put(option: 0, [])
    }
    return body.bytes
  }

  private static func block(_ type: UInt32, _ body: [UInt8], _ output: inout Output) {
    output.put(type)
    output.put(UInt32(body.count + 12))
    output.put(body)
    output.put(UInt32(body.count + 12))
  }

  // MARK: PacketLogger and btsnooz

  func packetLogger(_ order: Order) -> [UInt8] {
    var output = Output(order: order)
    for packet in packets {
      output.put(UInt32(packet.bytes.count + 9))
      output.put(UInt32(packet.microseconds / 1_000_000))
      output.put(UInt32(packet.microseconds % 1_000_000))
      output.put([Self.packetLoggerType(packet)])
      output.put(packet.bytes)
    }
    return output.bytes
  }

  private static func packetLoggerType(_ packet: SeenPacket) -> UInt8 {
    let isReceived: UInt8 = packet.direction == .received ? 1 : 0
    switch packet.kind {
    case .command: return 0
    case .event: return 1
    case .acl: return 2 + isReceived
    default: return 8 + isReceived
    }
  }

  func btsnooz(version: UInt8) -> [UInt8] {
    var records = Output(order: .little)
    var last = packets.first?.microseconds ?? 0
    for packet in packets {
      records.put(UInt16(packet.bytes.count + 1))
      if version == 2 { records.put(UInt16(packet.originalLength + 1)) }
      records.put(UInt32(packet.microseconds - last))
      last = packet.microseconds
      records.put([
        (packet.direction == .received ? 0x10 : 0x20) | [0, 0, 1, 2, 0][Int(Self.h4Type(packet.kind))]
      ])
      records.put(packet.bytes)
    }
    var output = Output(order: .little)
    output.put([version])
    output.put(last)
    output.put(Deflated.zlib(records.bytes))
    return output.bytes
  }

  // MARK: Types

  static func h4(_ packet: SeenPacket) -> [UInt8] { [h4Type(packet.kind)] + packet.bytes }

  static func h4Type(_ kind: PacketKind) -> UInt8 {
    switch kind {
    case .command: 1
    case .acl: 2
    case .synchronous: 3
    case .event: 4
    default: 5
    }
  }

  private static func opcode(_ packet: SeenPacket) -> UInt16 {
    let isReceived: UInt16 = packet.direction == .received ? 1 : 0
    switch packet.kind {
    case .command: return 2
    case .event: return 3
    case .acl: return 4 + isReceived
    default: return 6 + isReceived
    }
  }
}

extension CaptureWriter.Output {
  fileprivate mutating func put(option code: UInt16, _ value: [UInt8]) {
    put(code)
    put(UInt16(value.count))
    put(value)
    put(repeatElement(0, count: (4 - value.count % 4) % 4))
  }
}
