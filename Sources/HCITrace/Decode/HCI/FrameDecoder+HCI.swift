// HCI commands and events.

extension FrameDecoder {
  // MARK: Commands

  mutating func command(_ bytes: RawSpan) {
    layers.insert(.hci)
    direction = direction ?? .sent
    do throws(WireError) {
      let frame = try HCICommandPacket(bytes)
      let entry = directory.command(frame.opcode)
      fields.open("command")
      fields.hex("opcode", frame.opcode.rawValue)
      title(entry, frame.opcode)
      var reader = frame.parameters
      if let entry { common(entry.parameters, reader, isList: frame.opcode.rawValue == 0x0C35) }
      if frame.isCut, !isCut { complain(frame.claimedLength, reader.remaining, at: 2) }
      do throws(WireError) {
        try parameters(try HCICommand(frame.opcode, from: &reader), frame.opcode, &reader, entry)
      } catch {
        if !frame.isCut { malformed(.hci, error, at: 3) }
      }
      fields.close()
    } catch {
      var reader = ByteReader(bytes)
      if let opcode = try? reader.code(HCIOpcode.self) {
        fields.open("command")
        fields.hex("opcode", opcode.rawValue)
        title(directory.command(opcode), opcode)
        fields.close()
      } else {
        fields.summary.append("HCI command")
      }
      if !isCut { malformed(.hci, error) }
    }
  }

  /// The name of a command or event; of an unknown one its number.
  private mutating func title(_ entry: HCIDirectory.Entry?, _ opcode: HCIOpcode) {
    if !fields.summary.isEmpty { fields.summary.append(": ") }
    if let entry {
      fields.name("name", entry.name)
      fields.summary.append(entry.name)
    } else {
      fields.name("name", opcode.isVendor ? "Vendor Command" : "Unknown Command")
      fields.summary.append(opcode.isVendor ? "Vendor Command " : "Unknown Command ")
      fields.summary.hexadecimal(opcode.rawValue)
    }
  }

  private mutating func parameters(
    _ command: HCICommand, _ opcode: HCIOpcode, _ reader: inout ByteReader, _ entry: HCIDirectory.Entry?
  ) throws(WireError) {
    if case .unknown = command {
      if opcode.isVendor, try vendorCommand(opcode, &reader) { return }
      if opcode.hasSecretParameters { return fields.withheld("parameters") }
      if let layout = ParameterLayouts.commands[opcode.rawValue] { try fields.parameters(layout, &reader) }
      if entry == nil || opcode.isVendor {
        fields.unread("parameters", reader)
      } else if reader.remaining > 0 {
        fields.octets("parameters", reader)
      }
      return
    }
    switch opcode.group {
    case 0x01, 0x02: command.linkFields(to: &fields)
    case 0x08: command.lowEnergyFields(to: &fields)
    default: command.basebandFields(to: &fields)
    }
    try lists(of: command, &reader)
    if opcode.hasSecretParameters { fields.withheld(opcode.secretName) }
    tell(command)
  }

  /// What follows the fixed part of a command.
  private mutating func lists(of command: HCICommand, _ reader: inout ByteReader) throws(WireError) {
    switch command {
    case .writeLocalName: localName(reader)
    case .writeExtendedInquiryResponse: try advertisingData("data", reader)
    case .leSetAdvertisingData(let set):
      try advertisingData("data", try reader.prefix(min(Int(set.dataLength), reader.remaining)))
    case .leSetScanResponseData(let set):
      try advertisingData("data", try reader.prefix(min(Int(set.dataLength), reader.remaining)))
    case .leSetExtendedAdvertisingData(let set):
      try advertisingData("data", try reader.prefix(min(Int(set.dataLength), reader.remaining)))
    case .hostNumberOfCompletedPackets(let completed): try counts(completed.numHandles, reader)
    case .setEventFilter, .leSetExtendedAdvertisingEnable, .leExtendedCreateConnection,
      .leExtendedCreateConnectionV2, .leSetExtendedScanParameters:
      if reader.remaining > 0 { fields.octets("rest", reader) }
    default: break
    }
  }

