import HCITrace

/// A voice link of any attempt.
struct VoiceLink: Sendable {
  /// The number of its attempt.
  var attempt: Int
  /// It came up, and went.
  var up: PacketRef, down: PacketRef?
}

extension Attempt {
  /// Its voice links.
  var voiceLinks: [VoiceLink] {
    var links: [VoiceLink] = []
    for step in linkSteps {
      switch step.value {
      case .voiceLink(.success, _): links.append(VoiceLink(attempt: number, up: step.at, down: nil))
      case .voiceLinkEnded:
        if let last = links.indices.last, links[last].down == nil { links[last].down = step.at }
      default: continue
      }
    }
    return links
  }

  /// A voice link came up within `seconds` of `ref`.
  func hasVoiceLink(within seconds: Double, of ref: PacketRef) -> Bool {
    voiceLinks.contains { abs($0.up.seconds(since: ref)) <= seconds }
  }
}
