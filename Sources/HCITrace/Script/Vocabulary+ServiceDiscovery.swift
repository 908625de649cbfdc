// SDP: what is asked of the services of the other side, and what it answers.

// MARK: The whole way

/// One side opens SDP, asks for the audio sink, gets its records, closes SDP.
public func discoversServices(
  _ records: [SDPRecord] = [.audioSink()], by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  opens(.sdp, by: side, mtu: 672, hostMTU: 672, with: device) + searches(by: side, with: device)
    + answers(with: records, by: side.other, device: device) + closes(.sdp, by: side, with: device)
}

// MARK: Its steps

/// One side asks what the records say that name `service`, all of it or some `attributes`: Service Search Attribute
/// Request.
public func searches(
  for service: BluetoothUUID = .audioSink, attributes: [ClosedRange<UInt16>] = [0x0000...0xFFFF],
  by side: TraceScript.Side = .host, on channel: TraceScript.Channel = .sdp,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asks([service], attributes, continuing: .none, side, channel, device)
}

/// One side asks for what is left of the answer.
public func continues(
  _ continuation: [UInt8] = [0x00, 0x01], for service: BluetoothUUID = .audioSink,
  by side: TraceScript.Side = .host,
  on channel: TraceScript.Channel = .sdp, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asks([service], [0x0000...0xFFFF], continuing: SDPContinuation(continuation), side, channel, device)
}

private func asks(
  _ pattern: [BluetoothUUID], _ attributes: [ClosedRange<UInt16>],
  continuing continuation: SDPContinuation, _ side: TraceScript.Side, _ channel: TraceScript.Channel,
  _ device: TraceScript.Device
) -> [TraceScript.Step] {
  [
    .serviceDiscovery(
      .serviceSearchAttributeRequest(
        pattern: pattern, maximum: 0xFFFF, attributes: attributes, continuation: continuation),
      by: side,
      on: channel, device)
  ]
}

/// The other side answers with these records, whole.
public func answers(
  with records: [SDPRecord], by side: TraceScript.Side = .speaker, on channel: TraceScript.Channel = .sdp,
  device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  answers(raw: SDPRecord.attributeLists(records), by: side, on: channel, with: device)
}

/// The other side has no such record.
public func answersNothing(
  by side: TraceScript.Side = .speaker, on channel: TraceScript.Channel = .sdp,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  answers(with: [], by: side, on: channel, device: device)
}

/// The other side answers with a part of what it says of these records; it has more unless the part is the last.
public func answersPartly(
  _ part: Range<Int>, of records: [SDPRecord], continuation: [UInt8] = [0x00, 0x01],
  by side: TraceScript.Side = .speaker, on channel: TraceScript.Channel = .sdp,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let whole = SDPRecord.attributeLists(records)
  let isLast = part.upperBound >= whole.count
  return answers(
    raw: Array(whole[part.clamped(to: whole.indices)]), continuation: isLast ? [] : continuation, by: side,
    on: channel, with: device)
}

/// The other side answers with any octets as attribute lists, and perhaps has more.
public func answers(
  raw part: [UInt8], continuation: [UInt8] = [], by side: TraceScript.Side = .speaker,
  on channel: TraceScript.Channel = .sdp, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .serviceDiscovery(
      .serviceSearchAttributeResponse(part: part, continuation: SDPContinuation(continuation)), by: side,
      on: channel, device)
  ]
}

/// The other side answers with an error.
public func answersError(
  _ code: SDPErrorCode, by side: TraceScript.Side = .speaker, on channel: TraceScript.Channel = .sdp,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.serviceDiscovery(.errorResponse(code), by: side, on: channel, device)]
}

/// Any SDP PDU.
public func says(
  _ message: SDPMessage, by side: TraceScript.Side, on channel: TraceScript.Channel = .sdp,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.serviceDiscovery(message, by: side, on: channel, device)]
}

