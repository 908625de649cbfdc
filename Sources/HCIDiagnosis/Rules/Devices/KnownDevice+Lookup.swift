import HCITrace

extension Context {
  /// The frame in which the peer of `attempt` told the name by which it is known.
  func nameEvidence(of attempt: Attempt) -> [Evidence] {
    guard let device = knownDevice(of: attempt),
      let name = peer(of: attempt)?.names.last(where: { device.matches($0.value) })
    else { return [] }
    return [Evidence(name.at, "the peer's name: “\(name.value)”")]
  }
}
