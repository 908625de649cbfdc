// Which messages have a step of their own in a ladder.

extension HCIOpcode {
  /// It belongs to whatever attempt is under way, though it names no device: searching, and what ends all links.
  var concernsAttempts: Bool {
    switch self {
    case .inquiry, .inquiryCancel, .periodicInquiryMode, .exitPeriodicInquiryMode, .reset, .writeScanEnable:
      true
    default: false
    }
  }

  /// It has a step: whatever is about links and their policy, but for modes of low power.
  var isToldAlone: Bool {
    if concernsAttempts { return true }
    return group == 0x01 || group == 0x02 && !changesPowerMode || self == .writeLinkSupervisionTimeout
  }

  /// Sniff Mode, Exit Sniff Mode, Sniff Subrating.
  var changesPowerMode: Bool { [.sniffMode, .exitSniffMode, .sniffSubrating].contains(self) }
}

extension HCIEventCode {
  /// It belongs to whatever attempt is under way, though it names no device: Inquiry Complete, Hardware Error.
  var concernsAttempts: Bool { rawValue == 0x01 || rawValue == 0x10 }

  /// It has a step: all but what is of LE, of a vendor, or about packet types, clocks and slots.
  var isToldAlone: Bool {
    switch self {
    case .leMeta, .vendor, .numberOfCompletedPackets: false
    default: ![0x1A, 0x1B, 0x1D, 0x38].contains(rawValue)
    }
  }

  /// Mode Change, Sniff Subrating.
  var changesPowerMode: Bool { rawValue == 0x14 || rawValue == 0x2E }
}

extension HCIEventPacket {
  /// The command that Command Complete or Command Status answers; `nil` for other events.
  var answeredCommand: HCIOpcode? {
    var reader = parameters
    switch code.rawValue {
    case 0x0E: try? reader.skip(1)
    case 0x0F: try? reader.skip(2)
    default: return nil
    }
    return try? reader.code(HCIOpcode.self)
  }
}

extension FrameDecoder {
  /// The message that was read has a step.
  var isToldAlone: Bool {
    if layers.contains(.sdp) || layers.contains(.avdtp) || layers.contains(.smp) { return true }
    return signal.map { $0 != .echoRequest && $0 != .echoResponse } ?? false
  }

  /// What it is told together with, where it has none; `nil` for a part of a message.
  var flow: Ladder.Flow? {
    if layers.contains(.media) { return .media }
    if layers.contains(.sco) { return .voice }
    if layers.contains(.avctp) || layers.contains(.avrcp) { return .remoteControl }
    if layers.contains(.rfcomm) || layers.contains(.hfp) { return .handsFree }
    if layers.contains(.att) { return .attributes }
    if signal != nil { return .echoes }
    return layers.contains(.l2cap) ? .data : nil
  }

  /// What the frame's line says, without what stands at the head of a ladder or names channels: handles, channel
  /// numbers, the address of `peer`.
  func label(leavingOut peer: Address?) -> String {
    var octets: [UInt8] = []
    octets.append(copying: fields.summary.bytes)
    let address = peer?.description
    var label = String(decoding: octets, as: UTF8.self).split(
      separator: ", ", omittingEmptySubsequences: false
    ).filter { part in
      part[...] != address ?? ""
        && !["handle 0x", "source 0x", "destination 0x"].contains { part.hasPrefix($0) }
    }.joined(separator: ", ")
    if let (layer, error) = malformation { label += " [malformed \(layer.topName): \(error)]" }
    if isCut { label += " [cut]" }
    return label
  }
}
