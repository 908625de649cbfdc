// How the link to a device comes, changes and goes.

// MARK: It comes

/// The host pages; the controller accepts the command, or refuses it.
public func pages(
  _ device: TraceScript.Device = speaker, refused status: HCIStatus = .success
) -> [TraceScript.Step] {
  [
    .command(
      .createConnection(
        .init(
          address: device.address, packetType: 0xCC18, pageScanRepetitionMode: 2, reserved: 0, clockOffset: 0,
          allowRoleSwitch: true))),
    .status(.createConnection, status),
  ]
}

/// The link is there, or is not: Connection Complete.
public func linkComes(
  _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .connectionComplete(
        .init(
          status: status, handle: status.isSuccess ? device.handle : 0, address: device.address,
          linkType: .acl,
          encryptionEnabled: false))
    ).after(.milliseconds(400))
  ]
}

/// The host pages, and the link comes or doesn't.
public func connects(
  _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  pages(device) + linkComes(status, with: device)
}

/// The device pages us.
public func speakerPages(
  classOfDevice: UInt32? = nil, _ device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .connectionRequest(
        .init(
          address: device.address,
          classOfDevice: classOfDevice.map { ClassOfDevice(value: $0) } ?? device.classOfDevice,
          linkType: .acl)))
  ]
}

/// The host takes the page.
public func acceptsPage(
  role: LinkRole = .central, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.acceptConnectionRequest(.init(address: device.address, role: role))),
    .status(.acceptConnectionRequest),
  ]
}

/// The host refuses the page; the controller tells of no link.
public func rejectsPage(
  _ reason: HCIStatus = .rejectedLimitedResources, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.rejectConnectionRequest(.init(address: device.address, reason: reason))),
    .status(.rejectConnectionRequest),
  ] + linkComes(reason, with: device).after(.milliseconds(5))
}

/// The host gives up its page; the controller tells of no link.
public func cancelsPage(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.createConnectionCancel(.init(address: device.address))),
    .complete(
      .createConnectionCancel, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ] + linkComes(.unknownConnectionIdentifier, with: device).after(.milliseconds(5))
}

/// The host asks what the device's controller can do, and who made it.
public func learnsFeatures(
  simplePairing: Bool = true, version: UInt8 = 0x09, manufacturer: UInt16 = 0x000A,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let handle = device.handle
  return [
    .command(.readRemoteSupportedFeatures(.init(handle: handle))), .status(.readRemoteSupportedFeatures),
    .event(
      .readRemoteSupportedFeaturesComplete(
        .init(status: .success, handle: handle, features: 0x871B_FFDB_FE8F_FEFF))),
    .command(.readRemoteExtendedFeatures(.init(handle: handle, pageNumber: 1))),
    .status(.readRemoteExtendedFeatures),
    .event(
      .readRemoteExtendedFeaturesComplete(
        .init(
          status: .success, handle: handle, pageNumber: 1, maxPageNumber: 2, features: simplePairing ? 1 : 0))
    ),
  ] + learnsVersion(version, manufacturer: manufacturer, with: device)
}

/// The host asks who made the device's controller.
public func learnsVersion(
  _ version: UInt8 = 0x09, manufacturer: UInt16 = 0x000A, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.readRemoteVersionInformation(.init(handle: device.handle))),
    .status(.readRemoteVersionInformation),
    .event(
      .readRemoteVersionInformationComplete(
        .init(
          status: .success, handle: device.handle, version: CoreVersion(rawValue: version),
          company: CompanyIdentifier(rawValue: manufacturer), subversion: 0x1234))),
  ]
}

// MARK: It goes

/// One side ends the link in order.
public func disconnects(
  by side: TraceScript.Side = .host, _ reason: HCIStatus = .remoteUserTerminatedConnection,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  guard side == .host else { return [.disconnected(reason, device)] }
  return asksToDisconnect(reason, with: device) + [.disconnected(.terminatedByLocalHost, device)]
}

/// The host asks the controller to end the link.
public func asksToDisconnect(
  _ reason: HCIStatus = .remoteUserTerminatedConnection, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.command(.disconnect(.init(handle: device.handle, reason: reason))), .status(.disconnect)]
}

/// The link is lost: nothing was heard for the supervision timeout.
public func losesLink(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.disconnected(.connectionTimeout, device).after(.seconds(5))]
}

/// The link has ended: Disconnection Complete alone.
public func linkEnds(_ reason: HCIStatus, with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.disconnected(reason, device)]
}

extension TraceScript.Step {
  fileprivate static func disconnected(_ reason: HCIStatus, _ device: TraceScript.Device) -> Self {
    .event(.disconnectionComplete(.init(status: .success, handle: device.handle, reason: reason)))
  }
}

// MARK: It changes

