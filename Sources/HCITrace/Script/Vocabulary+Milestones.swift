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
///   - side: who pages and asks: `.speaker` in the log of a sink, or where the other end connects by itself.
public func reaches(
  _ milestone: TraceScript.Milestone, pairing: Bool = false, initializing: Bool = true,
  codec: CodecInformation = .sbc44JointStereo, by side: TraceScript.Side = .host,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  var steps = initializing ? initializes() : []
  if pairing, side == .host {
    steps += inquires() + finds(device).after(.milliseconds(900)) + cancelsInquiry()
    steps += asksName(of: device) + tellsName(of: device)
  }
  for step in TraceScript.Milestone.allCases where step <= milestone {
    switch step {
    case .page:
      steps += side == .host ? pages(device) : speakerPages(device) + acceptsPage(with: device)
      steps += linkComes(with: device) + learnsFeatures(with: device) + asksInformation(with: device)
    case .encrypt: steps += secures(pairing: pairing, by: side, with: device)
    case .sdp: steps += discoversServices(by: side, with: device)
    case .avdtp: steps += opens(.signalling, by: side, mtu: 672, with: device)
    case .discover: steps += discovers(by: side, with: device) + tellsCapabilities(by: side, with: device)
    case .configure: steps += configures(codec, by: side, with: device)
    case .open: steps += opensStream(by: side, with: device)
    case .start: steps += starts(by: side, with: device)
    case .media: steps += plays(.seconds(2), configuration: codec, by: side, with: device)
    }
  }
  return steps
}

/// The link is authenticated (by pairing, or by the key of a bond) and encrypted.
public func secures(
  pairing: Bool = false, by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  switch side {
  case .host:
    (pairing ? pairs(with: device) : authenticates(with: device)) + encrypts(with: device)
      + tellsKeySize(with: device)
  case .speaker:
    (pairing ? speakerPairs(with: device) : asksForKey(with: device) + offersKey(with: device))
      + encryptionChanges(with: device) + tellsKeySize(with: device)
  }
}

/// One side ends a stream in order: it pauses and closes the stream, closes the channels, disconnects.
public func endsInOrder(
  by side: TraceScript.Side = .host, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  suspends(by: side, with: device) + closesStream(by: side, with: device)
    + closes(.signalling, by: side, with: device) + disconnects(by: side, with: device)
}
