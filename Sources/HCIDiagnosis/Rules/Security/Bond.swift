import HCITrace

/// That this host has a link key for a peer, as far as the capture tells.
struct Bond: Sendable {
  /// The frame that showed it last: a new key, or a stored one that was good.
  var shown: Evidence
  /// The attempt in which that was.
  var attempt: Int
}

extension Context {
  /// The key that this host had for the peer of `attempt` before `ref`, unless the peer refused it since: then this
  /// host may have dropped it with good reason.
  func bond(of attempt: Attempt, before ref: PacketRef) -> Bond? {
    authentications(of: attempt).filter { $0.last.map { $0 < ref } ?? false }
      .reduce(place(of: attempt)?.bondBefore) { Bond.after($1, in: attempt.number, $0) }
  }
}

extension Bond {
  /// What became of `bond` by one more authentication.
  static func after(_ tried: Authentication, in attempt: Int, _ bond: Bond?) -> Bond? {
    if let key = tried.newKey {
      let isKept = tried.ownCapability?.value.requirements.isBonding ?? true
      guard isKept else { return nil }
      return Bond(shown: Evidence(key, "Link Key Notification: the two bonded"), attempt: attempt)
    }
    guard case .storedKey(let offered) = tried.proof else { return bond }
    if tried.isSuccess {
      return Bond(
        shown: Evidence(offered, "Link Key Request Reply: this stored key was good"), attempt: attempt)
    }
    return tried.failure != nil ? nil : bond
  }
}

extension AuthenticationRequirements {
  /// The key is to be kept.
  var isBonding: Bool { self != .noBonding && self != .noBondingMITM }
}
