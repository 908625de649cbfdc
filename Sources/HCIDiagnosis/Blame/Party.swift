/// Who can be responsible for an attempt that came to nothing.
public enum Party: String, Sendable, CaseIterable {
  /// The device that sends the audio.
  case source
  /// The device that plays it.
  case sink
  /// Somebody at one of the devices: what was pressed, switched off, or left undone.
  case person
  /// The air between them: distance, walls, interference.
  case radio
  /// The controller of the side that recorded the log.
  case controller
  /// The log itself, which can't tell.
  case capture
  /// Nobody that the log names.
  case unknown
}

/// A side of the log.
public enum LogSide: String, Sendable, CaseIterable {
  /// The one that recorded it.
  case local
  /// The one at the other end of the link.
  case remote
}

/// Who is responsible, as reports name it.
public struct Responsibility: Sendable, Hashable {
  /// Who; `unknown` with a side where the roles of the two sides are not known.
  public var party: Party
  /// The side of the log that it is on; `nil` where it is none of the two, or that isn't known.
  public var side: LogSide?
  /// How sure that is; never surer than the finding that it rests on.
  public var confidence: Confidence
  /// On what ground, as the second half of a sentence about the party: "it refused the channel".
  public var reason: String

  /// `party` on `side`.
  public init(_ party: Party, side: LogSide? = nil, _ confidence: Confidence, _ reason: String) {
    self.party = party
    self.side = side
    self.confidence = confidence
    self.reason = reason
  }

  /// The party for people: by its role, or by its side where no role is known.
  public var words: String {
    switch (party, side) {
    case (.source, _): "the source"
    case (.sink, _): "the sink"
    case (.person, _): "a person"
    case (.radio, _): "the radio"
    case (.controller, _): "this side's controller"
    case (.capture, _): "the log itself"
    case (.unknown, .local?): "this side"
    case (.unknown, .remote?): "the peer"
    case (.unknown, nil): "unknown"
    }
  }
}
