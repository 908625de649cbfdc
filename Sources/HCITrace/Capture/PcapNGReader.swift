/// pcapng by its blocks (draft-ietf-opsawg-pcapng): for what libpcap refuses or hides, several interfaces of different
/// link types and the direction in a packet's flags.
enum PcapNGReader {
  /// Interfaces beyond this many are not told apart.
  private static let mostInterfaces = 4096
  /// A block of packet data with its options is at most this long.
  private static let longestBlock = 192 * 1024

  /// Block types.
  enum Block {
    static let sectionHeader: UInt32 = 0x0A0D_0D0A
    static let interface: UInt32 = 1
    static let packet: UInt32 = 2
    static let simplePacket: UInt32 = 3
    static let journalEntry: UInt32 = 9
    static let enhancedPacket: UInt32 = 6
  }

  /// What an interface description says.
  private struct Interface {
    var number: Int
    var link: PcapLinkType?
    var clock = Clock()
    var snapLength: Int
  }

  /// The unit and the start of an interface's times.
  struct Clock: Equatable {
    /// if_tsresol: 6 is microseconds; with bit 7, a power of two.
    var resolution: UInt8 = 6
    /// if_tsoffset, in seconds.
    var offset: Int64 = 0

    /// The time `ticks`, in microseconds since 1970.
    func microseconds(_ ticks: UInt64) -> Int64 {
      let exponent = Int(resolution & 0x7F)
      let value: UInt64
      if resolution & 0x80 != 0 {
        let shift = min(exponent, 63)
        let fraction = shift == 0 ? 0 : (ticks & (1 << UInt64(shift) - 1))
        let part = fraction.multipliedFullWidth(by: 1_000_000)
        let low = shift == 0 ? 0 : part.high << UInt64(64 - shift) | part.low >> UInt64(shift)
        value = (ticks >> UInt64(shift)) &* 1_000_000 &+ low
      } else if exponent <= 6 {
        value = ticks &* Self.power(6 - exponent)
      } else {
        value = ticks / Self.power(min(exponent - 6, 19))
      }
      return Int64(truncatingIfNeeded: value) &+ offset &* 1_000_000
    }

    private static func power(_ exponent: Int) -> UInt64 {
      (0..<exponent).reduce(1) { power, _ in power &* 10 }
    }
  }

  /// The order of the octets in a section.
  private struct Order: BitwiseCopyable {
    var isLittleEndian = true

    @inline(__always)
    func u32(_ reader: inout ByteReader) throws(WireError) -> UInt32 {
      isLittleEndian ? try reader.integer() : try reader.bigEndian()
    }

    @inline(__always)
    func u16(_ reader: inout ByteReader) throws(WireError) -> UInt16 {
      isLittleEndian ? try reader.integer() : try reader.bigEndian()
    }

    /// Sets the order by a section header's magic (behind type and length); `false` where it is none.
    mutating func adopt(_ block: RawSpan) -> Bool {
      var reader = ByteReader(block)
      guard (try? reader.skip(8)) != nil, let magic = try? reader.integer(UInt32.self) else { return false }
      isLittleEndian = magic == 0x1A2B_3C4D
      return isLittleEndian || magic == 0x4D3C_2B1A
    }
  }

  /// The link types of the interfaces that the buffered start of `source` describes.
  static func linkTypes(in source: inout ByteSource) -> [Int] {
    source.fill(ByteSource.blockSize)
    var order = Order()
    var numbers: [Int] = []
    var offset = 0
    while offset &+ 12 <= source.available, numbers.count < mostInterfaces {
      let rest = source.bytes(offset, source.available)
      var reader = ByteReader(rest)
      if source.byte(offset) == 0x0A, !order.adopt(rest) { break }
      guard let type = try? order.u32(&reader), let length = try? order.u32(&reader), length >= 12 else {
        break
      }
      if type == Block.interface, let link = try? order.u16(&reader) { numbers.append(Int(link)) }
      offset &+= Int(length)
    }
    return numbers
  }

  /// Whether `source` has what libpcap refuses (interfaces that differ) or hides (directions beside link type 187).
  static func isNeeded(for source: inout ByteSource) -> Bool {
    let numbers = linkTypes(in: &source)
    return numbers.contains(187) || numbers.count > 1
  }

  /// Reads the capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    let described = linkTypes(in: &source)
    guard let first = described.first(where: { PcapLinkType($0) != nil }), let link = PcapLinkType(first)
    else {
      throw PcapLinkType.refusal(of: described)
    }
    var ledger = CaptureLedger(container: .pcapng, datalink: link.name, datalinkNumber: first, after: number)
    var order = Order()
    var interfaces: [Interface] = []

