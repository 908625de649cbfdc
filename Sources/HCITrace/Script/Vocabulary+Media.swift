// Media packets.

/// The host plays: SBC in RTP packets, at the pace of the audio. Silent audio has scale factors that are all zero.
///
/// - Parameters:
///   - time: how long it plays.
///   - interval: from packet to packet; each holds what has become due.
///   - hertz: a tone of this frequency instead of noise, on `channels`; it begins anew with each call.
///   - configuration: what the stream is configured with.
///   - acknowledged: whether the controller says that it sent the packets.
///   - protected: the octet of SCMS-T stands before the payload.
public func plays(
  _ time: Duration, every interval: Duration = .milliseconds(20), silent: Bool = false,
  tone hertz: Int? = nil, channels: TestTone.Channels = .both,
  configuration: CodecInformation = .sbc44JointStereo, acknowledged: Bool = true,
  protected: Bool = false,
  by side: TraceScript.Side = .host,
  on channel: TraceScript.Channel = .media, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  guard case .sbc(let sbc) = configuration, let frame = sbcFrame(sbc, silent: silent) else { return [] }
  var steps: [TraceScript.Step] = []
  var sent: Int64 = 0
  var tone = hertz.flatMap { SBCTone(frame.header, hertz: $0, channels: channels) }
  for packet in 1...max(Int(time / interval), 1) {
    let due = interval.microseconds &* Int64(packet) &* Int64(frame.header.hertz) / 1_000_000
    let count = min(max((due &- sent) / Int64(frame.header.samples), 1), 15)
    sent &+= count &* Int64(frame.header.samples)
    var payload =
      (protected ? [0x00] : [])
      + TraceScript.Step.octets { SBCPayloadHeader(frames: UInt8(count)).encode(to: &$0) }
    for _ in 0..<count { payload += tone?.frame() ?? frame.octets }
    let samples = UInt32(count) &* UInt32(frame.header.samples)
    steps += plays(payload, samples: samples, by: side, on: channel, with: device).after(interval)
  }
  return acknowledged ? steps : steps.unacknowledged
}

/// One media packet with any payload behind the RTP header; `samples` is how far the timestamp goes on after it.
public func plays(
  _ payload: [UInt8], samples: UInt32 = 1024, by side: TraceScript.Side = .host,
  on channel: TraceScript.Channel = .media, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  let header = TraceScript.Step.octets { RTPHeader(sequence: 0, timestamp: 0).encode(to: &$0) }
  return [
    TraceScript.Step.content(header + payload, on: channel, by: side, device)
      .numbered(.media(samples: samples), by: side, asks: true, key: 0, device).after(.milliseconds(20))
  ]
}

/// Media packets with the same payload, one after the other.
public func plays(
  _ time: Duration, payload: [UInt8], every interval: Duration = .milliseconds(20), samples: UInt32 = 1024,
  by side: TraceScript.Side = .host, on channel: TraceScript.Channel = .media,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  (0..<max(Int(time / interval), 1)).flatMap { _ in
    plays(payload, samples: samples, by: side, on: channel, with: device).after(interval)
  }
}

/// Media packets without an RTP header, as aptX has them; `payload` makes the one with this number.
public func playsBare(
  _ time: Duration, every interval: Duration = .milliseconds(15), by side: TraceScript.Side = .host,
  on channel: TraceScript.Channel = .media, with device: TraceScript.Device = speaker,
  payload: (Int) -> [UInt8]
) -> [TraceScript.Step] {
  (0..<max(Int(time / interval), 1)).map {
    TraceScript.Step.content(payload($0), on: channel, by: side, device).after(interval)
  }
}

/// One frame of SBC as `configuration` has it, with its greatest bitpool; `nil` where that leaves something open.
private func sbcFrame(
  _ configuration: SBCInformation, silent: Bool
) -> (header: SBCFrameHeader, octets: [UInt8])? {
  guard let blocks = configuration.blockLengths.count, let subbands = configuration.subbands.count,
    let hertz = configuration.frequencies.hertz, configuration.channelModes.isSingle
  else { return nil }
  let frequencies = [16_000, 32_000, 44_100, 48_000]
  let modes: [SBCInformation.ChannelModes] = [.mono, .dual, .stereo, .jointStereo]
  guard let frequency = frequencies.firstIndex(of: hertz),
    let mode = modes.firstIndex(of: configuration.channelModes)
  else { return nil }
  let format =
    UInt8(frequency) << 6 | UInt8(blocks / 4 - 1) << 4 | UInt8(mode) << 2
    | (configuration.allocations == .snr ? 2 : 0) | (subbands == 8 ? 1 : 0)
  let start = [SBCFrameHeader.syncword, format, configuration.maximumBitpool, 0]
  var reader = ByteReader(start.rawSpan)
  guard let header = try? SBCFrameHeader(from: &reader) else { return nil }
  // Join flags, scale factors and samples: all zero is silence, scale factor 3 for each subband is not.
  let rest = header.length - start.count
  let joinOctets = configuration.channelModes == .jointStereo ? 1 : 0
  let scaleOctets = subbands * header.channels / 2
  let octets = (0..<rest).map { position -> UInt8 in
    guard !silent else { return 0 }
    return position < joinOctets ? 0 : position < joinOctets + scaleOctets ? 0x33 : 0x5A
  }
  return (header, start + octets)
}
