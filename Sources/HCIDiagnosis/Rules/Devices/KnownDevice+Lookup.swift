import HCITrace

extension Context {
  /// What the profile knows of the peer of `attempt`, by one of the names that it told.
  func knownDevice(of attempt: Attempt) -> KnownDevice? {
    guard let peer = peer(of: attempt) else { return nil }
    return profile.devices.first { device in peer.names.contains { device.matches($0.value) } }
  }

  /// The frame in which the peer of `attempt` told the name by which it is known.
  func nameEvidence(of attempt: Attempt) -> [Evidence] {
    guard let device = knownDevice(of: attempt),
      let name = peer(of: attempt)?.names.last(where: { device.matches($0.value) })
    else { return [] }
    return [Evidence(name.at, "the peer's name: “\(name.value)”")]
  }
}
