// HCI events (Core Vol 4 Part E §5.4.4).

extension Redactor {
  mutating func event(_ head: PacketHead, _ copy: inout FairCopy) {
    guard let frame = try? HCIEventPacket(copy.reader.rest) else { return }
    follow(frame.code, frame.parameters, head.adapter)
    copy.keep(2)
    let outer = copy.enter(frame.claimedLength)
    switch frame.code.rawValue {
    case 0x02, 0x22: inquiryResponses(&copy, withRSSI: frame.code.rawValue == 0x22)
    case 0x0E: commandComplete(&copy)
    // Loopback Command: the command came back as it was.
    case 0x19: command(&copy)
    case 0x3E: lowEnergy(&copy)
    case 0xFF: vendorEvent(&copy)
    case let code:
      if let treatments = Treatment.events[code] {
        treat(&copy, treatments)
      } else {
        parameters(of: frame.code, &copy, frame.code.offsets())
      }
    }
    copy.leave(outer)
  }

  /// A link that begins or ends takes with it what was under way on the handle.
  private mutating func follow(_ code: HCIEventCode, _ parameters: ByteReader, _ adapter: UInt16) {
    // Connection Complete, Disconnection Complete, LE Connection Complete in its versions.
    guard code.rawValue == 0x03 || code.rawValue == 0x05 || code == .leMeta else { return }
    var reader = parameters
    switch try? HCIEvent(code, from: &reader) {
    case .connectionComplete(let complete): forget(adapter, complete.handle)
    case .disconnectionComplete(let complete) where complete.status == .success:
      forget(adapter, complete.handle)
    case .le(.connectionComplete(let complete)): forget(adapter, complete.handle)
    case .le(.enhancedConnectionComplete(let complete)): forget(adapter, complete.handle)
    case .le(.enhancedConnectionCompleteV2(let complete)): forget(adapter, complete.handle)
    default: break
    }
  }

  /// Parameters without a treatment: what is read of them has no secrets, what is left may have.
  private func parameters(of code: HCIEventCode, _ copy: inout FairCopy, _ offsets: ParameterOffsets?) {
    var reader = copy.reader
    switch try? HCIEvent(code, from: &reader) {
    case .unknown, .le(.unknown): keepEssentials(&copy, offsets)
    default: copy.keep(reader.offset)
    }
  }

  private mutating func lowEnergy(_ copy: inout FairCopy) {
    guard let subevent = copy.peek() else { return }
    if let treatments = Treatment.lowEnergyEvents[subevent] {
      treat(&copy, treatments)
    } else {
      let offsets = HCIEventCode.leMeta.offsets(subevent: subevent)
      if offsets == nil { copy.keep(1) }
      parameters(of: .leMeta, &copy, offsets)
    }
  }

  /// Inquiry Result, with RSSI or without (§7.7.2, §7.7.33); see ``InquiryResponses`` for their two lengths.
  private mutating func inquiryResponses(_ copy: inout FairCopy, withRSSI: Bool) {
    let count = Int(copy.peek() ?? 0)
    copy.keep(1)
    let isLong = withRSSI && copy.remaining == 15 &* count
    treat(&copy, [.list([.address, .keep(isLong ? 9 : 8)])])
  }

  /// Command Complete (§7.7.14): the return parameters are those of the command.
  private mutating func commandComplete(_ copy: inout FairCopy) {
    guard let complete = copy.keepHeader(HCIEvent.CommandComplete.self) else { return }
    let opcode = complete.opcode
    if let treatments = Treatment.returns[opcode.rawValue] {
      treat(&copy, treatments)
    } else if !opcode.isVendor, opcode.name != nil {
      copy.keepRest()
    } else {
      copy.keep(opcode.returnsStatus ? 1 : 0)
    }
  }

  /// What vendors tell: the sub-event, and what diagnosis reads of Android's quality reports and of firmware that broke.
  private func vendorEvent(_ copy: inout FairCopy) {
    let subevent = copy.peek(), kind = copy.peek(1)
    var reader = copy.reader
    if subevent == QualityReport.subevent, let kind, (1...8).contains(kind), (try? reader.skip(1)) != nil {
      let isWhole = (try? QualityReport(from: &reader)) != nil
      copy.keep(isWhole ? reader.offset : 4)
    } else {
      copy.keep(subevent == 0x01 ? 2 : 1)
    }
  }
}
