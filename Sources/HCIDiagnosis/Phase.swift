public import HCITrace

/// The steps from nothing to sound, in order.
public enum Phase: String, Sendable, CaseIterable, Comparable {
  case discover, name, page, pair, encrypt, sdp, avdtp, configure, open, start, media

  /// Orders by the way to sound.
  public static func < (a: Self, b: Self) -> Bool { a.step < b.step }
  private var step: Int {
    switch self {
    case .discover: 0
    case .name: 1
    case .page: 2
    case .pair: 3
    case .encrypt: 4
    case .sdp: 5
    case .avdtp: 6
    case .configure: 7
    case .open: 8
    case .start: 9
    case .media: 10
    }
  }
}

extension Phase: CustomStringConvertible {
  /// Its name, which Swift would otherwise look up by reflection each time.
  public var description: String { rawValue }
}

/// What became of a phase.
public enum PhaseOutcome: String, Sendable, CaseIterable {
  /// It did what it is for.
  case passed
  /// It was tried and did not.
  case failed
  /// It was not needed.
  case skipped
  /// The capture ended in the middle of it, or holds its packets without their contents.
  case cutShort = "cut-short"
  /// The attempt ended before it.
  case notReached = "not-reached"
}

/// One phase of one attempt.
public struct PhaseResult: Sendable, Hashable {
  /// Which.
  public var phase: Phase
  /// What became of it.
  public var outcome: PhaseOutcome
  /// Its first and last frame.
  public var first: PacketRef?, last: PacketRef?

  /// Seconds from its first to its last frame.
  public var seconds: Double? { if let first, let last { last.seconds(since: first) } else { nil } }
}
