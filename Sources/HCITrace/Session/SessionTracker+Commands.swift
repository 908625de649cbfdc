// What the host asks of its controller.

extension SessionTracker {
  @inline(never)
  mutating func command(_ bytes: RawSpan, _ adapter: Int, _ ref: PacketRef) {
    do throws(WireError) { try read(command: bytes, adapter, ref) } catch { malformed(.hci, error, ref) }
  }

  private mutating func read(command bytes: RawSpan, _ adapter: Int, _ ref: PacketRef) throws(WireError) {
    let frame = try HCICommandPacket(bytes)
    tellEvents()
    adapters[adapter].see(isReset: frame.opcode == .reset)
    adapters[adapter].facts.commands &+= 1
    if frame.opcode.isInitialization { adapters[adapter].facts.initialize(at: ref) }
    var reader = frame.parameters
    var pending = PendingCommands.Pending(opcode: frame.opcode, at: ref)
    do throws(WireError) {
      try apply(try HCICommand(frame.opcode, from: &reader), reader, &pending, adapter, ref)
    } catch {
      // A command that the log kept only the head of is no malformed command.
      if !frame.isCut { throw error }
    }
    if frame.opcode.isAnswered { adapters[adapter].commands.add(pending) }
  }

  private mutating func apply(
    _ command: HCICommand, _ reader: ByteReader, _ pending: inout PendingCommands.Pending, _ adapter: Int,
    _ ref: PacketRef
  ) throws(WireError) {
    switch command {
    case .inquiry(let inquiry): begin(inquiry: inquiry.inquiryLength, adapter, ref)
    case .periodicInquiryMode(let inquiry): begin(inquiry: inquiry.inquiryLength, adapter, ref)
    case .inquiryCancel, .exitPeriodicInquiryMode: adapters[adapter].waiting.cancel(at: ref)
    case .remoteNameRequest(let request):
      pending.address = request.address
      requestName(of: request.address, adapter, ref)
    case .createConnection(let create):
      pending.address = create.address
      page(create.address, adapter, ref)
    case .createConnectionCancel(let cancel):
      if let index = link(cancel.address, adapter) { links[index].attempt.paging.cancelled = ref }
    case .acceptConnectionRequest(let accept):
      if let index = link(accept.address, adapter) { links[index].attempt.paging.accepted = ref }
    case .rejectConnectionRequest(let reject):
      guard let index = link(reject.address, adapter) else { return }
      links[index].touch(ref)
      links[index].attempt.paging.rejected = Observed(reject.reason, at: ref)
    case .disconnect(let disconnect):
      guard let index = named(disconnect.handle, adapter) else { return }
      links[index].note(.disconnect(disconnect.reason), at: ref)
    case .switchRole(let change):
      pending.address = change.address
      if let index = linkOrAdopt(change.address, adapter) {
        links[index].note(.switchRole(change.role), at: ref)
      }
    case .writeLinkSupervisionTimeout(let write):
      pending.handle = write.handle
      pending.value = write.timeout
    case .writeClassofDevice(let write):
      adapters[adapter].facts.tell(write.classOfDevice, at: ref)
    case .writeExtendedInquiryResponse: ownInquiryResponse(reader, adapter, ref)
    case .writeLocalName:
      adapters[adapter].facts.name = Observed(reader.name(), at: ref)
    case .reset: reset(adapter, ref)
    case .authenticationRequested(let request):
      pending.handle = request.handle
      secure(.authenticationRequested, handle: request.handle, adapter, ref)
    case .setConnectionEncryption(let set):
      pending.handle = set.handle
      secure(.setEncryption(set.encryptionEnable), handle: set.handle, adapter, ref)
    case .leEnableEncryption(let enable):
      // Nearly always of an LE link, which is none of ours.
      guard let index = link(handle: enable.handle, adapter) else { return }
      pending.handle = enable.handle
      links[index].note(.lowEnergyEncryption, at: ref)
    case .setupSynchronousConnection(let setup): pending.handle = setup.handle
    case .enhancedSetupSynchronousConnection(let setup): pending.handle = setup.handle
    case .leSetScanParameters, .leSetScanEnable, .leSetExtendedScanParameters, .leSetExtendedScanEnable:
      adapters[adapter].scan(command, reader, at: ref)
    default: securityReply(command, adapter, ref)
    }
  }

