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
  mutating func content(
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
}
