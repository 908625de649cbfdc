import HCITrace

extension Double {
  /// Seconds as people write them: "0.35 s", "12.4 s", "61 s".
  var spelledSeconds: String {
    let digits: Double = self < 1 ? 1_000 : self < 10 ? 100 : self < 60 ? 10 : 1
    let rounded = (self * digits).rounded() / digits
    guard rounded.isFinite, abs(rounded) < 1e15 else { return "a very long time" }
    return rounded == rounded.rounded() ? "\(Int(rounded)) s" : "\(rounded) s"
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
  func deviceName(of attempt: Attempt) -> String { deviceName(attempt.peer, adapter: attempt.adapter) }
}
