// L2CAP: channels come, are configured, go.

// MARK: The whole way

/// One side asks for a channel, the other grants it, both configure it.
public func opens(
  _ channel: TraceScript.Channel, by side: TraceScript.Side = .host, mtu: UInt16 = 895,
  hostMTU: UInt16 = 1024,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksFor(channel, by: side, with: device) + grants(channel, by: side.other, with: device)
    + configures(channel, mtu: mtu, hostMTU: hostMTU, with: device)
}

/// Both sides configure a channel: what the speaker takes (`mtu`) and what the host takes.
public func configures(
  _ channel: TraceScript.Channel, mtu: UInt16 = 895, hostMTU: UInt16 = 1024,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksConfiguration(of: channel, by: .host, mtu: hostMTU, with: device)
    + asksConfiguration(of: channel, by: .speaker, mtu: mtu, with: device)
    + answersConfiguration(of: channel, by: .host, options: [.mtu(mtu)], with: device)
    + answersConfiguration(of: channel, by: .speaker, options: [.mtu(hostMTU)], with: device)
}

/// One side closes a channel, the other agrees.
public func closes(
  _ channel: TraceScript.Channel, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksToClose(channel, by: side, with: device) + [
    .signal(
      .disconnectionResponse(destination: channel.cid(of: side.other), source: channel.cid(of: side)),
      by: side.other, answers: .disconnectionRequest, key: channel.hostCID, device)
  ]
}

/// One side asks what the other's L2CAP can do, and it tells.
public func asksInformation(
  by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .signal(.informationRequest(.extendedFeatures), by: side, key: 2, device),
    .signal(
      .informationResponse(.extendedFeatures, result: 0, value: 0x0000_00A8), by: side.other,
      answers: .informationRequest, key: 2, device),
    .signal(.informationRequest(.fixedChannels), by: side, key: 3, device),
    .signal(
      .informationResponse(.fixedChannels, result: 0, value: 0x0000_0002), by: side.other,
      answers: .informationRequest, key: 3, device),
  ]
}

// MARK: Its steps

/// One side asks for a channel: Connection Request.
public func asksFor(
  _ channel: TraceScript.Channel, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .signal(
      .connectionRequest(psm: channel.psm, source: channel.cid(of: side)), by: side, key: channel.hostCID,
      device)
  ]
}

/// The other side grants it.
public func grants(
  _ channel: TraceScript.Channel, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  answersRequest(channel, .successful, .noInformation, by: side, device)
}

/// The other side refuses it.
public func refuses(
  _ channel: TraceScript.Channel, _ result: ConnectionResult, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  answersRequest(channel, result, .noInformation, by: side, device)
}

/// The other side puts it off.
public func answersPending(
  _ channel: TraceScript.Channel, _ status: ConnectionStatus = .authorizationPending,
  by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  answersRequest(channel, .pending, status, by: side, device)
}

private func answersRequest(
  _ channel: TraceScript.Channel, _ result: ConnectionResult, _ status: ConnectionStatus,
  by side: TraceScript.Side,
  _ device: TraceScript.Device
) -> [TraceScript.Step] {
  let isGranted = result == .successful || result == .pending
  return [
    .signal(
      .connectionResponse(
        destination: isGranted ? channel.cid(of: side) : 0, source: channel.cid(of: side.other),
        result: result,
        status: status), by: side, answers: .connectionRequest, key: channel.hostCID, device)
  ]
}

/// One side says what it takes: Configuration Request. Without an MTU it has no options.
public func asksConfiguration(
  of channel: TraceScript.Channel, by side: TraceScript.Side, mtu: UInt16? = 895, options: [L2CAPOption] = [],
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let all = (mtu.map { [L2CAPOption.mtu($0)] } ?? []) + options
  return [
    .signal(
      .configurationRequest(destination: channel.cid(of: side.other), continues: false),
      TraceScript.Step.octets { for option in all { option.encode(to: &$0) } }, by: side,
      key: channel.hostCID,
      device)
  ]
}

/// One side agrees to what the other takes, or doesn't: Configuration Response.
public func answersConfiguration(
  of channel: TraceScript.Channel, by side: TraceScript.Side, _ result: ConfigurationResult = .success,
  options: [L2CAPOption] = [], with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .signal(
      .configurationResponse(source: channel.cid(of: side.other), continues: false, result: result),
      TraceScript.Step.octets { for option in options { option.encode(to: &$0) } }, by: side,
      answers: .configurationRequest, key: channel.hostCID, device)
  ]
}

/// One side asks to close a channel.
public func asksToClose(
  _ channel: TraceScript.Channel, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .signal(
      .disconnectionRequest(destination: channel.cid(of: side.other), source: channel.cid(of: side)),
      by: side,
      key: channel.hostCID, device)
  ]
}

/// One side does not understand, or does not take, what the other last asked about a channel: Command Reject.
public func rejectsCommand(
  _ code: L2CAPCode = .connectionRequest, about channel: TraceScript.Channel = .signalling,
  _ reason: CommandRejectReason = .notUnderstood, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let names = reason == .invalidChannel
  return [
    .signal(
      .commandReject(
        reason, mtu: reason == .signallingMTUExceeded ? 48 : nil, local: names ? channel.cid(of: side) : nil,
        remote: names ? channel.cid(of: side.other) : nil), by: side, answers: code, key: channel.hostCID,
      device)
  ]
}

extension L2CAPCode {
  /// Connection Request.
  public static let connectionRequest = Self(rawValue: 0x02)
  /// Configuration Request.
  public static let configurationRequest = Self(rawValue: 0x04)
  /// Disconnection Request.
  public static let disconnectionRequest = Self(rawValue: 0x06)
  /// Information Request.
  public static let informationRequest = Self(rawValue: 0x0A)
}
