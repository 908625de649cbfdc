// AVRCP: buttons, playback status, volume, battery.

/// One side presses and releases a button of the other, which accepts.
public func presses(
  _ operation: PassThroughOperation, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [false, true].flatMap { isReleased in
    let key = UInt32(operation.rawValue) | (isReleased ? 0x80 : 0)
    let content = AVRCPOperation.passThrough(operation, isReleased: isReleased)
    return [
      TraceScript.Step.remoteControl(.control, .passThrough, content, by: side, key: key, device),
      .remoteControl(.accepted, .passThrough, content, by: side.other, key: key, device),
    ]
  }
}

/// The side that plays tells its playback status: asked to, then told at once.
public func tellsPlayback(
  _ status: PlaybackStatus, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  registers(.playbackStatusChanged, .playback(status), by: side.other, with: device)
}

/// The playback status has changed, as the other side asked to be told.
public func playbackChanges(
  to status: PlaybackStatus, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  notifies(.playbackStatusChanged, .playback(status), by: side, with: device)
}

/// One side asks for the playback status, and the other tells it, or (`nil`) doesn't answer.
public func asksPlayback(
  answered status: PlaybackStatus? = .playing, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let question = TraceScript.Step.metadata(.status, .getPlayStatus, .other, by: side, device)
  guard let status else { return [question] }
  let unknown = UInt32.max
  return [
    question,
    .metadata(
      .stable, .getPlayStatus, .playStatus(length: unknown, position: unknown, status), by: side.other, device
    ),
  ]
}

/// One side sets the other's absolute volume (0–127), which it accepts, or answers with another.
public func setsVolume(
  _ volume: UInt8, answered: UInt8? = nil, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .metadata(.control, .setAbsoluteVolume, .volume(volume), by: side, device),
    .metadata(.accepted, .setAbsoluteVolume, .volume(answered ?? volume), by: side.other, device),
  ]
}

/// One side tells its volume (0–127): asked to, then told at once.
public func tellsVolume(
  _ volume: UInt8, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  registers(.volumeChanged, .volume(volume), by: side.other, with: device)
}

/// The volume of one side has changed (0–127), as the other asked to be told.
public func volumeChanges(
  to volume: UInt8, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  notifies(.volumeChanged, .volume(volume), by: side, with: device)
}

/// One side tells how its battery stands, which the other takes note of.
public func tellsBattery(
  _ status: BatteryStatus, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .metadata(.control, .informBatteryStatus, .battery(status), by: side, device),
    .metadata(.accepted, .informBatteryStatus, .other, by: side.other, device),
  ]
}

/// One side asks to be told of changes; the other tells at once what is.
public func registers(
  _ event: AVRCPEvent, _ value: AVRCPParameters, by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .metadata(
      .notify, .registerNotification, .register(event, interval: 0), by: side, key: event.rawValue, device),
    .metadata(.interim, .registerNotification, value, by: side.other, key: event.rawValue, device),
  ]
}

/// One side tells a change that the other asked to be told of.
public func notifies(
  _ event: AVRCPEvent, _ value: AVRCPParameters, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.metadata(.changed, .registerNotification, value, by: side, key: event.rawValue, device)]
}

extension TraceScript.Step {
  fileprivate static func remoteControl(
    _ type: AVRCPType, _ opcode: AVRCPOpcode, _ operation: AVRCPOperation, by side: TraceScript.Side,
    key: UInt32,
    _ device: TraceScript.Device
  ) -> Self {
    let message = octets {
      AVCTPHeader(label: 0, isResponse: type.isResponse).encode(to: &$0)
      AVRCPFrame(type, opcode).encode(to: &$0)
      operation.encode(to: &$0)
    }
    return Self.content(message, on: .control, by: side, device)
      .numbered(.avctp, by: side, asks: !type.isResponse, key: key, device)
  }

  fileprivate static func metadata(
    _ type: AVRCPType, _ pdu: AVRCPPDU, _ parameters: AVRCPParameters, by side: TraceScript.Side,
    key: UInt8 = 0,
    _ device: TraceScript.Device
  ) -> Self {
    .remoteControl(
      type, .vendorDependent, .metadata(pdu, packet: .single, length: 0, parameters), by: side,
      key: UInt32(pdu.rawValue) << 16 | UInt32(key) << 8, device)
  }
}
