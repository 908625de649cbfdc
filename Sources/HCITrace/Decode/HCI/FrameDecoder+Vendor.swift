// What no specification of the Bluetooth SIG defines: Android's vendor commands and events, those of chip makers.

extension FrameDecoder {
  /// Reads a vendor's command, as far as it is one that Android specifies; `false` where it is another.
  mutating func vendorCommand(_ opcode: HCIOpcode, _ reader: inout ByteReader) throws(WireError) -> Bool {
    switch opcode.rawValue {
    case 0xFD5D: try offload(&reader)
    case 0xFD5E: try qualityCommand(&reader)
    default: return false
    }
    return true
  }

  /// A2DP Hardware Offload (Android HCI requirements, "A2DP hardware offload support").
  private mutating func offload(_ reader: inout ByteReader) throws(WireError) {
    let step = try reader.integer(UInt8.self)
    let name: String? =
      switch step {
      case 0x01: "Start A2DP Offload (legacy)"
      case 0x02: "Stop A2DP Offload (legacy)"
      case 0x03: "Start A2DP Offload"
      case 0x04: "Stop A2DP Offload"
      default: nil
      }
    fields.coded("subOpcode", step, name)
    say(name)
    switch step {
    case 0x01 where reader.remaining >= 24:
      let codec = try reader.integer(UInt32.self)
      fields.coded("codec", codec, Self.offloadCodec(codec))
      say(Self.offloadCodec(codec))
      fields.field("maxLatency", try reader.integer(UInt16.self))
      fields.field("scmsTEnable", try reader.integer(UInt16.self))
      fields.hex("samplingFrequency", try reader.integer(UInt32.self))
      fields.field("bitsPerSample", try reader.integer(UInt8.self))
      fields.field("channelMode", try reader.integer(UInt8.self))
      fields.field("encodedAudioBitrate", try reader.integer(UInt32.self))
      try offloadChannel(&reader)
      fields.field("l2capMTU", try reader.integer(UInt16.self))
    case 0x03 where reader.remaining >= 9:
      try offloadChannel(&reader)
      fields.field("dataPathDirection", try reader.integer(UInt8.self))
      fields.field("peerMTU", try reader.integer(UInt16.self))
      fields.field("cpEnableSCMST", try reader.integer(UInt8.self))
      fields.field("cpHeaderSCMST", try reader.integer(UInt8.self))
    default: break
    }
    fields.unread("rest", reader)
  }

  private mutating func offloadChannel(_ reader: inout ByteReader) throws(WireError) {
    fields.hex("connectionHandle", try reader.handle())
    fields.hex("l2capCID", try reader.integer(UInt16.self))
  }

  private static func offloadCodec(_ codec: UInt32) -> String? {
    switch codec {
    case 0x01: "SBC"
    case 0x02: "AAC"
    case 0x04: "aptX"
    case 0x08: "aptX HD"
    case 0x10: "LDAC"
    default: nil
    }
  }

  /// Bluetooth Quality Report command: which reports the host wants.
  private mutating func qualityCommand(_ reader: inout ByteReader) throws(WireError) {
    let action = try reader.integer(UInt8.self)
    let name: String? =
      switch action {
      case 0: "add"
      case 1: "delete"
      case 2: "clear"
      default: nil
      }
    fields.coded("reportAction", action, name)
    say(name)
    if reader.remaining >= 6 {
      fields.hex("qualityEventMask", try reader.integer(UInt32.self))
      fields.field("minimumReportInterval", try reader.integer(UInt16.self))
    }
    fields.unread("rest", reader)
  }

  /// A vendor's event: Android's sub-events, of others the first octet and whose it is.
  mutating func vendorEvent(_ subevent: UInt8, _ reader: inout ByteReader) throws(WireError) {
    let company = tracker.adapters[adapter].facts.version?.value.manufacturer
    fields.hex("subevent", subevent)
    let identifier = reader.peek() ?? 0
    if subevent == QualityReport.subevent, QualityReport.identifiers.contains(identifier),
      reader.remaining >= 48
    {
      qualityReport(try QualityReport(from: &reader))
      return
    }
    fields.summary.append("Vendor Specific")
    if let name = tracker.adapters[adapter].facts.isAndroid ? Self.androidEvent(subevent) : nil {
      fields.name("subeventName", name)
      say(name)
    } else {
      fields.summary.append(", sub-event ")
      fields.summary.hexadecimal(subevent)
    }
    if let company {
      fields.field("company", company)
      if let name = company.name {
        fields.summary.append(" of ")
        fields.summary.append(assigned: name)
      }
    }
    fields.unread("parameters", reader)
  }

  private static func androidEvent(_ subevent: UInt8) -> String? {
    switch subevent {
    case 0x54: "LE Batch Scan Storage Threshold Breach"
    case 0x55: "LE Multi-Advertising State Change"
    case 0x56: "LE Advertisement Tracking"
    case 0x57: "Controller Debug Info"
    case 0x58: "Bluetooth Quality Report"
    default: nil
    }
  }

  private mutating func qualityReport(_ report: QualityReport) {
    fields.name("subeventName", "Bluetooth Quality Report")
    fields.coded("reportIdentifier", report.reportIdentifier, report.identifierName)
    fields.field("packetType", report.packetType)
    fields.hex("handle", report.handle)
    fields.field("role", report.role)
    fields.field("txPowerLevel", report.txPowerLevel)
    fields.field("rssi", report.rssi)
    fields.field("snr", report.snr)
    fields.field("unusedAFHChannelCount", report.unusedAFHChannelCount)
    fields.field("afhSelectUnidealChannelCount", report.afhSelectUnidealChannelCount)
    fields.field("linkSupervisionTimeout", report.linkSupervisionTimeout)
    fields.field("piconetClock", report.piconetClock)
    fields.field("retransmissionCount", report.retransmissionCount)
    fields.field("noRxCount", report.noRxCount)
    fields.field("nakCount", report.nakCount)
    fields.field("lastTxAckTimestamp", report.lastTxAckTimestamp)
    fields.field("flowOffCount", report.flowOffCount)
    fields.field("lastFlowOnTimestamp", report.lastFlowOnTimestamp)
    fields.field("bufferOverflowBytes", report.bufferOverflowBytes)
    fields.field("bufferUnderflowBytes", report.bufferUnderflowBytes)
    fields.summary.append("Bluetooth Quality Report")
    say(report.identifierName)
    fields.summary.append(", handle ")
    fields.summary.hexadecimal(report.handle)
    number("RSSI", Int(report.rssi))
    quantity(Int(report.retransmissionCount), "retransmissions")
    peer = tracker.peer(adapter, report.handle)
  }
}

extension QualityReport {
  /// What made the controller report.
  fileprivate var identifierName: String? {
    switch reportIdentifier {
    case 1: "monitoring"
    case 2: "approaching supervision timeout"
    case 3: "A2DP audio choppy"
    case 4: "(e)SCO voice choppy"
    case 5: "root inflammation"
    case 6: "energy monitoring"
    case 7: "LE audio choppy"
    case 8: "connect failed"
    default: nil
    }
  }
}
