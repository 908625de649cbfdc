import HCITrace

/// The devices heard over Bluetooth LE, by what rules look for among them: whether one of them is the speaker that was
/// wanted, known by its address or its name.
struct LowEnergyDevices: Sendable {
  /// Those that offer LE Audio, say that they can't do BR/EDR, and were never heard there, in order of appearance.
  let audioOnly: [Advertiser]
  /// Those that tell their transmit power, as indices into `session.advertisers`, by address and by name; of several the
  /// first.
  private var byAddress: [Address: Int] = [:], byName: [String: Int] = [:]

  /// - Parameter reached: addresses with a link, or that asked for one.
  init(_ session: Session, reached: Set<Address>) {
    for (place, advertiser) in session.advertisers.enumerated() where advertiser.transmitPower != nil {
      byAddress[advertiser.address] = byAddress[advertiser.address] ?? place
      if let name = advertiser.name?.value, !name.isEmpty { byName[name] = byName[name] ?? place }
    }
    let candidates = session.advertisers.filter { $0.lacksClassic && !$0.audioServices.isEmpty }
    guard !candidates.isEmpty else {
      audioOnly = []
      return
    }
    var addresses: Set<Address> = [], names: Set<String> = []
    for peer in session.peers
    where !peer.inquiryAnswers.isEmpty || !peer.names.isEmpty || reached.contains(peer.address) {
      addresses.insert(peer.address)
      names.formUnion(peer.names.map(\.value))
    }
    audioOnly = candidates.filter { device in
      if addresses.contains(device.address) { return false }
      guard let name = device.name?.value, !name.isEmpty else { return true }
      return !names.contains(name)
    }
  }

  /// The first that is the same device as `peer` and tells its transmit power, as an index into `session.advertisers`.
  func withPower(like peer: Peer) -> Int? {
    if byAddress.isEmpty { return nil }
    return ([byAddress[peer.address]] + peer.names.map { byName[$0.value] }).compactMap(\.self).min()
  }
}