/// The roles change, or are not to be changed: Role Change.
public func changesRole(
  _ status: HCIStatus = .success, to role: LinkRole = .central, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.event(.roleChange(.init(status: status, address: device.address, newRole: role)))]
}

/// The host asks for a role; the controller accepts the command, or refuses it.
public func switchesRole(
  to role: LinkRole = .central, refused status: HCIStatus = .success,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.command(.switchRole(.init(address: device.address, role: role))), .status(.switchRole, status)]
}

/// The host sets how long the link may be silent.
public func setsSupervisionTimeout(
  _ timeout: Duration, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let slots = UInt16(clamping: timeout.microseconds / 625)
  return [
    .command(.writeLinkSupervisionTimeout(.init(handle: device.handle, timeout: slots))),
    .complete(
      .writeLinkSupervisionTimeout, HCIReturn.StatusAndHandle(status: .success, handle: device.handle)),
  ]
}

/// The link changes to a power mode; the interval has slots of 0.625 ms.
public func changesMode(
  to mode: LinkMode, interval: UInt16 = 0, _ status: HCIStatus = .success,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .modeChange(.init(status: status, handle: device.handle, currentMode: mode, interval: interval)))
  ]
}

/// The controller tells how strong the link is received.
public func measuresRSSI(_ rssi: Int8, with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.readRSSI(.init(handle: device.handle))),
    .complete(.readRSSI, HCIReturn.ReadRSSI(status: .success, handle: device.handle, rssi: rssi)),
  ]
}

/// The controller tells the quality of the link, as its vendor counts it.
public func measuresQuality(_ quality: UInt8, with device: TraceScript.Device = speaker) -> [TraceScript.Step]
{
  [
    .command(.readLinkQuality(.init(handle: device.handle))),
    .complete(
      .readLinkQuality,
      HCIReturn.ReadLinkQuality(status: .success, handle: device.handle, linkQuality: quality)),
  ]
}

/// The controller tells how strong it sends, in dBm.
public func measuresPower(_ power: Int8, with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.readTransmitPowerLevel(.init(handle: device.handle, type: .current))),
    .complete(
      .readTransmitPowerLevel,
      HCIReturn.ReadTransmitPowerLevel(status: .success, handle: device.handle, transmitPowerLevel: power)),
  ]
}

/// The link may use these packet types: bits of Connection Packet Type Changed.
public func changesPacketTypes(_ types: UInt16, with device: TraceScript.Device = speaker) -> [TraceScript
  .Step]
{
  [
    .event(
      .connectionPacketTypeChanged(.init(status: .success, handle: device.handle, packetType: types)))
  ]
}

/// The link may use so many slots for a packet.
public func changesMaximumSlots(_ slots: UInt8, with device: TraceScript.Device = speaker) -> [TraceScript
  .Step]
{
  [.event(.maxSlotsChange(.init(handle: device.handle, lmpMaxSlots: slots)))]
}

/// The controller can't keep what was agreed about the quality of the link.
public func violatesQuality(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.event(.qosViolation(.init(handle: device.handle)))]
}

/// The controller tells how many of the 79 channels it uses: the lowest ones.
public func measuresChannels(_ used: Int, with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  var map = [UInt8](repeating: 0, count: 10)
  for channel in 0..<min(max(used, 0), 79) { map[channel / 8] |= 1 << UInt8(channel % 8) }
  return [
    .command(.readAFHChannelMap(.init(handle: device.handle))),
    .complete(
      .readAFHChannelMap,
      TraceScript.Step.octets {
        HCIReturn.StatusAndHandle(status: .success, handle: device.handle).encode(to: &$0)
        $0.flag(true)
        $0.append(map)
      }),
  ]
}

/// A voice link comes, or doesn't.
public func opensVoice(
  _ status: HCIStatus = .success, handle: UInt16 = 0x0020, refused refusal: HCIStatus = .success,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let asks: [TraceScript.Step] = [
    .command(
      .setupSynchronousConnection(
        .init(
          handle: device.handle, transmitBandwidth: 8000, receiveBandwidth: 8000, maxLatency: 10,
          voiceSetting: 0x0060, retransmissionEffort: 1, packetType: 0x0380))),
    .status(.setupSynchronousConnection, refusal),
  ]
  guard refusal.isSuccess else { return asks }
  return asks + [
    .event(
      .synchronousConnectionComplete(
        .init(
          status: status, handle: status.isSuccess ? handle : 0, address: device.address, linkType: .esco,
          transmissionInterval: 12, retransmissionWindow: 2, rxPacketLength: 60, txPacketLength: 60,
          airMode: .cvsd)))
  ]
}

/// A voice link ends.
public func closesVoice(
  _ reason: HCIStatus = .remoteUserTerminatedConnection, handle: UInt16 = 0x0020
) -> [TraceScript.Step] {
  [.event(.disconnectionComplete(.init(status: .success, handle: handle, reason: reason)))]
}