extension TraceScript.Step {
  fileprivate static func serviceDiscovery(
    _ message: SDPMessage, by side: TraceScript.Side, on channel: TraceScript.Channel,
    _ device: TraceScript.Device
  ) -> Self {
    Self.content(octets { message.encode(to: &$0, transaction: 0) }, on: channel, by: side, device)
      .numbered(
        .sdp, by: side, asks: message.identifier.isRequest, key: UInt32(channel.hostCID), device)
  }
}

// MARK: Records

extension SDPRecord {
  /// The record of an A2DP sink. Features: 1 headphone, 2 speaker, 4 recorder, 8 amplifier.
  public static func audioSink(
    handle: UInt32 = 0x0001_0001, name: String = "Audio Sink", avdtp: UInt16 = 0x0103,
    profile: UInt16 = 0x0103,
    features: UInt16 = 0x0002
  ) -> Self {
    stream(.audioSink, handle, name, avdtp, profile, features)
  }

  /// The record of an A2DP source. Features: 1 player, 2 microphone, 4 tuner, 8 mixer.
  public static func audioSource(
    handle: UInt32 = 0x0001_0002, name: String = "Audio Source", avdtp: UInt16 = 0x0103,
    profile: UInt16 = 0x0103,
    features: UInt16 = 0x0001
  ) -> Self {
    stream(.audioSource, handle, name, avdtp, profile, features)
  }

  private static func stream(
    _ service: BluetoothUUID, _ handle: UInt32, _ name: String, _ avdtp: UInt16, _ profile: UInt16,
    _ features: UInt16
  ) -> Self {
    var record = Self()
    record.handle = handle
    record.serviceClasses = [service]
    record.protocols = [
      SDPProtocol(.l2cap, UInt64(ProtocolServiceMultiplexer.avdtp.rawValue)),
      SDPProtocol(.avdtp, UInt64(avdtp)),
    ]
    record.browseGroups = [.publicBrowseRoot]
    record.profiles = [SDPProfile(.advancedAudioDistribution, version: profile)]
    record.name = name
    record.supportedFeatures = features
    return record
  }

  /// The record of an AVRCP target (the side that is controlled) or controller.
  public static func remoteControl(
    target: Bool = true, handle: UInt32 = 0x0001_0003, avctp: UInt16 = 0x0104, profile: UInt16 = 0x0106,
    features: UInt16 = 0x0002
  ) -> Self {
    var record = Self()
    record.handle = handle
    record.serviceClasses = target ? [.remoteControlTarget] : [.remoteControl, .remoteController]
    record.protocols = [
      SDPProtocol(.l2cap, UInt64(ProtocolServiceMultiplexer.avctp.rawValue)),
      SDPProtocol(.avctp, UInt64(avctp)),
    ]
    record.browseGroups = [.publicBrowseRoot]
    record.profiles = [SDPProfile(.remoteControl, version: profile)]
    record.supportedFeatures = features
    return record
  }

  /// The record of a hands-free device: a headset.
  public static func handsFree(handle: UInt32 = 0x0001_0004, channel: UInt8 = 2) -> Self {
    var record = Self()
    record.handle = handle
    record.serviceClasses = [.handsFree, BluetoothUUID(UInt16(0x1203))]
    record.protocols = [SDPProtocol(.l2cap), SDPProtocol(.rfcomm, UInt64(channel))]
    record.browseGroups = [.publicBrowseRoot]
    record.profiles = [SDPProfile(.handsFree, version: 0x0107)]
    record.name = "Hands-Free"
    return record
  }

  /// The record of who made the device. Vendor source: 1 the Bluetooth SIG's numbers, 2 the USB Forum's.
  public static func deviceIdentity(
    vendor: UInt16 = 0x000A, product: UInt16 = 0x0001, version: UInt16 = 0x0100, vendorSource: UInt16 = 1,
    handle: UInt32 = 0x0001_0000
  ) -> Self {
    var record = Self()
    record.handle = handle
    record.serviceClasses = [.deviceIdentification]
    record.browseGroups = [.publicBrowseRoot]
    record.profiles = [SDPProfile(.deviceIdentification, version: 0x0103)]
    record.deviceIdentification = SDPDeviceIdentification(
      vendorSource: vendorSource, vendor: vendor, product: product, version: version)
    return record
  }
}
