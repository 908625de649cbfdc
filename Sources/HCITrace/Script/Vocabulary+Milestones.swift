extension TraceScript {
  /// The steps on the way to sound, in their order.
  public enum Milestone: Int, Comparable, Sendable, CaseIterable {
    /// The link is there.
    case page
    /// It is authenticated and encrypted.
    case encrypt
    /// The speaker's records are known.
    case sdp
    /// The signalling channel is open.
    case avdtp
    /// The endpoints and their capabilities are known.
    case discover
    /// An endpoint is configured.
    case configure
    /// The stream and its media channel are open.
    case open
    /// The stream is started.
    case start
    /// Two seconds of music have been sent.
    case media

    /// Orders by how far they are on the way.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }
}

/// The healthy way up to a milestone and including it.
///
/// - Parameters:
///   - milestone: how far.
///   - pairing: the speaker is new and is paired with; else the host is bonded with it.
///   - initializing: the log begins with the host's own start; `false` for a second device or attempt.
public func reaches(
  _ milestone: TraceScript.Milestone, pairing: Bool = false, initializing: Bool = true,
  codec: CodecInformation = .sbc44JointStereo, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  var steps = initializing ? initializes() : []
  if pairing {
    steps += inquires() + finds(device).after(.milliseconds(900)) + cancelsInquiry()
    steps += asksName(of: device) + tellsName(of: device)
  }
  for step in TraceScript.Milestone.allCases where step <= milestone {
    switch step {
    case .page: steps += connects(with: device) + learnsFeatures(with: device) + asksInformation(with: device)
    case .encrypt:
      steps += pairing ? pairs(with: device) : authenticates(with: device)
      steps += encrypts(with: device) + tellsKeySize(with: device)
    case .sdp: steps += discoversServices(with: device)
    case .avdtp: steps += opens(.signalling, mtu: 672, with: device)
    case .discover: steps += discovers(with: device) + tellsCapabilities(with: device)
    case .configure: steps += configures(codec, with: device)
    case .open: steps += opensStream(with: device)
    case .start: steps += starts(with: device)
    case .media: steps += plays(.seconds(2), configuration: codec, with: device)
    }
  }
  return steps
}

/// The host ends a stream in order: it pauses and closes the stream, closes the channels, disconnects.
public func endsInOrder(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  suspends(with: device) + closesStream(with: device) + closes(.signalling, with: device)
    + disconnects(with: device)
}
