// AVDTP signalling: endpoints, configuration, the life of a stream.

// MARK: The whole way

/// One side asks for the endpoints of the other, which tells them: one sink, unless others are named.
public func discovers(
  _ endpoints: [AVDTPEndpoint]? = nil, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let endpoints = endpoints ?? [AVDTPEndpoint(seid: side == .host ? 1 : 5, isSink: true)]
  return asks(.discover, by: side, with: device)
    + accepts(.discover, by: side.other, endpoints: endpoints, with: device)
}

/// One side asks what an endpoint of the other can do, and it tells.
public func tellsCapabilities(
  _ codec: CodecInformation = .sbcCapabilities, seid: UInt8? = nil, all: Bool = true,
  services: [AVDTPService] = [], by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let signal: AVDTPSignalIdentifier = all ? .getAllCapabilities : .getCapabilities
  return asks(signal, seid: seid, by: side, with: device)
    + accepts(signal, by: side.other, codec: codec, services: services, with: device)
}

/// One side configures an endpoint of the other, which accepts.
public func configures(
  _ codec: CodecInformation, seid: UInt8? = nil, ownSEID: UInt8? = nil, services: [AVDTPService] = [],
  by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asks(
    .setConfiguration, seid: seid, ownSEID: ownSEID, codec: codec, services: services, by: side, with: device)
    + accepts(.setConfiguration, by: side.other, with: device)
}

/// One side configures an endpoint of the other, which refuses; category 7 is the codec.
public func refusesConfiguration(
  _ error: AVDTPErrorCode = .unsupportedConfiguration, category: UInt8 = 7,
  of codec: CodecInformation = .sbc44JointStereo, seid: UInt8? = nil, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asks(.setConfiguration, seid: seid, codec: codec, by: side, with: device)
    + rejects(.setConfiguration, error, category: category, by: side.other, with: device)
}

/// The stream is opened: Open, then the media channel.
public func opensStream(
  seid: UInt8? = nil, by side: TraceScript.Side = .host, mtu: UInt16 = 895,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  exchanges(.open, seid: seid, by: side, with: device) + opens(.media, by: side, mtu: mtu, with: device)
}

/// One side starts the stream.
public func starts(
  seid: UInt8? = nil, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  exchanges(.start, seid: seid, by: side, with: device)
}

/// One side pauses the stream.
public func suspends(
  seid: UInt8? = nil, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  exchanges(.suspend, seid: seid, by: side, with: device)
}

/// One side closes the stream, and its media channel.
public func closesStream(
  seid: UInt8? = nil, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  exchanges(.close, seid: seid, by: side, with: device) + closes(.media, by: side, with: device)
}

/// One side gives the stream up at once.
public func aborts(
  seid: UInt8? = nil, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  exchanges(.abort, seid: seid, by: side, with: device)
}

/// The speaker tells how long it takes to play what it gets.
public func reportsDelay(
  _ delay: Duration, seid: UInt8? = nil, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asks(.delayReport, seid: seid, delay: delay, by: side, with: device)
    + accepts(.delayReport, by: side.other, with: device)
}

/// Asked and accepted.
public func exchanges(
  _ signals: AVDTPSignalIdentifier..., seid: UInt8? = nil, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  signals.flatMap {
    asks($0, seid: seid, by: side, with: device) + accepts($0, by: side.other, with: device)
  }
}

// MARK: Its steps

/// One side asks. `seid` is the endpoint of the other side: 1 at the speaker, 5 at the host, unless it is told;
/// `ownSEID`, `codec` and `services` are for configurations, `delay` for Delay Report.
public func asks(
  _ signal: AVDTPSignalIdentifier, seid: UInt8? = nil, ownSEID: UInt8? = nil,
  codec: CodecInformation? = .sbc44JointStereo, services: [AVDTPService] = [],
  delay: Duration = .milliseconds(150),
  by side: TraceScript.Side = .host, on channel: TraceScript.Channel = .signalling,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let asked = seid ?? (side == .host ? 1 : 5)
  let own = ownSEID ?? (side == .host ? 5 : 1)
  var more: [UInt8] = []
  let content: AVDTPSignal.Content
  switch signal {
  case .discover: content = .none
  case .setConfiguration:
    content = .configuration(acceptor: asked, initiator: own)
    more = list([.mediaTransport], codec, services)
  case .reconfigure:
    content = .endpoint(asked)
    more = list([], codec, services)
  case .delayReport:
    content = .delay(asked, UInt16(clamping: delay.microseconds / 100))
  default: content = .endpoint(asked)
  }
  return [.signalling(AVDTPSignal(label: 0, signal, .command, content), more, by: side, on: channel, device)]
}

/// The other side accepts. `endpoints` are for Discover, `codec` and `services` for capabilities.
public func accepts(
  _ signal: AVDTPSignalIdentifier, by side: TraceScript.Side = .speaker,
  endpoints: [AVDTPEndpoint] = .oneSink,
  codec: CodecInformation? = .sbcCapabilities, services: [AVDTPService] = [],
  on channel: TraceScript.Channel = .signalling, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let more: [UInt8]
  switch signal {
  case .discover: more = TraceScript.Step.octets { for endpoint in endpoints { endpoint.encode(to: &$0) } }
  case .getCapabilities, .getAllCapabilities, .getConfiguration:
    more = list([.mediaTransport], codec, services)
  default: more = []
  }
  return [.signalling(AVDTPSignal(label: 0, signal, .accept), more, by: side, on: channel, device)]
}

/// The other side refuses: with a code, or (`nil`) with none. The category is for configurations, the endpoint for
/// Start and Suspend.
public func rejects(
  _ signal: AVDTPSignalIdentifier, _ error: AVDTPErrorCode?, category: UInt8 = 7, seid: UInt8 = 1,
  by side: TraceScript.Side = .speaker, on channel: TraceScript.Channel = .signalling,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let names = signal == .setConfiguration || signal == .reconfigure
  let content = AVDTPSignal.Content.rejection(
    error, category: names ? category : nil, endpoint: signal == .start || signal == .suspend ? seid : nil)
  return [.signalling(AVDTPSignal(label: 0, signal, .reject, content), [], by: side, on: channel, device)]
}

/// The other side doesn't know the signal: General Reject.
public func doesNotKnow(
  _ signal: AVDTPSignalIdentifier, by side: TraceScript.Side = .speaker,
  on channel: TraceScript.Channel = .signalling, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.signalling(AVDTPSignal(label: 0, signal, .generalReject), [], by: side, on: channel, device)]
}

private func list(_ first: [AVDTPService], _ codec: CodecInformation?, _ services: [AVDTPService]) -> [UInt8]
{
  let all = first + (codec.map { [AVDTPService.mediaCodec(mediaType: 0, $0)] } ?? []) + services
  return TraceScript.Step.octets { for service in all { service.encode(to: &$0) } }
}

extension TraceScript.Step {
  fileprivate static func signalling(
    _ signal: AVDTPSignal, _ more: [UInt8], by side: TraceScript.Side, on channel: TraceScript.Channel,
    _ device: TraceScript.Device
  ) -> Self {
    Self.content(octets { signal.encode(to: &$0, more: more) }, on: channel, by: side, device)
      .numbered(
        .avdtp, by: side, asks: signal.message == .command,
        key: UInt32(channel.hostCID) << 8 | UInt32(signal.signal.rawValue), device)
  }
}
