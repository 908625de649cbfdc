/// Bluetooth Quality Report, sub-event 0x58 of the vendor event: how well a link works (Android HCI requirements,
/// "Bluetooth Quality Report event"). Counts are of the time since the last report.
struct QualityReport: WireMessage {
  /// The vendor sub-event code that stands before the report.
  static let subevent: UInt8 = 0x58
  /// The identifiers of reports of this form. Others are traces of what the link managers told each other, keys and all,
  /// and memory dumps.
  static let identifiers: ClosedRange<UInt8> = 1...8

  /// 1 monitoring, 2 approaching supervision timeout, 3 A2DP audio choppy, 4 (e)SCO voice choppy, 5 root
  /// inflammation, 6 energy monitoring, 7 LE audio choppy, 8 connect failed …
  var reportIdentifier: UInt8
  /// Which baseband packet type was used.
  var packetType: UInt8
  var handle: UInt16
  var role: LinkRole
  /// dBm.
  var txPowerLevel: Int8
  /// dBm.
  var rssi: Int8
  /// dB.
  var snr: UInt8
  /// Channels of 79 that adaptive frequency hopping leaves out.
  var unusedAFHChannelCount: UInt8
  /// Channels in use although they are bad.
  var afhSelectUnidealChannelCount: UInt8
  /// Link supervision timeout, slots of 625 µs.
  var linkSupervisionTimeout: UInt16
  /// Slots of 312.5 µs.
  var piconetClock: UInt32
  var retransmissionCount: UInt32
  var noRxCount: UInt32
  var nakCount: UInt32
  /// Piconet clock at the last acknowledged packet, slots of 312.5 µs.
  var lastTxAckTimestamp: UInt32
  /// How often the peer stopped the flow.
  var flowOffCount: UInt32
  /// Piconet clock when the peer last let it go on, slots of 312.5 µs.
  var lastFlowOnTimestamp: UInt32
  /// Octets that came while the buffer was full.
  var bufferOverflowBytes: UInt32
  /// Octets that were missing when they should have been sent.
  var bufferUnderflowBytes: UInt32
}

extension QualityReport {
  init(from reader: inout ByteReader) throws(WireError) {
    reportIdentifier = try reader.integer()
    packetType = try reader.integer()
    handle = try reader.handle()
    role = try reader.code()
    txPowerLevel = try reader.integer()
    rssi = try reader.integer()
    snr = try reader.integer()
    unusedAFHChannelCount = try reader.integer()
    afhSelectUnidealChannelCount = try reader.integer()
    linkSupervisionTimeout = try reader.integer()
    piconetClock = try reader.integer()
    retransmissionCount = try reader.integer()
    noRxCount = try reader.integer()
    nakCount = try reader.integer()
    lastTxAckTimestamp = try reader.integer()
    flowOffCount = try reader.integer()
    lastFlowOnTimestamp = try reader.integer()
    bufferOverflowBytes = try reader.integer()
    bufferUnderflowBytes = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(reportIdentifier)
    writer.integer(packetType)
    writer.handle(handle)
    writer.code(role)
    writer.integer(txPowerLevel)
    writer.integer(rssi)
    writer.integer(snr)
    writer.integer(unusedAFHChannelCount)
    writer.integer(afhSelectUnidealChannelCount)
    writer.integer(linkSupervisionTimeout)
    writer.integer(piconetClock)
    writer.integer(retransmissionCount)
    writer.integer(noRxCount)
    writer.integer(nakCount)
    writer.integer(lastTxAckTimestamp)
    writer.integer(flowOffCount)
    writer.integer(lastFlowOnTimestamp)
    writer.integer(bufferOverflowBytes)
    writer.integer(bufferUnderflowBytes)
  }
}
