extension PcapLinkType {
  /// How the packets of the capture at the start of `source` come, whatever kind of file that is: the link type that
  /// could carry all of them. Nothing is consumed.
  init(formOf source: inout ByteSource) {
    switch CaptureFormat.detect(&source) {
    case .btsnoop: self = Self.inBTSnoopHeader(source.window) == .monitor ? .monitor : .h4WithDirection
    case .pcap: self = Self.inPcapHeader(source.window).flatMap { PcapLinkType($0) } ?? .h4WithDirection
    case .pcapng: self.init(carrying: PcapNGReader.linkTypes(in: &source).compactMap { PcapLinkType($0) })
    // Beside packets it has the system's notes and the controller's diagnostics.
    case .packetLogger: self = .monitor
    case .btsnooz, .text, .gzip, .tar, .zip, nil: self = .h4WithDirection
    }
  }

  /// What can carry packets of all of `interfaces`, as far as anything can.
  private init(carrying interfaces: [PcapLinkType]) {
    if interfaces.contains(.monitor) {
      self = .monitor
    } else if interfaces.contains(.h4WithDirection) {
      self = .h4WithDirection
    } else {
      self = interfaces.contains(.h4) ? .h4 : interfaces.first ?? .h4WithDirection
    }
  }

  private static func inBTSnoopHeader(_ window: RawSpan) -> BTSnoopReader.Datalink? {
    var reader = ByteReader(window)
    guard (try? reader.skip(12)) != nil, let number = try? reader.bigEndian(UInt32.self) else { return nil }
    return BTSnoopReader.Datalink(rawValue: number)
  }
}
