// AVRCP: buttons, playback status, volume, battery.
//
// AV/C frames in AVCTP (AVCTP 1.4 §6.1, AVRCP 1.6.2 §4, §6): the unit is the panel subunit (0x48).

/// One side presses and releases a button of the other (0x44 play, 0x45 stop, 0x46 pause), which accepts.
public func presses(
  _ operation: UInt8, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [operation, operation | 0x80].flatMap { key in
    [
      TraceScript.Step.remoteControl([0x00, 0x48, 0x7C, key, 0x00], by: side, asks: true, key: key, device),
      .remoteControl([0x09, 0x48, 0x7C, key, 0x00], by: side.other, asks: false, key: key, device),
    ]
  }
}

/// The play button.
public func pressesPlay(
  by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  presses(0x44, by: side, with: device)
}

/// The pause button.
public func pressesPause(
  by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  presses(0x46, by: side, with: device)
}

/// One side asks to be told of changes of an event (0x01 playback status, 0x0D volume …); the other tells what is.
public func registers(
  for event: UInt8, value: [UInt8], by side: TraceScript.Side = .speaker,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .vendorDependent(0x03, 0x31, [event, 0, 0, 0, 0], by: side, asks: true, key: event, device),
    .vendorDependent(0x0F, 0x31, [event] + value, by: side.other, asks: false, key: event, device),
  ]
}

/// One side tells that an event happened that the other asked to be told of.
public func notifies(
  of event: UInt8, value: [UInt8], by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.vendorDependent(0x0D, 0x31, [event] + value, by: side, asks: false, key: event, device)]
}

/// The side that plays tells its playback status (0 stopped, 1 playing, 2 paused): asked for, then told.
public func tellsPlayback(
  _ status: UInt8, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  registers(for: 0x01, value: [status], by: side.other, with: device)
}

/// The playback status changes to `status` (0 stopped, 1 playing, 2 paused).
public func playbackChanges(
  to status: UInt8, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  notifies(of: 0x01, value: [status], by: side, with: device)
}

/// One side asks for the playback status, and the other tells it.
public func asksPlayback(
  answered status: UInt8? = 1, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let question = TraceScript.Step.vendorDependent(0x01, 0x30, [], by: side, asks: true, key: 0x80, device)
  guard let status else { return [question] }
  let unknown = Array(repeating: UInt8(0xFF), count: 8)
  return [
    question,
    .vendorDependent(0x0C, 0x30, unknown + [status], by: side.other, asks: false, key: 0x80, device),
  ]
}

/// One side sets the other's absolute volume (0–127), which it accepts.
public func setsVolume(
  _ volume: UInt8, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .vendorDependent(0x00, 0x50, [volume], by: side, asks: true, key: 0x81, device),
    .vendorDependent(0x09, 0x50, [volume], by: side.other, asks: false, key: 0x81, device),
  ]
}

/// One side tells its volume (0–127), asked for first.
public func tellsVolume(
  _ volume: UInt8, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  registers(for: 0x0D, value: [volume], by: side.other, with: device)
}

/// The controller's side tells its battery (0 normal, 1 warning, 2 critical, 3 external, 4 full), which is accepted.
public func tellsBattery(
  _ status: UInt8, by side: TraceScript.Side = .speaker, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .vendorDependent(0x00, 0x18, [status], by: side, asks: true, key: 0x82, device),
    .vendorDependent(0x09, 0x18, [], by: side.other, asks: false, key: 0x82, device),
  ]
}

extension TraceScript.Step {
  /// An AV/C frame: command or response code, subunit, opcode, operands.
  fileprivate static func remoteControl(
    _ frame: [UInt8], by side: TraceScript.Side, asks: Bool, key: UInt8, _ device: TraceScript.Device
  ) -> Self {
    // Label (put in later), single packet, command or response; the profile is A/V Remote Control.
    Self.content([asks ? 0x00 : 0x02, 0x11, 0x0E] + frame, on: .control, by: side, device)
      .numbered(.avctp, by: side, asks: asks, key: UInt32(key), device)
  }

  /// A vendor dependent frame of the Bluetooth SIG (company 0x001958): PDU, packet type, length, parameters.
  fileprivate static func vendorDependent(
    _ code: UInt8, _ pdu: UInt8, _ parameters: [UInt8], by side: TraceScript.Side, asks: Bool, key: UInt8,
    _ device: TraceScript.Device
  ) -> Self {
    let length = UInt16(truncatingIfNeeded: parameters.count)
    return .remoteControl(
      [code, 0x48, 0x00, 0x00, 0x19, 0x58, pdu, 0x00, UInt8(length >> 8), UInt8(length & 0xFF)] + parameters,
      by: side, asks: asks, key: key, device)
  }
}