  private mutating func securityReply(_ command: HCICommand, _ adapter: Int, _ ref: PacketRef) {
    switch command {
    case .linkKeyRequestReply(let reply): secure(.linkKeyReply, reply.address, adapter, ref)
    case .linkKeyRequestNegativeReply(let reply): secure(.linkKeyNegativeReply, reply.address, adapter, ref)
    case .pinCodeRequestReply(let reply): secure(.pinReply, reply.address, adapter, ref)
    case .pinCodeRequestNegativeReply(let reply): secure(.pinNegativeReply, reply.address, adapter, ref)
    case .ioCapabilityRequestReply(let reply):
      let capability = PairingCapability(
        io: reply.ioCapability, requirements: reply.authenticationRequirements)
      secure(.ioCapabilityReply(capability), reply.address, adapter, ref)
    case .ioCapabilityRequestNegativeReply(let reply):
      secure(.ioCapabilityNegativeReply(reply.reason), reply.address, adapter, ref)
    case .userConfirmationRequestReply(let reply): secure(.userConfirmationReply, reply.address, adapter, ref)
    case .userConfirmationRequestNegativeReply(let reply):
      secure(.userConfirmationNegativeReply, reply.address, adapter, ref)
    case .userPasskeyRequestReply(let reply): secure(.passkeyReply, reply.address, adapter, ref)
    case .userPasskeyRequestNegativeReply(let reply):
      secure(.passkeyNegativeReply, reply.address, adapter, ref)
    case .remoteOOBDataRequestReply(let reply): secure(.outOfBandReply, reply.address, adapter, ref)
    case .remoteOOBExtendedDataRequestReply(let reply): secure(.outOfBandReply, reply.address, adapter, ref)
    case .remoteOOBDataRequestNegativeReply(let reply):
      secure(.outOfBandNegativeReply, reply.address, adapter, ref)
    case .unknown(let opcode) where opcode.startsOffload:
      if adapters[adapter].facts.offloadCommands.count < Limits.steps {
        adapters[adapter].facts.offloadCommands.append(Observed(opcode, at: ref))
      }
    default: break
    }
  }

  // MARK: Searching and paging

  private mutating func begin(inquiry length: UInt8, _ adapter: Int, _ ref: PacketRef) {
    adapters[adapter].waiting.begin(Inquiry(started: ref, length: length), session: &session)
  }

  private mutating func requestName(of address: Address, _ adapter: Int, _ ref: PacketRef) {
    let request = NameRequest(address: address, requested: ref)
    if let index = link(address, adapter) {
      links[index].touch(ref)
      if links[index].attempt.nameRequests.count < Limits.steps {
        links[index].attempt.nameRequests.append(request)
      }
    } else {
      adapters[adapter].waiting.add(request, session: &session)
    }
  }

  private mutating func page(_ address: Address, _ adapter: Int, _ ref: PacketRef) {
    let index =
      link(address, adapter) ?? begin(adapter, peer: address, initiator: .local, at: ref)
    links[index].touch(ref)
    if links[index].attempt.paging.commands.count < Limits.steps {
      links[index].attempt.paging.commands.append(ref)
    }
    see(address, adapter)
  }

  // MARK: Security

  mutating func secure(_ step: SecurityStep, _ address: Address, _ adapter: Int, _ ref: PacketRef) {
    guard let index = linkOrAdopt(address, adapter) else { return }
    links[index].note(step, at: ref)
  }

  mutating func secure(_ step: SecurityStep, handle: UInt16, _ adapter: Int, _ ref: PacketRef) {
    guard let index = named(handle, adapter) else { return }
    links[index].note(step, at: ref)
  }

  // MARK: The end of everything

  /// HCI Reset: no link of the adapter survives it.
  private mutating func reset(_ adapter: Int, _ ref: PacketRef) {
    if adapters[adapter].facts.resets.count < Limits.steps { adapters[adapter].facts.resets.append(ref) }
    endAll(adapter, .reset, at: ref)
    adapters[adapter].endScan(at: ref)
    adapters[adapter].waiting.flush(into: &session, adapter: adapter)
    adapters[adapter].commands.giveUp(at: ref)
  }

