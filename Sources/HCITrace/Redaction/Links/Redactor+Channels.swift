// From L2CAP PDUs to what each channel carries.

extension Redactor {
  /// The payload of a PDU on `channel`.
  mutating func channel(
    _ channel: ChannelID, _ copy: inout FairCopy, _ place: MessagePlace, _ link: inout LinkProgress
  ) {
    switch channel {
    case .signalling, .leSignalling: signalling(&copy)
    case .attribute: attribute(&copy, &link)
    case .securityManager, .securityManagerBREDR: securityManager(&copy)
    case _ where channel.isDynamic:
      if let carrier = tracker.carrier(place.adapter, place.handle, place.cid, place.direction) {
        if carrier.isEnhanced {
          enhanced(&copy, carrier, place, &link)
        } else {
          content(&copy, carrier, place, &link)
        }
      } else if let channel = tracker.closedDiscovery(place.adapter, place.handle, place.cid, place.direction)
      {
        serviceDiscovery(&copy, channel: channel, place, &link)
      } else {
        presumedMedia(&copy)
      }
    // Connectionless data, test data.
    default: break
    }
  }

  /// What a channel carries that was opened, or told from what it carries.
  private mutating func content(
    _ copy: inout FairCopy, _ carrier: SessionTracker.Carrier, _ place: MessagePlace,
    _ link: inout LinkProgress
  ) {
    switch carrier.use {
    case .serviceDiscovery: serviceDiscovery(&copy, channel: carrier.channel, place, &link)
    case .avdtpSignalling: avdtp(&copy, place, &link)
    case .media(let stream): media(&copy, stream, place)
    case .remoteControl: remoteControl(&copy)
    case .rfcomm: rfcomm(&copy)
    case .other:
      switch carrier.psm {
      case .avctpBrowsing?: browsing(&copy)
      case .att?: attribute(&copy, &link)
      // HID reports are keystrokes; BNEP is somebody's network; others may be anything.
      default: break
      }
    }
  }

  // MARK: Enhanced retransmission and streaming mode

  /// A PDU that begins with a control field and may end with a check sequence (Core Vol 3 Part A §3.3). Of an SDU in
  /// segments only the first is read.
  private mutating func enhanced(
    _ copy: inout FairCopy, _ carrier: SessionTracker.Carrier, _ place: MessagePlace,
    _ link: inout LinkProgress
  ) {
    var reader = copy.reader
    let control = try? EnhancedControl(from: &reader)
    let start = copy.position &- L2CAPHeader.size
    let isChecked = place.isWhole && FrameCheckSequence.isValid(copy.original(from: start))
    copy.keep(2)
    let outer = copy.enter(copy.remaining &- (isChecked ? 2 : 0))
    if case .information(let segment, _)? = control?.kind {
      var place = place
      switch segment {
      case .unsegmented: content(&copy, carrier, place, &link)
      case .start:
        copy.keep(2)
        place.missing = max(1, place.missing)
        content(&copy, carrier, place, &link)
      case .continuation, .end: break
      }
    }
    copy.leave(outer)
    guard isChecked else { return }
    let check = FrameCheckSequence.of(copy.bytes[start..<copy.position])
    copy.put([UInt8(truncatingIfNeeded: check), UInt8(check >> 8)])
  }
}
