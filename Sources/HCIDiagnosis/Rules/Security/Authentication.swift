import HCITrace

/// One try to authenticate a link, by either side: from the request to what came of it (Core Vol 4 Part E §7.1.15).
///
/// All security rules read the log in these tries, so that each failure has one kind and one rule that says most.
struct Authentication: Sendable {
  /// What was to prove who the other side is.
  enum Proof: Equatable, Sendable {
    /// A link key that this host had stored: its Link Key Request Reply.
    case storedKey(PacketRef)
    /// Secure Simple Pairing: its first IO capability.
    case simplePairing(PacketRef)
    /// A PIN: the first PIN Code Request.
    case pin(PacketRef)
    /// It never came that far.
    case none
  }

  /// Its steps, those of encryption left out.
  var steps: [Observed<SecurityStep>] = []
  /// The link was encrypted right after it.
  var encrypted: PacketRef?
  /// The link ended before anything had come of it.
  var linkEnd: Observed<HCIStatus>?
  /// It was part of the page (security mode 3, Core Vol 3 Part C §5.2.1): the link never came up.
  var isOfPage = false

  /// Its first and last step.
  var first: PacketRef? { steps.first?.at }
  var last: PacketRef? { steps.last?.at }

  /// The frame of the first step that `matches`.
  func frame(_ matches: (SecurityStep) -> Bool) -> PacketRef? { steps.first { matches($0.value) }?.at }

  /// What was to prove who the other side is: the last means that was tried.
  var proof: Proof {
    var proof = Proof.none
    for step in steps {
      switch step.value {
      case .linkKeyReply: proof = .storedKey(step.at)
      case .ioCapabilityRequested, .ioCapabilityResponse:
        if case .simplePairing = proof {} else { proof = .simplePairing(step.at) }
      case .pinRequested: if case .pin = proof {} else { proof = .pin(step.at) }
      default: break
      }
    }
    return proof
  }

  /// This host had no key: its Link Key Request Negative Reply.
  var keyMissing: PacketRef? { frame { $0 == .linkKeyNegativeReply } }
  /// A new link key was made.
  var newKey: PacketRef? { frame { if case .linkKeyNotification = $0 { true } else { false } } }
  /// What this host told of itself for pairing, and what the peer told.
  var ownCapability: Observed<PairingCapability>? {
    for step in steps {
      if case .ioCapabilityReply(let own) = step.value { return Observed(own, at: step.at) }
    }
    return nil
  }
  var peerCapability: Observed<PairingCapability>? {
    for step in steps {
      if case .ioCapabilityResponse(let peer) = step.value { return Observed(peer, at: step.at) }
    }
    return nil
  }

  /// This host itself refused to pair: its negative reply, and to what.
  var ownRefusal: Observed<SecurityStep>? {
    steps.first {
      switch $0.value {
      case .ioCapabilityNegativeReply, .userConfirmationNegativeReply, .passkeyNegativeReply,
        .outOfBandNegativeReply:
        true
      default: false
      }
    }
  }

  /// The events that say that it failed, in order: Simple Pairing Complete and Authentication Complete.
  var failures: [Observed<SecurityStep>] {
    steps.filter {
      switch $0.value {
      case .simplePairingComplete(let status), .authenticationComplete(let status): status != .success
      default: false
      }
    }
  }

  /// Why it failed, and the frame that says so first; a link that ended for authentication in the middle of it counts.
  var failure: Observed<HCIStatus>? {
    if let event = failures.first {
      switch event.value {
      case .simplePairingComplete(let status), .authenticationComplete(let status):
        return Observed(status, at: event.at)
      default: return nil
      }
    }
    guard !isSuccess, let linkEnd, linkEnd.value.endsAuthentication else { return nil }
    return linkEnd
  }

  /// It succeeded: said so, made a key, or was followed by encryption.
  var isSuccess: Bool {
    guard failures.isEmpty else { return false }
    // Where the peer asked, nothing but Simple Pairing Complete need come.
    let isPeers = frame { $0 == .authenticationRequested } == nil
    if isPeers && frame({ $0 == .simplePairingComplete(.success) }) != nil { return true }
    return newKey != nil || encrypted != nil || frame { $0 == .authenticationComplete(.success) } != nil
  }

