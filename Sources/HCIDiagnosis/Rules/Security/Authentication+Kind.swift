import HCITrace

extension Authentication {
  /// What a try came to grief on. Each kind has the one rule that says most about it.
  enum Trouble {
    /// `stale-link-key`: this host offered a stored key, and the peer had another or none.
    case staleKey
    /// `pairing-rejected`: one side said no to Secure Simple Pairing.
    case refused
    /// `pairing-timeout`: pairing began and was waited for in vain.
    case timedOut
    /// `legacy-pin-failed`: the PIN was wrong, or there was none.
    case wrongPIN
    /// `repeated-attempts`: the peer wants a pause between tries.
    case tooManyTries
    /// `encryption-failed`: the encryption that was asked for can't be had.
    case encryption
    /// `authentication-failed`: anything else.
    case other
  }

  /// What the try came to grief on; `nil` when it succeeded, or there is nothing yet to call a failure.
  var trouble: Trouble? {
    guard let status = failure?.value else { return isSuccess ? nil : unfinishedTrouble }
    if status == .repeatedAttempts { return .tooManyTries }
    switch proof {
    case .storedKey:
      return status.isAboutKeys ? .staleKey : status.isAboutEncryption ? .encryption : .other
    case .pin:
      if status.isAboutKeys { return .wrongPIN }
      return status.isTimeout ? .timedOut : status.refusesPairing ? .refused : .other
    case .simplePairing:
      if status.isTimeout { return .timedOut }
      return hasPaired ? .other : .refused
    case .none:
      if keyMissing != nil && status.refusesPairing { return .refused }
      return status.isAboutEncryption ? .encryption : .other
    }
  }

  /// Of a try that no event ends: refused by this host, or begun and hanging.
  private var unfinishedTrouble: Trouble? {
    if ownRefusal != nil { return .refused }
    if frame({ if case .pinNegativeReply = $0 { true } else { false } }) != nil { return .wrongPIN }
    switch proof {
    case .simplePairing, .pin: return .timedOut
    case .storedKey, .none: return nil
    }
  }

  /// The frames that say that it failed, with what they say; the link's end last.
  var failureEvidence: [Evidence] {
    failures.map(\.evidence)
      + (linkEnd.map {
        [Evidence($0.at, "\(isOfPage ? "Connection" : "Disconnection") Complete, \($0.value.codeAndName)")]
      } ?? [])
  }
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

extension Context {
  /// The tries that came to grief on `trouble`, the last one first.
  func authentications(of attempt: Attempt, failedBy trouble: Authentication.Trouble) -> [Authentication] {
    authentications(of: attempt).reversed().filter { $0.trouble == trouble }
  }
}

extension Observed<SecurityStep> {
  /// The step as evidence.
  var evidence: Evidence { Evidence(at, value.summary) }
}

extension SecurityStep {
  /// The step in one line, by the names of the specification.
  var summary: String {
    switch self {
    case .authenticationRequested: "Authentication Requested"
    case .authenticationRefused(let status): "Authentication Requested refused, \(status.codeAndName)"
    case .linkKeyRequested: "Link Key Request"
    case .linkKeyReply: "Link Key Request Reply: a stored key is offered"
    case .linkKeyNegativeReply: "Link Key Request Negative Reply: no stored key"
    case .pinRequested: "PIN Code Request"
    case .pinReply: "PIN Code Request Reply"
    case .pinNegativeReply: "PIN Code Request Negative Reply"
    case .ioCapabilityRequested: "IO Capability Request"
    case .ioCapabilityReply(let own): "IO Capability Request Reply: \(own.words)"
    case .ioCapabilityNegativeReply(let reason):
      "IO Capability Request Negative Reply, \(reason.codeAndName)"
    case .ioCapabilityResponse(let peer): "IO Capability Response: \(peer.words)"
    case .userConfirmationRequested: "User Confirmation Request"
    case .userConfirmationReply: "User Confirmation Request Reply"
    case .userConfirmationNegativeReply: "User Confirmation Request Negative Reply"
    case .passkeyRequested: "User Passkey Request"
    case .passkeyReply: "User Passkey Request Reply"
    case .passkeyNegativeReply: "User Passkey Request Negative Reply"
    case .passkeyNotification: "User Passkey Notification"
    case .outOfBandRequested: "Remote OOB Data Request"
    case .outOfBandReply: "Remote OOB Data Request Reply"
    case .outOfBandNegativeReply: "Remote OOB Data Request Negative Reply"
    case .simplePairingComplete(let status): "Simple Pairing Complete, \(status.outcome)"
    case .linkKeyNotification(let type): "Link Key Notification: \(type)"
    case .authenticationComplete(let status): "Authentication Complete, \(status.outcome)"
    case .setEncryption(let on): "Set Connection Encryption, \(on ? "on" : "off")"
    case .encryptionRefused(let status): "Set Connection Encryption refused, \(status.codeAndName)"
    case .encryptionChange(let status, let mode):
      status == .success ? "Encryption Change: \(mode)" : "Encryption Change, \(status.codeAndName)"
    case .encryptionKeyRefresh(let status): "Encryption Key Refresh Complete, \(status.outcome)"
    case .securityRequested: "SMP Security Request on the BR/EDR link"
    case .lowEnergyEncryption: "LE Enable Encryption on the BR/EDR link's handle"
    case .lowEnergyEncryptionRefused(let status): "LE Enable Encryption refused, \(status.codeAndName)"
    case .encryptionKeySize(let status, let size):
      status == .success
        ? "Read Encryption Key Size: \(size) octets" : "Read Encryption Key Size, \(status.codeAndName)"
    }
  }
}

extension PairingCapability {
  /// What it can do and wants, in words.
  var words: String { "\(io), \(requirements)" }
}

extension HCIStatus {
  /// As the end of an event's summary: "success", or the code with its name.
  fileprivate var outcome: String { isSuccess ? "success" : codeAndName }
}