  /// What the line says of a command beside its name, address, handle and reason.
  private mutating func tell(_ command: HCICommand) {
    switch command {
    case .writeScanEnable(let write): say(write.scanEnable.name)
    case .writeClassofDevice(let write): say(write.classOfDevice.description)
    case .switchRole(let change): say(change.role.name)
    case .acceptConnectionRequest(let accept): say(accept.role.name)
    case .ioCapabilityRequestReply(let reply): say(reply.ioCapability.name)
    case .setConnectionEncryption(let set): say(set.encryptionEnable ? "on" : "off")
    case .writeSimplePairingMode(let write): say(write.simplePairingMode ? "on" : "off")
    case .leSetScanEnable(let set): say(set.scanEnable ? "on" : "off")
    case .leSetExtendedScanEnable(let set): say(set.scanEnable ? "on" : "off")
    case .leSetAdvertisingEnable(let set): say(set.advertisingEnable ? "on" : "off")
    case .inquiry(let inquiry):
      fields.summary.append(", at most ")
      fields.summary.decimal(Int(inquiry.inquiryLength) &* 128 / 100)
      fields.summary.append(" s")
    case .hostNumberOfCompletedPackets, .writeLocalName: break
    default: break
    }
  }

  // MARK: Events

  mutating func event(_ bytes: RawSpan) {
    layers.insert(.hci)
    direction = direction ?? .received
    do throws(WireError) {
      let frame = try HCIEventPacket(bytes)
      var reader = frame.parameters
      let subevent = frame.code == .leMeta ? reader.peek() : nil
      let entry = directory.event(frame.code, subevent)
      fields.open("event")
      fields.hex("code", frame.code.rawValue)
      if let entry {
        fields.name("name", entry.name)
        if frame.code != .vendor { fields.summary.append(entry.name) }
      } else {
        fields.name("name", frame.code == .leMeta ? "Unknown LE Event" : "Unknown Event")
        fields.summary.append(frame.code == .leMeta ? "Unknown LE Event " : "Unknown Event ")
        fields.summary.hexadecimal(subevent ?? frame.code.rawValue)
      }
      if let subevent { fields.hex("subevent", subevent) }
      if frame.isCut, !isCut { complain(frame.claimedLength, reader.remaining, at: 1) }
      if let entry, frame.code.rawValue != 0x0F {
        common(entry.parameters, reader, isList: frame.code.rawValue == 0x13)
      }
      if frame.code == .vendor, frame.claimedLength == 0 {
        fields.summary.append("Vendor Specific")
        fields.close()
        return
      }
      do throws(WireError) {
        try parameters(try HCIEvent(frame.code, from: &reader), &reader)
      } catch {
        if !frame.isCut { malformed(.hci, error, at: 2) }
      }
      fields.close()
    } catch {
      if let code = ByteReader(bytes).peek() {
        let name = HCIEventCode(rawValue: code).name ?? "Unknown Event"
        fields.open("event")
        fields.hex("code", code)
        fields.name("name", name)
        fields.close()
        fields.summary.append(name)
      } else {
        fields.summary.append("HCI event")
      }
      if !isCut { malformed(.hci, error) }
    }
  }

  private mutating func parameters(_ event: HCIEvent, _ reader: inout ByteReader) throws(WireError) {
    follow(event)
    switch event {
    case .commandComplete(let complete): try commandComplete(complete, &reader)
    case .commandStatus(let status): commandStatus(status)
    case .le(let event): try lowEnergy(event, &reader)
    case .vendor(let subevent): try vendorEvent(subevent, &reader)
    case .loopbackCommand(let loopback):
      // The command that came back stands beside the event.
      fields.close()
      fields.open("command")
      fields.hex("opcode", loopback.opcode.rawValue)
      title(directory.command(loopback.opcode), loopback.opcode)
    case .unknown(let code):
      if code != .leMeta { fields.unread("parameters", reader) }
    case .numberOfCompletedPackets(let completed):
      event.fields(to: &fields)
      try counts(completed.numHandles, reader)
    case .remoteNameRequestComplete(let complete):
      if complete.status == .success {
        fields.air("remoteName", reader.name())
        quote(reader.name())
      }
    case .inquiryResult(let result):
      event.fields(to: &fields)
      var responses = InquiryResponses(reader, count: result.numResponses, withRSSI: false)
      try inquiryResponses(&responses)
    case .inquiryResultWithRSSI(let result):
      event.fields(to: &fields)
      var responses = InquiryResponses(reader, count: result.numResponses, withRSSI: true)
      try inquiryResponses(&responses)
    case .extendedInquiryResult(let result):
      event.fields(to: &fields)
      say(result.classOfDevice.description)
      number("RSSI", Int(result.rssi))
      try advertisingData("data", reader)
    default:
      event.fields(to: &fields)
      tell(event, reader)
    }
  }