  /// Ends every attempt of the adapter and frees its handles.
  mutating func endAll(_ adapter: Int, _ reason: AttemptEnd, at ref: PacketRef) {
    for index in links.indices where links[index].isLive && links[index].attempt.adapter == adapter {
      if links[index].isDiagnostic { forgetDiagnostic(index) } else { end(index, reason, at: ref) }
    }
    adapters[adapter].handles.removeAll()
    adapters[adapter].voiceLinks.removeAll()
  }

  // MARK: What the Linux monitor says of adapters

  @inline(never)
  mutating func control(_ record: ControlRecord, _ bytes: RawSpan, adapter number: UInt16, _ ref: PacketRef) {
    guard record != .other else { return }
    let adapter = adapterPosition(number)
    if adapters[adapter].facts.indexChanges.count < Limits.steps {
      adapters[adapter].facts.indexChanges.append(Observed(record, at: ref))
    }
    switch record {
    case .closeIndex:
      endAll(adapter, .adapterClosed, at: ref)
      adapters[adapter].commands.giveUp(at: ref)
    case .deleteIndex:
      endAll(adapter, .adapterRemoved, at: ref)
      adapters[adapter].commands.giveUp(at: ref)
    case .newIndex:
      // Type, bus, address, name (8 octets).
      var reader = ByteReader(bytes)
      guard (try? reader.skip(2)) != nil, let address = try? reader.address() else { return }
      if address != .zero { adapters[adapter].facts.address = Observed(address, at: ref) }
    case .indexInfo:
      var reader = ByteReader(bytes)
      guard let address = try? reader.address(), address != .zero else { return }
      adapters[adapter].facts.address = Observed(address, at: ref)
    case .openIndex, .other: break
    }
  }
}

extension HCIOpcode {
  /// The controller answers the command with Command Status or Command Complete: all but Host Number Of Completed
  /// Packets (Core Vol 4 Part E §7.3.40); vendors do as they like.
  var isAnswered: Bool { rawValue != 0x0C35 && rawValue != 0 }

  /// A command that hosts send to set a controller up: Set Event Mask, Read Local Version Information, Read Local
  /// Supported Commands or Features, Read Buffer Size.
  var isInitialization: Bool {
    switch rawValue {
    case 0x0C01, 0x1001, 0x1002, 0x1003, 0x1005: true
    default: false
    }
  }

  /// A vendor's command that lets the controller encode the audio: Android's A2DP offload (0xFD5D), Qualcomm's
  /// (0xFC0A).
  var startsOffload: Bool { rawValue == 0xFD5D || rawValue == 0xFC0A }
}

extension Adapter {
  /// Notes that the host sets the controller up, once after each Reset.
  mutating func initialize(at ref: PacketRef) {
    guard let reset = resets.last, initializations.last.map({ $0 < reset }) ?? true else { return }
    guard initializations.count < Limits.steps else { return }
    initializations.append(ref)
  }

  /// Notes the adapter's own class of device, where it is another one than before.
  mutating func tell(_ value: ClassOfDevice, at ref: PacketRef) {
    guard classOfDevice.last?.value != value, classOfDevice.count < Limits.steps else { return }
    classOfDevice.append(Observed(value, at: ref))
  }
}

extension WaitingSearch {
  mutating func begin(_ inquiry: Inquiry, session: inout Session) {
    guard inquiries.count < Limits.steps else {
      session.leftOut.insert(.inquiries)
      return
    }
    inquiries.append(inquiry)
  }

  mutating func add(_ request: NameRequest, session: inout Session) {
    guard nameRequests.count < Limits.steps else {
      session.leftOut.insert(.nameRequests)
      return
    }
    nameRequests.append(request)
  }

  mutating func cancel(at ref: PacketRef) {
    guard let last = lastInquiry, inquiries[last].completed == nil else {
      return
    }
    inquiries[last].cancelled = inquiries[last].cancelled ?? ref
  }
}
