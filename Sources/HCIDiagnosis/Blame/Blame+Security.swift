import HCITrace

// Who is responsible where a link was not secured.

extension HCIStatus {
  /// The other side did not want to pair, for another reason than that nobody had put it into pairing mode.
  var blameForNotPairing: Blame? {
    switch self {
    case .hostBusyPairing: .remote(.possible, "it was busy pairing with another device")
    case .simplePairingNotSupportedByHost: .remote(.likely, "it can't do Secure Simple Pairing")
    default: nil
    }
  }
}

extension Context {
  /// A stored key was refused at `ref` with `status`: 0x06 says that the other half is gone. 0x05 says that the halves
  /// differ; whose is the old one is known where the log showed this side's to be good.
  func blameForKey(of attempt: Attempt, at ref: PacketRef, _ status: HCIStatus) -> Blame? {
    if status == .pinOrKeyMissing || bond(of: attempt, before: ref) != nil { return nil }
    return .remote(.possible, "its half of the key is another one; the older half may be either side's")
  }
}

extension Authentication {
  /// One side refused to pair: its software at once, or somebody who was asked.
  var blameForRefusal: Blame {
    guard let own = ownRefusal else {
      return .remote(.likely, "it refused to pair; whether a person or its firmware, only its own log tells")
    }
    let question = steps.last { $0.at < own.at && $0.value.asksThisHost }
    guard let question, own.at.seconds(since: question.at) >= 1, question.value.asksPerson else {
      return .local(.likely, "it refused to pair by itself, without asking anybody")
    }
    return .person(.likely, "somebody said no to the pairing, or let the question pass")
  }

  /// One side kept the other waiting: the one whose turn it was after the last step before the failure.
  var blameForSilence: Blame {
    let failed = failures.first?.at
    let last = steps.last { step in failed.map { step.at < $0 } ?? true }
    guard let last, last.value.asksThisHost else {
      return .remote(.likely, "it began to pair and fell silent")
    }
    return last.value.asksPerson
      ? .person(.likely, "nobody answered the question that this side asked")
      : .local(.likely, "its software did not answer its own controller")
  }
}

extension SecurityStep {
  /// The controller asks this host for something.
  fileprivate var asksThisHost: Bool {
    switch self {
    case .pinRequested, .userConfirmationRequested, .passkeyRequested, .ioCapabilityRequested,
      .outOfBandRequested, .linkKeyRequested:
      true
    default: false
    }
  }

  /// What is asked for, a person has to give.
  fileprivate var asksPerson: Bool {
    switch self {
    case .pinRequested, .userConfirmationRequested, .passkeyRequested: true
    default: false
    }
  }
}

extension Blame {
  /// `asker` asked for a secured service at `ref`, and was refused, for the link was not known to be secured until
  /// `secured`. Data may overtake events on the way to this host: it could have waited.
  static func unsecuredRequest(by asker: Direction, at ref: PacketRef, securedAt secured: PacketRef?) -> Self
  {
    if asker == .received, let secured, secured.seconds(since: ref) <= 0.5 {
      return .local(
        .likely,
        "it refused instead of waiting \(secured.seconds(since: ref).inSeconds) for its own controller")
    }
    return .side(asker, .likely, "it asked before the link was encrypted")
  }
}
