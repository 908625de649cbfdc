// What the controller tells its host.

extension SessionTracker {
  /// Takes an event. What was heard just so before from an advertiser need not be read again.
  @inline(never)
  mutating func event(_ bytes: RawSpan, _ adapter: Int, _ ref: PacketRef) {
    if let report = RecentAdvertising.Report(event: bytes), recentAdvertising.count(report, adapter, at: ref)
    {
      countEvent()
    } else {
      newEvent(bytes, adapter, ref)
    }
  }

  /// The two events that nine tenths of a long log's are go without the detour over the enumeration of all.
  @inline(never)
  private mutating func newEvent(_ bytes: RawSpan, _ adapter: Int, _ ref: PacketRef) {
    do throws(WireError) {
      let frame = try HCIEventPacket(bytes)
      countEvent()
      var reader = frame.parameters
      do throws(WireError) {
        switch frame.code {
        case .numberOfCompletedPackets:
          try completed(try HCIEvent.NumberOfCompletedPackets(from: &reader), reader, adapter, ref)
        case .leMeta:
          if let report = RecentAdvertising.Report(event: bytes) {
            try heard(report, in: reader, adapter, ref)
          } else {
            try read(event: frame.code, reader, adapter, ref)
          }
        default: try read(event: frame.code, reader, adapter, ref)
        }
      } catch {
        if !frame.isCut { throw error }
      }
    } catch { malformed(.hci, error, ref) }
  }

  @inline(never)
  private mutating func read(
    event code: HCIEventCode, _ parameters: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    var reader = parameters
    try apply(try HCIEvent(code, from: &reader), &reader, adapter, ref)
  }

  /// The controller is done with packets.
  @inline(__always)
  private mutating func completed(
    _ event: HCIEvent.NumberOfCompletedPackets, _ reader: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    var counts = CompletedPacketCounts(reader, numHandles: event.numHandles)
    while let count = try counts.next() {
      guard let index = link(handle: count.handle, adapter) else { continue }
      links[index].acknowledge(Int(count.count), capacity: adapters[adapter].aclCapacity, at: ref)
    }
  }

  private mutating func apply(
    _ event: HCIEvent, _ reader: inout ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    if case .vendor(subevent: QualityReport.subevent) = event { quality(reader, adapter, ref) }
    switch event {
    case .numberOfCompletedPackets(let event): try completed(event, reader, adapter, ref)
    case .le(let event): try lowEnergy(event, reader, adapter, ref)
    case .commandComplete(let complete): try commandComplete(complete, &reader, adapter, ref)
    case .commandStatus(let status): commandStatus(status, adapter, ref)
    case .hardwareError(let error):
      if adapters[adapter].facts.hardwareErrors.count < Limits.steps {
        adapters[adapter].facts.hardwareErrors.append(Observed(error.hardwareCode, at: ref))
      }
    case .vendor(let subevent): vendor(subevent, reader, adapter, ref)
    case .inquiryComplete, .inquiryResult, .inquiryResultWithRSSI, .extendedInquiryResult,
      .remoteNameRequestComplete, .remoteHostSupportedFeaturesNotification:
      try discovery(event, reader, adapter, ref)
    case .connectionRequest, .connectionComplete, .disconnectionComplete, .synchronousConnectionComplete:
      connection(event, adapter, ref)
    default:
      if !linkEvent(event, adapter, ref) { securityEvent(event, adapter, ref) }
    }
  }

  /// Notes when a vendor's controller says that its firmware broke.
  private mutating func vendor(_ subevent: UInt8, _ reader: ByteReader, _ adapter: Int, _ ref: PacketRef) {
    let fault: FirmwareFault
    switch (subevent, reader.peek()) {
    case (QualityReport.subevent, 0x05) where adapters[adapter].facts.isAndroid:
      fault = .rootInflammation(reader.peek(1) ?? 0, vendor: reader.peek(2) ?? 0)
    case (0x01, 0x08): fault = .memoryDump
    default: return
    }
    // A dump is hundreds of events.
    guard adapters[adapter].facts.firmwareFaults.last?.value != fault,
      adapters[adapter].facts.firmwareFaults.count < Limits.steps
    else { return }
    adapters[adapter].facts.firmwareFaults.append(Observed(fault, at: ref))
  }

  // MARK: The life of a link

  private mutating func connection(_ event: HCIEvent, _ adapter: Int, _ ref: PacketRef) {
    switch event {
    case .connectionRequest(let request): connectionRequest(request, adapter, ref)
    case .connectionComplete(let complete):
      if complete.linkType == .acl {
        connectionComplete(complete, adapter, ref)
      } else {
        voiceLink(complete.status, complete.handle, complete.address, adapter, ref)
      }
    case .synchronousConnectionComplete(let complete):
      voiceLink(complete.status, complete.handle, complete.address, adapter, ref)
    case .disconnectionComplete(let complete): disconnectionComplete(complete, adapter, ref)
    default: break
    }
  }

