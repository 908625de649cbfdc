// Command Status and Command Complete: what became of the host's commands.

extension SessionTracker {
  mutating func commandStatus(_ status: HCIEvent.CommandStatus, _ adapter: Int, _ ref: PacketRef) {
    guard status.opcode.rawValue != 0 else { return }
    let command = adapters[adapter].commands.take(status.opcode, at: ref)
    if status.status != .success { refused(status.opcode, status.status, command, adapter, ref) }
    switch status.opcode {
    case .inquiry: adapters[adapter].waiting.accept(status.status, at: ref)
    case .createConnection:
      guard let address = command?.address, let index = link(address, adapter) else { return }
      links[index].touch(ref)
      if links[index].attempt.paging.statuses.count < Limits.steps {
        links[index].attempt.paging.statuses.append(Observed(status.status, at: ref))
      }
      let paging = links[index].attempt.paging
      if status.status != .success, links[index].attempt.handle == nil, paging.request == nil,
        !paging.statuses.contains(where: { $0.value == .success })
      {
        end(index, .commandRefused(status.status), at: ref)
      }
    case .remoteNameRequest where status.status != .success:
      guard let address = command?.address else { return }
      nameTold(nil, status.status, address, adapter, ref)
    case .switchRole where status.status != .success:
      guard let address = command?.address, let index = link(address, adapter) else { return }
      links[index].note(.switchRoleRefused(status.status), at: ref)
    case .authenticationRequested where status.status != .success:
      if let handle = command?.handle {
        secure(.authenticationRefused(status.status), handle: handle, adapter, ref)
      }
    case .setConnectionEncryption where status.status != .success:
      if let handle = command?.handle {
        secure(.encryptionRefused(status.status), handle: handle, adapter, ref)
      }
    case .setupSynchronousConnection where status.status != .success,
      .enhancedSetupSynchronousConnection where status.status != .success:
      guard let handle = command?.handle, let index = link(handle: handle, adapter) else { return }
      links[index].note(.voiceLink(status.status, handle: 0), at: ref)
    case .leEnableEncryption where status.status != .success:
      guard let handle = command?.handle, let index = link(handle: handle, adapter) else { return }
      links[index].note(.lowEnergyEncryptionRefused(status.status), at: ref)
    default: break
    }
  }

  mutating func commandComplete(
    _ complete: HCIEvent.CommandComplete, _ reader: inout ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    guard complete.opcode.rawValue != 0 else { return }
    let command = adapters[adapter].commands.take(complete.opcode, at: ref)
    if complete.opcode == .reset, command == nil { unaskedReset(adapter, ref) }
    if let status = complete.status(in: reader), status != .success {
      refused(complete.opcode, status, command, adapter, ref)
      if complete.opcode == .inquiry { adapters[adapter].waiting.accept(status, at: ref) }
      if complete.opcode == .readEncryptionKeySize {
        let answer = try HCIReturn.ReadEncryptionKeySize(from: &reader)
        secure(.encryptionKeySize(answer.status, 0), handle: answer.handle, adapter, ref)
      }
      return
    }
    switch complete.opcode {
    case .readBDADDR:
      adapters[adapter].facts.address = Observed(try HCIReturn.ReadBDADDR(from: &reader).address, at: ref)
    case .readLocalName:
      try reader.skip(1)
      adapters[adapter].facts.name = Observed(reader.name(), at: ref)
    case .readClassofDevice:
      adapters[adapter].facts.tell(try HCIReturn.ReadClassofDevice(from: &reader).classOfDevice, at: ref)
    case .readLocalVersionInformation:
      let answer = try HCIReturn.ReadLocalVersionInformation(from: &reader)
      adapters[adapter].facts.version = Observed(
        RemoteVersion(
          version: answer.lmpVersion, manufacturer: answer.company, subversion: answer.lmpSubversion),
        at: ref)
    case .readBufferSize:
      let answer = try HCIReturn.ReadBufferSize(from: &reader)
      adapters[adapter].facts.aclBuffers = Observed(answer.totalNumACLDataPackets, at: ref)
    case .leGetVendorCapabilities: adapters[adapter].facts.isAndroid = true
    // Multi advertising, batch scan, advertising filter, energy information, quality report: Android's other commands.
    case _ where [0xFD54, 0xFD56, 0xFD57, 0xFD59, 0xFD5E].contains(complete.opcode.rawValue):
      adapters[adapter].facts.isAndroid = true
    case .writeLinkSupervisionTimeout:
      if let command, let handle = command.handle {
        note(.supervisionTimeout(command.value), handle, adapter, ref)
      }
    case .readEncryptionKeySize:
      let answer = try HCIReturn.ReadEncryptionKeySize(from: &reader)
      secure(.encryptionKeySize(answer.status, answer.keySize), handle: answer.handle, adapter, ref)
    case .readRSSI:
      let answer = try HCIReturn.ReadRSSI(from: &reader)
      note(.rssi(answer.rssi), answer.handle, adapter, ref)
    case .readTransmitPowerLevel:
      let answer = try HCIReturn.ReadTransmitPowerLevel(from: &reader)
      note(.transmitPower(answer.transmitPowerLevel), answer.handle, adapter, ref)
    case .readAFHChannelMap:
      let answer = try HCIReturn.ReadAFHChannelMap(from: &reader)
      note(
        .afhChannels(UInt8(truncatingIfNeeded: answer.afhChannelMap.usedChannels)), answer.handle, adapter,
        ref)
    case .readLinkQuality:
      let answer = try HCIReturn.ReadLinkQuality(from: &reader)
      note(.linkQuality(answer.linkQuality), answer.handle, adapter, ref)
    default: break
    }
  }

  private mutating func unaskedReset(_ adapter: Int, _ ref: PacketRef) {
    guard adapters[adapter].facts.commands > 0 else { return }
    guard adapters[adapter].facts.unaskedResets.count < Limits.steps else { return }
    adapters[adapter].facts.unaskedResets.append(ref)
  }

  private mutating func refused(
    _ opcode: HCIOpcode, _ status: HCIStatus, _ command: PendingCommands.Pending?, _ adapter: Int,
    _ ref: PacketRef
  ) {
    guard adapters[adapter].facts.refusedCommands.count < Limits.steps else { return }
    adapters[adapter].facts.refusedCommands.append(
      Observed(CommandRefusal(opcode: opcode, status: status, command: command?.at), at: ref))
  }
}

extension WaitingSearch {
  mutating func accept(_ status: HCIStatus, at ref: PacketRef) {
    guard let last = inquiries.indices.last, inquiries[last].accepted == nil else { return }
    inquiries[last].accepted = Observed(status, at: ref)
  }
}