  private mutating func tell(_ event: HCIEvent, _ reader: ByteReader) {
    switch event {
    case .connectionRequest(let request):
      say(request.classOfDevice.description)
      say(request.linkType.name)
    case .connectionComplete(let complete): if complete.linkType != .acl { say(complete.linkType.name) }
    case .encryptionChange(let change): say(change.encryptionEnabled.name)
    case .encryptionChangeV2(let change): say(change.encryptionEnabled.name)
    case .roleChange(let change): say(change.newRole.name)
    case .modeChange(let change): say(change.currentMode.name)
    case .linkKeyNotification(let notification):
      fields.withheld("linkKey")
      say(notification.keyType.name)
    case .ioCapabilityResponse(let response): say(response.ioCapability.name)
    case .readRemoteVersionInformationComplete(let complete):
      say(complete.version.name.map { "Bluetooth \($0)" })
      say(assigned: fields.name(of: complete.company))
    case .userConfirmationRequest: fields.withheld("numericValue")
    case .userPasskeyNotification: fields.withheld("passkey")
    case .returnLinkKeys: fields.withheld("keys")
    case .hardwareError(let error):
      isFailure = true
      fields.summary.append(", code ")
      fields.summary.hexadecimal(error.hardwareCode)
    case .maxSlotsChange(let change): quantity(Int(change.lmpMaxSlots), "slots")
    default: break
    }
  }

  /// Links that begin and end take with them what was known of older ones.
  private mutating func follow(_ event: HCIEvent) {
    switch event {
    case .connectionComplete(let complete) where complete.status == .success:
      links.begin(adapter, complete.handle, peer: nil)
    case .disconnectionComplete(let complete) where complete.status == .success:
      links.end(adapter, complete.handle)
    case .le(.connectionComplete(let complete)) where complete.status == .success:
      links.begin(adapter, complete.handle, peer: complete.peerAddress)
    case .le(.enhancedConnectionComplete(let complete)) where complete.status == .success:
      links.begin(adapter, complete.handle, peer: complete.peerAddress)
    case .le(.enhancedConnectionCompleteV2(let complete)) where complete.status == .success:
      links.begin(adapter, complete.handle, peer: complete.peerAddress)
    case .commandComplete(let complete) where complete.opcode == .reset: links.end(adapter)
    default: break
    }
  }

  private mutating func commandStatus(_ status: HCIEvent.CommandStatus) {
    let entry = directory.command(status.opcode)
    fields.hex("opcode", status.opcode.rawValue)
    if let entry { fields.name("opcodeName", entry.name) }
    fields.field("status", status.status)
    fields.field("numHCICommandPackets", status.numHCICommandPackets)
    fields.summary.append(": ")
    if let entry {
      fields.summary.append(entry.name)
    } else {
      fields.summary.hexadecimal(status.opcode.rawValue)
    }
    if status.status == .success {
      fields.summary.append(", pending")
    } else {
      isFailure = true
      say(status.status.description)
    }
  }

  // MARK: What many have