  private mutating func connectionRequest(
    _ request: HCIEvent.ConnectionRequest, _ adapter: Int, _ ref: PacketRef
  ) {
    guard request.linkType == .acl else { return }
    see(request.address, adapter)
    tell(request.address, adapter, request.classOfDevice, ref)
    // A peer whose link is still up here has lost it without this host knowing: its page is another attempt.
    let index =
      link(request.address, adapter, isConnected: false)
      ?? begin(adapter, peer: request.address, initiator: .remote, at: ref)
    links[index].touch(ref)
    links[index].attempt.paging.request = Observed(request.classOfDevice, at: ref)
  }

  private mutating func connectionComplete(
    _ complete: HCIEvent.ConnectionComplete, _ adapter: Int, _ ref: PacketRef
  ) {
    guard complete.status == .success else {
      let known =
        link(complete.address, adapter, isConnected: false)
        ?? link(complete.address, adapter, isConnected: true)
      guard let index = known ?? beginUnseen(complete.address, complete.status, adapter, ref) else { return }
      links[index].touch(ref)
      if links[index].attempt.handle != nil {
        // A second page beside a link that is up: it failed, the link goes on.
        if links[index].attempt.paging.statuses.count < Limits.steps {
          links[index].attempt.paging.statuses.append(Observed(complete.status, at: ref))
        }
        return
      }
      links[index].attempt.paging.completed = Observed(complete.status, at: ref)
      if let rejected = links[index].attempt.paging.rejected {
        end(index, .rejected(rejected.value), at: rejected.at)
      } else {
        end(index, .connectionFailed(complete.status), at: ref)
      }
      return
    }
    if let known = link(handle: complete.handle, adapter), links[known].attempt.peer == complete.address {
      // Told twice: a log that repeats its records.
      return links[known].touch(ref)
    }
    let index =
      link(complete.address, adapter, isConnected: false)
      ?? begin(adapter, peer: complete.address, initiator: .unknown, at: ref)
    see(complete.address, adapter)
    if case .link(let old) = adapters[adapter].handles[complete.handle], old != index {
      end(old, .captureEnded, at: ref)
    }
    links[index].touch(ref)
    links[index].attempt.paging.completed = Observed(complete.status, at: ref)
    links[index].attempt.handle = complete.handle
    adapters[adapter].handles[complete.handle] = .link(index)
  }

  /// A page whose command the log doesn't hold: its failure is an attempt, unless it only follows our own Reject.
  private mutating func beginUnseen(
    _ address: Address, _ status: HCIStatus, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    if let last = session.attempts.last, last.peer == address, case .rejected = last.end?.value,
      ref.seconds(since: last.last) < 10
    {
      return nil
    }
    see(address, adapter)
    return begin(adapter, peer: address, initiator: .unknown, at: ref)
  }

  private mutating func disconnectionComplete(
    _ complete: HCIEvent.DisconnectionComplete, _ adapter: Int, _ ref: PacketRef
  ) {
    guard complete.status == .success else { return }
    switch adapters[adapter].handles[complete.handle] {
    case .link(let index):
      links[index].touch(ref)
      end(index, .disconnected(complete.reason), at: ref)
    case .voice:
      if let owner = adapters[adapter].voiceLinks.removeValue(forKey: complete.handle), links[owner].isLive {
        links[owner].note(.voiceLinkEnded(complete.reason), at: ref)
      }
    case .unknown, .lowEnergy, .diagnostic, .leftOut: break
    }
    adapters[adapter].handles[complete.handle] = .unknown
  }

  private mutating func voiceLink(
    _ status: HCIStatus, _ handle: UInt16, _ address: Address, _ adapter: Int, _ ref: PacketRef
  ) {
    if status == .success { adapters[adapter].handles[handle] = .voice }
    guard let index = linkOrAdopt(address, adapter) else { return }
    links[index].note(.voiceLink(status, handle: handle), at: ref)
    if status == .success { adapters[adapter].voiceLinks[handle] = index }
  }

  // MARK: What happens to a link

