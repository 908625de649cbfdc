/// What a file's first bytes say that it is.
enum CaptureFormat: Equatable {
  case btsnoop, pcap, pcapng, btsnooz
  case packetLogger(isLittleEndian: Bool)
  /// Text, perhaps an Android bug report with a btsnooz block.
  case text
  case gzip, tar, zip

  /// How many bytes are looked at.
  static let peeked = 4096

  /// What `source` holds next; `nil` where that is nothing we know. Nothing is consumed.
  static func detect(_ source: inout ByteSource) -> CaptureFormat? {
    source.fill(peeked)
    if source.starts(with: BTSnoopReader.magic) { return .btsnoop }
    if source.starts(with: [0x0A, 0x0D, 0x0D, 0x0A]) { return .pcapng }
    if PcapLinkType.pcapMagics.contains(where: { source.starts(with: $0) }) { return .pcap }
    if source.starts(with: [0x1F, 0x8B, 8]) { return .gzip }
    if source.starts(with: ZipArchive.localHeaderMagic) || source.starts(with: ZipArchive.endMagic) {
      return .zip
    }
    if TarArchive.Header(source.window) != nil { return .tar }
    if BTSnoozReader.isHeader(source.window) { return .btsnooz }
    for isLittleEndian in [false, true] where PacketLoggerReader.matches(source.window, isLittleEndian) {
      return .packetLogger(isLittleEndian: isLittleEndian)
    }
    if isText(source.window) { return .text }
    return nil
  }

  /// Whether `window` begins as text does: no zero octet, hardly any control characters.
  private static func isText(_ window: RawSpan) -> Bool {
    let reader = ByteReader(window)
    let count = min(window.byteCount, peeked)
    var odd = 0
    for distance in 0..<count {
      guard let byte = reader.peek(distance), byte != 0 else { return false }
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D, byte != 0x1B { odd += 1 }
    }
    return count > 0 && odd * 50 <= count
  }

  /// What we read, for whoever gave us something else.
  private static let expected =
    "expected btsnoop, pcap, pcapng, PacketLogger, an Android bug report or a sysdiagnose"

  /// Why a text is refused.
  static let textWithoutLog = CaptureError(
    """
    text without a BTSNOOP_LOG_SUMMARY block; \(expected); for an Android bug report switch on the Bluetooth HCI \
    snoop log in the developer options, then Bluetooth off and on, before the trial
    """, offset: 0)

  /// Why `source`, which is none of the captures that we read, is refused.
  static func refusal(of source: inout ByteSource) -> CaptureError {
    if let failure = source.failure { return failure }
    source.fill(peeked)
    if source.available == 0 {
      return CaptureError("an empty file; \(expected); record again", offset: source.offset)
    }
    if isMonitorStream(source.window) {
      return CaptureError(
        """
        a raw Linux monitor stream without a file header; \(expected); let `btmon --tty DEVICE -w FILE` write the \
        file
        """, offset: source.offset)
    }
    switch detect(&source) {
    case .gzip:
      return CaptureError("gzip inside gzip inside gzip; \(expected); unpack it first", offset: source.offset)
    case .tar, .zip:
      return CaptureError("an archive inside an archive; \(expected); unpack it first", offset: source.offset)
    case .text:
      return textWithoutLog
    default:
      return CaptureError(
        """
        begins \(hex(source.window, limit: 8)), no capture that hcitrace knows; \(expected); have the tool that \
        recorded it save it as btsnoop or pcap
        """, offset: source.offset)
    }
  }

  /// Whether `window` begins with a record of the monitor protocol as serial consoles carry it (length, opcode,
  /// flags, length of the extended header, which begins with a time: 8).
  private static func isMonitorStream(_ window: RawSpan) -> Bool {
    var reader = ByteReader(window)
    guard let length = try? reader.integer(UInt16.self), let opcode = try? reader.integer(UInt16.self),
      let flags = try? reader.integer(UInt8.self), let extended = try? reader.integer(UInt8.self)
    else { return false }
    return length >= 4 && opcode <= 19 && flags == 0 && extended >= 5 && extended <= 32 && reader.peek() == 8
  }

  private static func hex(_ window: RawSpan, limit: Int) -> String {
    ByteReader(window).copyRest(limit: limit)
      .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }
}
