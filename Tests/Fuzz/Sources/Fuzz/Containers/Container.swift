@testable import HCITrace

/// What captures come in.
enum Container: String, CaseIterable {
  case btsnoop
  /// Frames of a serial line in SLIP, BCSP or three-wire, in btsnoop.
  case serial
  case pcap, pcapng
  case packetLogger = "packetlogger"
  case btsnooz
  case bugReport = "bug-report"
  case gzip, tar, zip

  /// Packets, in this container; `variant` chooses among its forms, of which there are at most 12.
  func wrap(_ packets: [SeenPacket], variant: Int) -> [UInt8] {
    let writer = CaptureWriter(packets: packets.map(Self.fitting).inOrder)
    let order: CaptureWriter.Order = variant & 1 == 0 ? .little : .big
    let links: [UInt32] = [187, 201, 254]
    let link = links[variant / 2 % 3]
    switch self {
    case .btsnoop: return [writer.h1, writer.monitor, { writer.h4() }][variant % 3]()
    case .serial:
      let isPiecewise = variant & 2 != 0
      return writer.serial(
        threeWire: variant & 1 == 0, pieces: isPiecewise ? 7 : .max, isFramed: variant & 4 == 0)
    case .pcap: return writer.pcap(link, order, nanoseconds: variant >= 6)
    case .pcapng:
      let interface = CaptureWriter.Interface(
        link: UInt16(link), resolution: variant >= 6 ? 9 : nil, offset: variant >= 9 ? 5 : nil)
      let others = variant & 4 == 0 ? [] : [CaptureWriter.Interface(link: 1)]
      return writer.pcapng([interface] + others, order, flags: variant % 3 == 0)
    case .packetLogger: return writer.packetLogger(order)
    case .btsnooz: return writer.btsnooz(version: variant & 1 == 0 ? 1 : 2)
    case .bugReport: return Archive.bugReport(writer.btsnooz(version: variant & 1 == 0 ? 1 : 2))
    case .gzip: return Deflated.gzip(variant & 1 == 0 ? writer.h4() : writer.packetLogger(order))
    case .tar:
      return Archive.tar([("logs/btsnoop_hci.log", writer.h4()), ("hci.pcap", writer.pcap(link, order))])
    case .zip:
      return Archive.zip([
        ("FS/data/misc/bluetooth/logs/btsnoop_hci.log", writer.h4(), true),
        ("bugreport.txt", Archive.bugReport(writer.btsnooz(version: 2)), variant & 1 == 0),
      ])
    }
  }

  /// Whether `format` is what such a file is recognised as.
  func isRecognised(as format: CaptureFormat?) -> Bool {
    switch (self, format) {
    case (.btsnoop, .btsnoop), (.serial, .btsnoop), (.pcap, .pcap), (.pcapng, .pcapng), (.btsnooz, .btsnooz),
      (.packetLogger, .packetLogger), (.bugReport, .text), (.gzip, .gzip), (.tar, .tar), (.zip, .zip):
      true
    default: false
    }
  }

  /// `packet` as every container can hold it.
  private static func fitting(_ packet: SeenPacket) -> SeenPacket {
    var packet = packet
    // The length of a serial frame has 12 bits.
    packet.bytes = Array(packet.bytes.prefix(4_095))
    packet.originalLength = packet.bytes.count
    packet.microseconds = min(max(packet.microseconds, 10_000_000), 4_000_000_000_000_000)
    if ![.command, .event, .acl, .synchronous].contains(packet.kind) { packet.kind = .synchronous }
    return packet
  }
}

extension [SeenPacket] {
  /// The same with times that never run backwards, and an hour at a time at most.
  fileprivate var inOrder: [SeenPacket] {
    var packets = self
    for index in packets.indices.dropFirst() {
      let before = packets[index - 1].microseconds
      packets[index].microseconds = Swift.min(
        Swift.max(packets[index].microseconds, before), before + 3_600_000_000)
    }
    return packets
  }
}
