import HCITrace

extension Assessment {
  /// How a sentence names the side that recorded the log: by its role, where that is known.
  var here: String { localRole.noun ?? "this side" }
  /// How a sentence names the other side.
  var there: String { localRole.opposite.noun ?? "the peer" }

  /// How a sentence names the side that sends in `direction`.
  func side(_ direction: Direction) -> String { direction == .sent ? here : there }
}

extension Role {
  fileprivate var noun: String? {
    switch self {
    case .source: "the source"
    case .sink: "the sink"
    case .both, .unknown: nil
    }
  }
}

extension Double {
  /// Seconds in words: "8.0 s", below a second "240 ms".
  var inSeconds: String {
    let milliseconds = Int((self * 1000).rounded())
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }
}
