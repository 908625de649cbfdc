import HCITrace

/// Whether anybody wanted audio of a peer, judged over the whole capture: a later link tells what an earlier page was
/// for.
struct AudioInterest {
  private let session: Session
  private let profile: Profile
  /// Peers that some attempt of the capture tried audio with.
  private let tried: Set<PeerKey>

  init(_ session: Session, _ profile: Profile) {
    self.session = session
    self.profile = profile
    tried = Set(
      session.attempts.lazy.filter(\.triesAudio).compactMap { attempt in
        attempt.peer.map { PeerKey(adapter: attempt.adapter, address: $0) }
      })
  }

  /// Somebody wanted audio on `attempt`.
  func isWanted(on attempt: Attempt, localRole: Role) -> Bool {
    if attempt.servesHandsFreeOnly && !(attempt.triesAudio && profile.pairsAudioOnly) { return false }
    if attempt.triesAudio { return true }
    if profile.pairsAudioOnly { return true }
    guard let address = attempt.peer else { return false }
    if let peer = session.peer(address, adapter: attempt.adapter), isAudioDevice(peer, localRole: localRole) {
      return true
    }
    return tried.contains(PeerKey(adapter: attempt.adapter, address: address))
  }

  private func isAudioDevice(_ peer: Peer, localRole: Role) -> Bool {
    let offered: UInt16 = localRole == .sink ? AudioService.source : AudioService.sink
    if peer.advertisedServices?.value.contains(where: { $0.short == offered }) == true { return true }
    if peer.records.contains(where: { $0.value.serviceClasses.contains { $0.short == offered } }) {
      return true
    }
    return peer.classOfDevice.contains { observed in
      let cod = observed.value
      return cod.isAudioVideo || (cod.hasAudioService && !cod.isPhone && !cod.isComputer)
    }
  }
}

/// Service classes of A2DP (Assigned Numbers §3.3).
enum AudioService {
  static let source: UInt16 = 0x110A, sink: UInt16 = 0x110B, distribution: UInt16 = 0x110D
  /// Any of them, and AVDTP itself.
  static let all: Set<UInt16> = [source, sink, distribution, 0x0019]
}

extension Attempt {
  /// PSM 25 was asked for, or a service of A2DP searched for, by either side.
  var triesAudio: Bool {
    !exchanges.isEmpty || !streams.isEmpty || channels.contains { $0.psm == .avdtp }
      || serviceDiscoveries.contains { $0.searchesForAudio }
  }

  /// A link that served telephony in order and nothing else; a host asks a headset for A2DP all the same.
  var servesHandsFreeOnly: Bool {
    guard exchanges.isEmpty, streams.isEmpty, !channels.contains(where: { $0.psm == .avdtp }) else {
      return false
    }
    let searches = serviceDiscoveries.filter(\.searchesForAudio)
    let foundNothing = searches.allSatisfy { search in
      search.completed != nil
        && !search.records.contains {
          $0.serviceClasses.contains { AudioService.all.contains($0.short ?? 0) }
        }
    }
    guard foundNothing else { return false }
    let telephony: Set<UInt16> = [0x1108, 0x1112, 0x111E, 0x111F]
    let asked = serviceDiscoveries.contains { $0.pattern.contains { telephony.contains($0.short ?? 0) } }
    let voice = linkSteps.contains { if case .voiceLink(.success, _) = $0.value { true } else { false } }
    let serial = channels.contains { $0.psm == .rfcomm && $0.isGranted }
    return serial && (asked && searches.isEmpty || voice || handsFree != nil)
  }
}

extension ServiceDiscovery {
  /// It asks for a service of A2DP.
  var searchesForAudio: Bool {
    pattern.contains { uuid in uuid.short.map { AudioService.all.contains($0) && $0 != 0x0019 } ?? false }
  }
}
