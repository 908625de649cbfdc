import HCITrace

// How sentences name sides, devices, codes and times; one place, so that all rules speak alike.

extension Assessment {
  /// The side that recorded the log: by its role, where that is known.
  var here: String { localRole.noun ?? "this side" }
  /// The other side.
  var there: String { localRole.opposite.noun ?? "the peer" }

  /// The side that sends in `direction`.
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

extension Context {
  /// The device at `address` as people know it: by its name, where it told one, else by its address.
  func deviceName(_ address: Address?, adapter: Int) -> String {
    guard let address else { return "the peer" }
    guard let name = session.peer(address, adapter: adapter)?.name else { return "\(address)" }
    return "“\(name)”"
  }

  /// The peer of `attempt` as people know it.
  func deviceName(of attempt: Attempt) -> String {
    peer(of: attempt)?.name.map { "“\($0)”" } ?? attempt.peer.map { "\($0)" } ?? "the peer"
  }
}

extension Double {
  /// Seconds as people write them: "8 ms", "0.35 s" as "350 ms", "12.4 s", "15 min".
  var inSeconds: String {
    guard isFinite, abs(self) < 1e9 else { return "a long time" }
    if self < 0.9995 { return "\(Int((self * 1000).rounded())) ms" }
    if self >= 600 { return "\(Int((self / 60).rounded())) min" }
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}

/// `items` as a sentence lists them: "a, b and c".
func inWords(_ items: [String], _ conjunction: String = "and") -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
