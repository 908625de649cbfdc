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
  private(set) var steps: [Observed<SecurityStep>] = []
  /// The link was encrypted right after it.
  private(set) var encrypted: PacketRef?
  /// The link ended before anything had come of it.
  private(set) var linkEnd: Observed<HCIStatus>?
  /// It was part of the page (security mode 3, Core Vol 3 Part C §5.2.1): the link never came up.
  private(set) var isOfPage = false

  /// What was to prove who the other side is: the last means that was tried.
  private(set) var proof = Proof.none
  /// This host had no key: its Link Key Request Negative Reply.
  private(set) var keyMissing: PacketRef?
  /// A new link key was made.
  private(set) var newKey: PacketRef?
  /// What this host told of itself for pairing, and what the peer told.
  private(set) var ownCapability: Observed<PairingCapability>?, peerCapability: Observed<PairingCapability>?
  /// This host itself refused to pair: its negative reply, and to what.
  private(set) var ownRefusal: Observed<SecurityStep>?
  /// The first event that says that it failed: Simple Pairing Complete or Authentication Complete.
  private var failed: Observed<HCIStatus>?
  /// Secure Simple Pairing succeeded.
  private(set) var hasPaired = false
  /// Authentication Complete, with success.
  private var hasAuthenticated = false
  /// Simple Pairing Complete, whatever it says, or a new link key.
  private var isPaired = false
  /// Authentication Complete, whatever it says, or Authentication Requested was refused.
  private var isComplete = false
  /// Authentication Requested, by this host; Link Key Request was answered, and with a key.
  private var isRequested = false, isKeyAnswered = false, isKeyOffered = false

  /// Its first and last step.
  var first: PacketRef? { steps.first?.at }
  var last: PacketRef? { steps.last?.at }

  /// The frame of the first step that `matches`.
  func frame(_ matches: (SecurityStep) -> Bool) -> PacketRef? { steps.first { matches($0.value) }?.at }

  /// The events that say that it failed, in order: Simple Pairing Complete and Authentication Complete.
  var failures: [Observed<SecurityStep>] {
    guard failed != nil else { return [] }
    return steps.filter {
      switch $0.value {
      case .simplePairingComplete(let status), .authenticationComplete(let status): status != .success
      default: false
      }
    }
  }

  /// Why it failed, and the frame that says so first; a link that ended for authentication in the middle of it counts.
  var failure: Observed<HCIStatus>? {
    if let failed { return failed }
    guard !isSuccess, let linkEnd, linkEnd.value.endsAuthentication else { return nil }
    return linkEnd
  }

  /// It succeeded: said so, made a key, or was followed by encryption.
  var isSuccess: Bool {
    guard failed == nil else { return false }
    // Where the peer asked, nothing but Simple Pairing Complete need come.
    return !isRequested && hasPaired || newKey != nil || encrypted != nil || hasAuthenticated
  }

  /// Nothing had come of it when the log says no more of it.
  var isUnfinished: Bool { failure == nil && !isSuccess }
}

// MARK: Following a try

extension Authentication {
  /// `step` is part of it.
  fileprivate mutating func take(_ step: Observed<SecurityStep>) {
    steps.append(step)
    switch step.value {
    case .authenticationRequested: isRequested = true
    case .authenticationRefused: isComplete = true
    case .authenticationComplete(let status):
      isComplete = true
      if status == .success { hasAuthenticated = true } else { fail(status, at: step.at) }
    case .simplePairingComplete(let status):
      isPaired = true
      if status == .success { hasPaired = true } else { fail(status, at: step.at) }
    case .linkKeyReply:
      isKeyAnswered = true
      isKeyOffered = true
      proof = .storedKey(step.at)
    case .linkKeyNegativeReply:
      isKeyAnswered = true
      keyMissing = keyMissing ?? step.at
    case .linkKeyNotification:
      isPaired = true
      newKey = newKey ?? step.at
    case .pinRequested: if case .pin = proof {} else { proof = .pin(step.at) }
    case .ioCapabilityRequested: began(at: step.at)
    case .ioCapabilityResponse(let peer):
      began(at: step.at)
      peerCapability = peerCapability ?? Observed(peer, at: step.at)
    case .ioCapabilityReply(let own): ownCapability = ownCapability ?? Observed(own, at: step.at)
    case .ioCapabilityNegativeReply, .userConfirmationNegativeReply, .passkeyNegativeReply,
      .outOfBandNegativeReply:
      ownRefusal = ownRefusal ?? step
    default: break
    }
  }

  /// Secure Simple Pairing is under way.
  private mutating func began(at ref: PacketRef) {
    if case .simplePairing = proof {} else { proof = .simplePairing(ref) }
  }

  private mutating func fail(_ status: HCIStatus, at ref: PacketRef) {
    failed = failed ?? Observed(status, at: ref)
  }

  /// The link was encrypted at `ref`.
  fileprivate mutating func encrypt(at ref: PacketRef) { encrypted = encrypted ?? ref }

  /// The link, or the page that it was part of, ended.
  fileprivate mutating func end(_ status: HCIStatus, at ref: PacketRef, withPage: Bool = false) {
    linkEnd = Observed(status, at: ref)
    isOfPage = withPage
  }

  /// `step` begins another try.
  fileprivate func isOver(before step: SecurityStep) -> Bool {
    if case .linkKeyNotification = step { return false }
    if isComplete { return true }
    switch step {
    case .authenticationRequested: return isPaired || encrypted != nil || isKeyOffered || isRequested
    case .linkKeyRequested: return isKeyAnswered || newKey != nil
    case .ioCapabilityRequested, .ioCapabilityResponse: return isPaired
    case .pinRequested: return newKey != nil
    default: return false
    }
  }
}

extension Attempt {
  /// The tries to authenticate, in order; rules ask the ``Context`` for them, which finds them once.
  var authentications: [Authentication] {
    var tries: [Authentication] = []
    for step in security {
      if step.value.isAboutEncryption {
        if case .encryptionChange(.success, let mode) = step.value, mode.isOn, !tries.isEmpty {
          tries[tries.count - 1].encrypt(at: step.at)
        }
        continue
      }
      if tries.last?.isOver(before: step.value) ?? true { tries.append(Authentication()) }
      tries[tries.count - 1].take(step)
    }
    guard let end else { return tries }
    switch end.value {
    case .disconnected(let reason):
      if let last = tries.indices.last, tries[last].isUnfinished { tries[last].end(reason, at: end.at) }
    case .connectionFailed(let status) where status.endsAuthentication:
      if tries.isEmpty { tries.append(Authentication()) }
      tries[tries.count - 1].end(status, at: end.at, withPage: true)
    default: break
    }
    return tries
  }
}

extension Context {
  /// A later try succeeded, or the link was encrypted after all.
  func isSecured(_ attempt: Attempt, after ref: PacketRef) -> Bool {
    authentications(of: attempt).contains { $0.isSuccess && ($0.last ?? ref) > ref }
      || attempt.security.contains {
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