  /// Applies an event about a link as such; `false` when it isn't one.
  private mutating func linkEvent(_ event: HCIEvent, _ adapter: Int, _ ref: PacketRef) -> Bool {
    switch event {
    case .roleChange(let change):
      guard let index = linkOrAdopt(change.address, adapter) else { return true }
      links[index].note(.roleChange(change.status, change.newRole), at: ref)
    case .modeChange(let change):
      let step = LinkStep.modeChange(change.status, mode: change.currentMode, interval: change.interval)
      note(step, change.handle, adapter, ref)
    case .maxSlotsChange(let change): note(.maximumSlots(change.lmpMaxSlots), change.handle, adapter, ref)
    case .connectionPacketTypeChanged(let change) where change.status == .success:
      note(.packetTypes(change.packetType), change.handle, adapter, ref)
    case .qosViolation(let violation): note(.qualityViolation, violation.handle, adapter, ref)
    case .linkSupervisionTimeoutChanged(let change):
      note(.supervisionTimeout(change.linkSupervisionTimeout), change.handle, adapter, ref)
    case .readRemoteVersionInformationComplete(let complete):
      guard complete.status == .success, let index = named(complete.handle, adapter) else { return true }
      let version = RemoteVersion(
        version: complete.version, manufacturer: complete.company, subversion: complete.subversion)
      guard let peer = peer(of: index), session.peers[peer].versions.last?.value != version else {
        return true
      }
      guard session.peers[peer].versions.count < Limits.steps else { return true }
      kept &+= MemoryLayout<Observed<RemoteVersion>>.stride
      session.peers[peer].versions.append(Observed(version, at: ref))
    case .readRemoteExtendedFeaturesComplete(let complete):
      guard complete.status == .success, complete.pageNumber == 1,
        let index = named(complete.handle, adapter),
        let peer = peer(of: index)
      else { return true }
      session.peers[peer].supportsSimplePairing = Observed(complete.features & 1 != 0, at: ref)
    case .readRemoteSupportedFeaturesComplete(let complete): _ = named(complete.handle, adapter)
    case .readClockOffsetComplete(let complete): _ = named(complete.handle, adapter)
    default: return false
    }
    return true
  }

  /// Notes a quality report of a link. The octet that begins it may mean anything else to another vendor, so a report
  /// that doesn't read as one, or is about no link, is none.
  private mutating func quality(_ reader: ByteReader, _ adapter: Int, _ ref: PacketRef) {
    var reader = reader
    guard let report = try? QualityReport(from: &reader),
      QualityReport.identifiers.contains(report.reportIdentifier)
    else { return }
    let facts = LinkQualityReport(
      kind: report.reportIdentifier, rssi: report.rssi, unusedChannels: report.unusedAFHChannelCount,
      retransmissions: report.retransmissionCount, missed: report.noRxCount, refused: report.nakCount)
    note(.qualityReport(facts), report.handle, adapter, ref)
  }

  mutating func note(_ step: LinkStep, _ handle: UInt16, _ adapter: Int, _ ref: PacketRef) {
    guard let index = named(handle, adapter) else { return }
    links[index].note(step, at: ref)
  }

  // MARK: Security

  private mutating func securityEvent(_ event: HCIEvent, _ adapter: Int, _ ref: PacketRef) {
    switch event {
    case .authenticationComplete(let complete):
      secure(.authenticationComplete(complete.status), handle: complete.handle, adapter, ref)
    case .encryptionChange(let change):
      secure(.encryptionChange(change.status, change.encryptionEnabled), handle: change.handle, adapter, ref)
    case .encryptionChangeV2(let change):
      secure(.encryptionChange(change.status, change.encryptionEnabled), handle: change.handle, adapter, ref)
    case .encryptionKeyRefreshComplete(let complete):
      secure(.encryptionKeyRefresh(complete.status), handle: complete.handle, adapter, ref)
    case .pinCodeRequest(let request): secure(.pinRequested, request.address, adapter, ref)
    case .linkKeyRequest(let request): secure(.linkKeyRequested, request.address, adapter, ref)
    case .linkKeyNotification(let notification):
      secure(.linkKeyNotification(notification.keyType), notification.address, adapter, ref)
      if let peer = see(notification.address, adapter), session.peers[peer].bonded.count < Limits.steps {
        kept &+= MemoryLayout<PacketRef>.stride
        session.peers[peer].bonded.append(ref)
      }
    case .ioCapabilityRequest(let request): secure(.ioCapabilityRequested, request.address, adapter, ref)
    case .ioCapabilityResponse(let response):
      let capability = PairingCapability(
        io: response.ioCapability, requirements: response.authenticationRequirements)
      secure(.ioCapabilityResponse(capability), response.address, adapter, ref)
    case .userConfirmationRequest(let request):
      secure(.userConfirmationRequested, request.address, adapter, ref)
    case .userPasskeyRequest(let request): secure(.passkeyRequested, request.address, adapter, ref)
    case .userPasskeyNotification(let notification):
      secure(.passkeyNotification, notification.address, adapter, ref)
    case .remoteOOBDataRequest(let request): secure(.outOfBandRequested, request.address, adapter, ref)
    case .simplePairingComplete(let complete):
      secure(.simplePairingComplete(complete.status), complete.address, adapter, ref)
    default: break
    }
  }
}
