import HCITrace

/// Which side of the log is the source, where rules speak of what the source did and what the sink is.
extension Context {
  /// This side is the sink of `attempt`, of which `assessment` is known and whose peer is `peer`.
  func isSinkLog(_ attempt: Attempt, _ assessment: @autoclosure () -> Assessment, _ peer: Peer?) -> Bool {
    if let wanted = profile.classOfDevice {
      let local = session.adapters[attempt.adapter].classOfDevice(at: attempt.first)?.value
      let told = attempt.paging.request?.value ?? peer?.currentClass?.value
      if local == wanted { return false }
      if told == wanted { return true }
    }
    // A search that counts as no attempt has no number, and nothing but the classes of device to tell by.
    return attempt.number > 0 && assessment().localRole == .sink
  }

  /// The peer that `attempt` is about: whom it paged, or the only device found by a search that could have played.
  func wantedPeer(of attempt: Attempt) -> Peer? {
    guard attempt.end?.value == .nothingPaged else { return peer(of: attempt) }
    let found = soundDevices(foundBy: attempt)
    return found.count == 1 ? found.first : nil
  }

  /// Devices that answered the inquiries of `attempt` and may play sound.
  func soundDevices(foundBy attempt: Attempt) -> [Peer] {
    var seen: Set<Address> = []
    return attempt.inquiries.flatMap(\.responses).compactMap { response in
      guard seen.insert(response.address).inserted,
        let peer = session.peer(response.address, adapter: attempt.adapter), peer.maySound
      else { return nil }
      return peer
    }
  }

  /// The class of device of the sink of `attempt`, as its source knew it; an empty class says nothing.
  func sinkClass(of attempt: Attempt) -> Observed<ClassOfDevice>? {
    if isSinkLog(attempt) { return adapter(of: attempt).classOfDevice(at: attempt.last) }
    let known = wantedPeer(of: attempt)?.classOfDevice.filter { $0.value.value != 0 }
    return known?.last { $0.at <= attempt.last } ?? known?.first
  }

  /// The service classes in the Extended Inquiry Response of the sink of `attempt`.
  func sinkServices(of attempt: Attempt) -> Observed<[BluetoothUUID]>? {
    isSinkLog(attempt) ? adapter(of: attempt).advertisedServices : wantedPeer(of: attempt)?.advertisedServices
  }

  /// The transmit power that the sink of `attempt` tells in its Extended Inquiry Response; else what a device of its
  /// address or name tells over Bluetooth LE, which is another radio.
  func sinkPower(of attempt: Attempt) -> (power: Observed<Int8>, isLowEnergy: Bool)? {
    if isSinkLog(attempt) { return adapter(of: attempt).transmitPower.map { ($0, false) } }
    guard let peer = wantedPeer(of: attempt) else { return nil }
    if let told = peer.transmitPower { return (told, false) }
    let told = surroundings.lowEnergy.withPower(like: peer).flatMap { session.advertisers[$0].transmitPower }
    return told.map { ($0, true) }
  }
}

extension Peer {
  /// It may play sound: its class says so, or its Extended Inquiry Response offers AudioSink.
  var maySound: Bool {
    advertisedServices?.value.contains { $0.short == AudioService.sink } ?? false
      || classOfDevice.contains { $0.value.maySound }
  }
}

extension ClassOfDevice {
  /// Audio/Video, or a service of sound on something that is neither telephone nor computer.
  var maySound: Bool {
    isAudioVideo || ((hasAudioService || hasRenderingService) && !isPhone && !isComputer)
  }
}
