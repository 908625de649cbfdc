import HCITrace

/// That this host has a link key for a peer, as far as the capture tells.
struct Bond {
  /// The frame that showed it last: a new key, or a stored one that was good.
  var shown: Evidence
  /// The attempt in which that was.
  var attempt: Int
}

extension Context {
  /// The key that this host had for the peer of `attempt` before `ref`, unless the peer refused it since: then this
  /// host may have dropped it with good reason.
  func bond(of attempt: Attempt, before ref: PacketRef) -> Bond? {
    var bond: Bond?
    for other in earlier(than: attempt) + [attempt] {
      for tried in other.authentications where tried.last.map({ $0 < ref }) ?? false {
        if let key = tried.newKey {
          let isKept = tried.ownCapability?.value.requirements.isBonding ?? true
          bond =
            isKept
            ? Bond(shown: Evidence(key, "Link Key Notification: the two bonded"), attempt: other.number) : nil
        } else if case .storedKey(let offered) = tried.proof {
          if tried.isSuccess {
            bond = Bond(
              shown: Evidence(offered, "Link Key Request Reply: this stored key was good"),
              attempt: other.number)
          } else if tried.failure != nil {
            bond = nil
          }
        }
      }
    }
    return bond
  }
}

extension AuthenticationRequirements {
  /// The key is to be kept.
  var isBonding: Bool { self != .noBonding && self != .noBondingMITM }
}