  /// Status, handle, address and reason, where they stand.
  mutating func common(_ offsets: ParameterOffsets, _ reader: ByteReader, isList: Bool = false) {
    if let offset = offsets.status, let code = reader.peek(offset) {
      let status = HCIStatus(rawValue: code)
      fields.field("status", status)
      if status != .success {
        isFailure = true
        say(status.description)
      }
    }
    if let offset = offsets.handle, let low = reader.peek(offset), let high = reader.peek(offset &+ 1) {
      // All 16 bits, as they were sent; the upper four are reserved.
      let word = UInt16(high) << 8 | UInt16(low)
      let handle = word & 0x0FFF
      fields.hex("handle", word)
      if !isList {
        fields.summary.append(", handle ")
        fields.summary.hexadecimal(handle)
      }
      if peer == nil { peer = tracker.peer(adapter, handle) ?? links.peer(adapter, handle) }
    }
    if let offset = offsets.address {
      var inside = reader
      if (try? inside.skip(offset)) != nil, let address = try? inside.address() {
        fields.field("address", address)
        fields.summary.append(", ")
        fields.summary.address(address)
        peer = address
      }
    }
    if let offset = offsets.reason, let code = reader.peek(offset) {
      let reason = HCIStatus(rawValue: code)
      fields.field("reason", reason)
      say(reason.description)
      if !reason.isOrderly { isFailure = true }
    }
  }

  /// Handles and how many packets each, in Number Of Completed Packets and the host's command of that name.
  private mutating func counts(_ numHandles: UInt8, _ reader: ByteReader) throws(WireError) {
    var counts = CompletedPacketCounts(reader, numHandles: numHandles)
    var shown = 0
    fields.openList("counts")
    defer { fields.closeList() }
    while let count = try counts.next() {
      if numHandles == 1 { peer = tracker.peer(adapter, count.handle) ?? links.peer(adapter, count.handle) }
      fields.openElement()
      fields.hex("handle", count.handle)
      fields.field("packets", count.count)
      fields.close()
      shown &+= 1
      if shown == Self.shownInLine { fields.summary.append(", …") }
      guard shown < Self.shownInLine else { continue }
      fields.summary.append(", handle ")
      fields.summary.hexadecimal(count.handle)
      fields.summary.append(": ")
      fields.summary.decimal(count.count)
    }
  }

  /// Entries of a list that the line names.
  private static let shownInLine = 5

  private mutating func inquiryResponses(_ responses: inout InquiryResponses) throws(WireError) {
    fields.openList("responses")
    defer { fields.closeList() }
    while let response = try responses.next() {
      fields.openElement()
      fields.field("address", response.address)
      fields.field("pageScanRepetitionMode", response.pageScanRepetitionMode)
      fields.field("classOfDevice", response.classOfDevice)
      fields.hex("clockOffset", response.clockOffset)
      if let rssi = response.rssi { fields.field("rssi", rssi) }
      fields.close()
      say(response.classOfDevice.description)
      if let rssi = response.rssi { number("RSSI", Int(rssi)) }
    }
  }

  mutating func localName(_ reader: ByteReader) {
    fields.air("localName", reader.name())
    quote(reader.name())
  }

  private mutating func complain(_ claimed: Int, _ found: Int, at offset: Int) {
    malformed(.hci, WireError(.lengthBeyondParent, at: offset, needed: claimed, available: found))
  }

  // MARK: The line

  /// Adds a word to the line.
  mutating func say(_ words: String?) {
    guard let words else { return }
    fields.summary.append(", ")
    fields.summary.append(words)
  }

  /// Adds a name from a table of assigned numbers to the line.
  mutating func say(assigned name: String?) {
    guard let name else { return }
    fields.summary.append(", ")
    fields.summary.append(assigned: name)
  }

  /// Adds a name from the air to the line.
  mutating func quote(_ name: String) {
    fields.summary.append(", ")
    fields.summary.quoted(name, limit: 80)
  }

  /// Adds a number of things to the line: "5 frames".
  mutating func quantity(_ value: Int, _ unit: StaticString) {
    fields.summary.append(", ")
    fields.summary.decimal(value)
    fields.summary.append(UInt8(ascii: " "))
    fields.summary.append(unit)
  }

  /// Adds a number with its title to the line: "MTU 672".
  mutating func number(_ title: StaticString, _ value: Int) {
    fields.summary.append(", ")
    fields.summary.append(title)
    fields.summary.append(UInt8(ascii: " "))
    fields.summary.decimal(value)
  }
}

extension HCIStatus {
  /// A reason for which links end when all is well: somebody, here or there, wanted it.
  fileprivate var isOrderly: Bool {
    switch self {
    case .success, .remoteUserTerminatedConnection, .remotePowerOff, .terminatedByLocalHost: true
    default: false
    }
  }
}