  /// Nothing had come of it when the log says no more of it.
  var isUnfinished: Bool { failure == nil && !isSuccess }
}

extension HCIStatus {
  /// Authentication Failure or PIN or Key Missing.
  var isAboutKeys: Bool { self == .authenticationFailure || self == .pinOrKeyMissing }
  /// As the end of a link or a page: authentication failed or was refused.
  var endsAuthentication: Bool { isAboutKeys || self == .repeatedAttempts || refusesPairing }
  /// Somebody was waited for in vain.
  var isTimeout: Bool {
    [.lmpResponseTimeout, .connectionAcceptTimeoutExceeded, .connectionTimeout].contains(self)
  }
  /// The encryption that was asked for can't be had.
  var isAboutEncryption: Bool {
    [.encryptionModeNotAcceptable, .insufficientSecurity, .connectionTerminatedMICFailure].contains(self)
  }
  /// The other side says in so many words that it doesn't pair now.
  var refusesPairing: Bool {
    [.pairingNotAllowed, .simplePairingNotSupportedByHost, .hostBusyPairing, .pairingWithUnitKeyNotSupported]
      .contains(self)
  }
}

extension Attempt {
  /// The tries to authenticate, in order.
  var authentications: [Authentication] {
    var tries: [Authentication] = []
    for step in security {
      if step.value.isAboutEncryption {
        if case .encryptionChange(.success, let mode) = step.value, mode.isOn, !tries.isEmpty,
          tries[tries.count - 1].encrypted == nil
        {
          tries[tries.count - 1].encrypted = step.at
        }
        continue
      }
      if tries.last?.isOver(before: step.value) ?? true { tries.append(Authentication()) }
      tries[tries.count - 1].steps.append(step)
    }
    guard let end else { return tries }
    switch end.value {
    case .disconnected(let reason):
      if let last = tries.indices.last, tries[last].isUnfinished {
        tries[last].linkEnd = Observed(reason, at: end.at)
      }
    case .connectionFailed(let status) where status.endsAuthentication:
      if tries.isEmpty { tries.append(Authentication()) }
      tries[tries.count - 1].linkEnd = Observed(status, at: end.at)
      tries[tries.count - 1].isOfPage = true
    default: break
    }
    return tries
  }

  /// A later try succeeded, or the link was encrypted after all.
  func isSecured(after ref: PacketRef) -> Bool {
    authentications.contains { $0.isSuccess && ($0.last ?? ref) > ref }
      || security.contains {
        if case .encryptionChange(.success, let mode) = $0.value { mode.isOn && $0.at > ref } else { false }
      }
  }
}

extension SecurityStep {
  /// A step of encryption, not of authentication.
  fileprivate var isAboutEncryption: Bool {
    switch self {
    case .setEncryption, .encryptionRefused, .encryptionChange, .encryptionKeyRefresh, .encryptionKeySize,
      .securityRequested, .lowEnergyEncryption, .lowEnergyEncryptionRefused:
      true
    default: false
    }
  }
}

extension Authentication {
  /// `step` begins another try.
  fileprivate func isOver(before step: SecurityStep) -> Bool {
    if case .linkKeyNotification = step { return false }
    let isComplete = steps.contains {
      if case .authenticationComplete = $0.value { true } else { $0.value.isRefusedRequest }
    }
    if isComplete { return true }
    let isPaired =
      newKey != nil || frame { if case .simplePairingComplete = $0 { true } else { false } } != nil
    let isKeyAnswered = frame { $0 == .linkKeyReply || $0 == .linkKeyNegativeReply } != nil
    switch step {
    case .authenticationRequested:
      return isPaired || encrypted != nil
        || frame { $0 == .linkKeyReply || $0 == .authenticationRequested } != nil
    case .linkKeyRequested: return isKeyAnswered || newKey != nil
    case .ioCapabilityRequested, .ioCapabilityResponse: return isPaired
    case .pinRequested: return newKey != nil
    default: return false
    }
  }
}

extension SecurityStep {
  fileprivate var isRefusedRequest: Bool { if case .authenticationRefused = self { true } else { false } }
}
