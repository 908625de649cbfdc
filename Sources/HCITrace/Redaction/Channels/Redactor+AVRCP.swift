// AVCTP and AVRCP (AVCTP 1.4, AVRCP 1.6): keys, volume, battery and how playback stands stay; titles, artists, folders and
// the names of players go, each as long as it was.

extension Redactor {
  /// A message of the control channel.
  func remoteControl(_ copy: inout FairCopy) {
    guard transport(&copy) != nil, let frame = copy.keepHeader(AVRCPFrame.self) else { return }
    switch frame.opcode {
    // The key, and how many octets of a vendor's own follow.
    case .passThrough: copy.keep(2)
    case .unitInfo, .subunitInfo: copy.keep(5)
    case .vendorDependent: vendorDependent(frame.type, &copy)
    default: break
    }
  }

  /// What AVCTP puts before a message; `nil` where none of AVRCP follows. The later pieces of one have no profile.
  private func transport(_ copy: inout FairCopy) -> AVCTPHeader? {
    guard let header = copy.keepHeader(AVCTPHeader.self), header.profile == .remoteControl,
      !header.isInvalidProfile
    else { return nil }
    return header
  }

  // MARK: The control channel

  /// A PDU of the Bluetooth SIG (AVRCP 1.6 §6); of another company nothing but whose it is.
  private func vendorDependent(_ type: AVRCPType, _ copy: inout FairCopy) {
    let company = (copy.reader.peekBigEndian(UInt32.self) ?? 0) >> 8
    copy.keep(3)
    guard company == AVRCPOperation.bluetoothSIG, let pdu = copy.peek(), let packet = copy.peek(1) else {
      return
    }
    let length = copy.reader.peekBigEndian(UInt16.self, 2) ?? 0
    copy.keep(4)
    let outer = copy.enter(Int(length))
    switch FragmentType(rawValue: packet & 0x3) {
    case .single?, .start?: parameters(pdu, type, &copy)
    // The middle of a title.
    case .continue?, .end?, nil: break
    }
    copy.leave(outer)
  }

  private func parameters(_ pdu: UInt8, _ type: AVRCPType, _ copy: inout FairCopy) {
    guard type != .rejected, type != .notImplemented else { return copy.keep(1) }
    switch pdu {
    // Capabilities, player settings but for their texts, character sets, battery.
    case 0x10...0x14, 0x17, 0x18: copy.keepRest()
    // Get Element Attributes: which are wanted; and what they are.
    case 0x20: if type.isResponse { attributes(&copy) } else { copy.keepRest() }
    // Play status, notifications, requests for more, volume, addressed player, what to play by its number.
    case 0x30, 0x31, 0x40, 0x41, 0x50, 0x60, 0x74, 0x90: copy.keepRest()
    default: break
    }
  }

  /// How many attributes, and each with its number, character set, length and text.
  private func attributes(_ copy: inout FairCopy) {
    copy.keep(1)
    while copy.remaining > 0 {
      copy.keep(6)
      text(&copy)
    }
  }

  /// A length of two octets, and as many octets of text.
  private func text(_ copy: inout FairCopy) {
    let length = copy.reader.peekBigEndian(UInt16.self) ?? 0
    copy.keep(2)
    let outer = copy.enter(Int(length))
    while copy.remaining > 0 { copy.put(UInt8(ascii: "x")) }
    copy.leave(outer)
  }

  // MARK: The browsing channel

  /// A message of the browsing channel (AVRCP 1.6 §6.10).
  func browsing(_ copy: inout FairCopy) {
    guard let header = transport(&copy), let browsing = copy.keepHeader(AVRCPBrowsing.self) else { return }
    let outer = copy.enter(Int(browsing.length))
    if header.isResponse { told(browsing.pdu.rawValue, &copy) } else { asked(browsing.pdu.rawValue, &copy) }
    copy.leave(outer)
  }

  private func asked(_ pdu: UInt8, _ copy: inout FairCopy) {
    switch pdu {
    // Set Browsed Player, Get Folder Items, Change Path, Get Item Attributes, Get Total Number of Items.
    case 0x70...0x73, 0x75: copy.keepRest()
    // Search: character set, length, and what for.
    case 0x80:
      copy.keep(2)
      text(&copy)
    default: break
    }
  }

  private func told(_ pdu: UInt8, _ copy: inout FairCopy) {
    switch pdu {
    // Set Browsed Player: status, counter, items, character set, how deep; and the names of the folders.
    case 0x70:
      copy.keep(10)
      while copy.remaining > 0 { text(&copy) }
    // Get Folder Items: status, counter, how many; and the items.
    case 0x71:
      copy.keep(5)
      while copy.remaining > 0 { item(&copy) }
    case 0x72, 0x75, 0x80: copy.keepRest()
    // Get Item Attributes.
    case 0x73:
      copy.keep(1)
      attributes(&copy)
    default: break
    }
  }

  /// A player, a folder or a title, each with its numbers, character set, and name.
  private func item(_ copy: inout FairCopy) {
    let type = copy.peek() ?? 0
    let length = copy.reader.peekBigEndian(UInt16.self, 1) ?? 0
    copy.keep(3)
    let outer = copy.enter(Int(length))
    switch type {
    case 1: copy.keep(26)
    case 2: copy.keep(12)
    case 3: copy.keep(11)
    default: copy.blank(copy.remaining)
    }
    text(&copy)
    if type == 3 { attributes(&copy) }
    copy.leave(outer)
  }
}