    while source.fill(12) {
      let offset = source.offset
      // The type of a section header reads the same in both orders.
      if source.starts(with: [0x0A, 0x0D, 0x0D, 0x0A]) {
        interfaces = []
        guard order.adopt(source.bytes(0, 12)) else { break }
      }
      var head = ByteReader(source.bytes(0, 8))
      guard let type = try? order.u32(&head), let length = try? order.u32(&head), length >= 12,
        length % 4 == 0
      else {
        ledger.note(.truncatedRecord, offset: offset, "no pcapng block where one is due; reading ends there")
        return try ledger.finish(source)
      }
      let size = Int(length)
      switch type {
      case Block.interface:
        guard source.fill(min(size, longestBlock)) else { break }
        if interfaces.count < mostInterfaces {
          // A damaged description keeps its place: packets name their interface by number.
          let unknown = Interface(number: 0, link: nil, snapLength: .max)
          interfaces.append((try? interface(&source, size, order)) ?? unknown)
        }
      case Block.enhancedPacket, Block.packet, Block.simplePacket:
        guard size <= longestBlock else {
          guard ledger.skipOverLong(&source, header: 12, body: size &- 12, at: ledger.current.microseconds)
          else {
            return try ledger.finish(source)
          }
          continue
        }
        guard source.fill(size) else { break }
        packet(source.bytes(8, size &- 4), type, order, interfaces, offset, &ledger, &consumer)
      case Block.journalEntry: ledger.skipForeign(at: nil)
      default: break
      }
      guard source.skip(size) else {
        ledger.note(
          .truncatedRecord, offset: offset,
          "the last block claims \(size) bytes and the file ends before; the copy of the file is incomplete")
        return try ledger.finish(source)
      }
    }
    ledger.noteCutOff(source)
    return try ledger.finish(source)
  }

  /// Reads an interface description block.
  private static func interface(
    _ source: inout ByteSource, _ size: Int, _ order: Order
  ) throws(WireError) -> Interface {
    let end = min(size, longestBlock) &- 4
    var reader = ByteReader(source.bytes(8, max(end, 8)))
    let number = Int(try order.u16(&reader))
    try reader.skip(2)
    let snap = Int(try order.u32(&reader))
    var interface = Interface(number: number, link: PcapLinkType(number), snapLength: snap == 0 ? .max : snap)
    while reader.remaining >= 4 {
      let code = try order.u16(&reader)
      let length = Int(try order.u16(&reader))
      guard code != 0 else { break }
      var value = try reader.prefix(length)
      try reader.skip(min((4 &- length % 4) % 4, reader.remaining))
      if code == 9 { interface.clock.resolution = try value.integer() }
      if code == 14 {
        interface.clock.offset = order.isLittleEndian ? try value.integer() : try value.bigEndian()
      }
    }
    return interface
  }

  /// Reads a block with a packet and hands that on.
  private static func packet<Consumer: PacketConsumer & ~Copyable>(
    _ block: RawSpan, _ type: UInt32, _ order: Order, _ interfaces: [Interface], _ offset: Int,
    _ ledger: inout CaptureLedger, _ consumer: inout Consumer
  ) {
    var reader = ByteReader(block)
    do throws(WireError) {
      var index = 0
      var ticks: UInt64?
      let included: Int
      let original: Int
      if type == Block.simplePacket {
        original = Int(try order.u32(&reader))
        let snapLength = interfaces.first?.snapLength ?? .max
        included = min(original, snapLength, reader.remaining)
      } else {
        if type == Block.enhancedPacket {
          index = Int(try order.u32(&reader))
        } else {
          index = Int(try order.u16(&reader))
          try reader.skip(2)
        }
        let high = UInt64(try order.u32(&reader))
        ticks = high << 32 | UInt64(try order.u32(&reader))
        included = Int(try order.u32(&reader))
        original = Int(try order.u32(&reader))
      }
      let interface = index < interfaces.count ? interfaces[index] : nil
      let time = ticks.map { (interface?.clock ?? Clock()).microseconds($0) } ?? ledger.current.microseconds
      guard let link = interface?.link else { return ledger.skipForeign(at: time) }
      ledger.begin(at: time, offset: offset)
      let data = try reader.prefix(included)
      try reader.skip(min((4 &- included % 4) % 4, reader.remaining))
      guard included <= CaptureLedger.longestPacket &+ 4 else {
        return ledger.note(
          .overLongRecord, offset: offset,
          "a record holds \(included) bytes, more than any packet has; it was skipped")
      }
      link.deliver(
        data.rest, originalLength: original, direction: direction(&reader, order), offset: offset,
        ledger: &ledger, to: &consumer)
    } catch {
      ledger.note(.truncatedRecord, offset: offset, "a packet is longer than the block that holds it")
    }
  }

  /// The direction in a packet's flags (option 2, bits 0 and 1: 1 inbound, 2 outbound).
  private static func direction(_ reader: inout ByteReader, _ order: Order) -> Direction? {
    while reader.remaining >= 4, let code = try? order.u16(&reader), let length = try? order.u16(&reader),
      code != 0
    {
      guard var value = try? reader.prefix(Int(length)) else { return nil }
      if code == 2, let flags = try? order.u32(&value) {
        return flags & 3 == 1 ? .received : flags & 3 == 2 ? .sent : nil
      }
      guard (try? reader.skip(min(Int(4 &- length % 4) % 4, reader.remaining))) != nil else { return nil }
    }
    return nil
  }
}
