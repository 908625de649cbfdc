import HCITrace

extension AVDTPExchange {
  /// The error code and the category that a Response Reject named.
  var rejection: (code: AVDTPErrorCode?, category: UInt8?)? {
    if case .rejected(let code, let category) = answer?.value { return (code, category) }
    return nil
  }

  /// It was rejected with `code`.
  func isRejected(with code: AVDTPErrorCode) -> Bool { rejection?.code == code }

  /// The rejection is about the codec (A2DP 1.4 §5.1.3; 0x29 with category Media Codec or none).
  var isRejectedForCodec: Bool {
    guard signal == .setConfiguration || signal == .reconfigure, let (code, category) = rejection, let code
    else {
      return false
    }
    if code.concernsCodec { return true }
    return code == .unsupportedConfiguration && (category == nil || category == 0 || category == 7)
  }

  /// The rejection is about content protection.
  var isRejectedForContentProtection: Bool {
    guard let (code, category) = rejection else { return false }
    let codes: [AVDTPErrorCode] = [
      .badContentProtectionFormat, .invalidContentProtectionType, .invalidContentProtectionFormat,
    ]
    return category == 4 || (code.map(codes.contains) ?? false)
  }

  /// How it was answered, in one line.
  var answerWords: String {
    switch answer?.value {
    case nil: "AVDTP \(signal), never answered"
    case .accepted: "AVDTP \(signal) accepted"
    case .generalReject: "AVDTP \(signal): General Reject, the signal is not known there"
    case .rejected(let code, let category):
      "AVDTP \(signal) rejected, \(code?.codeAndName ?? "no error code")"
        + (category.map { $0 == 0 ? "" : ", category \(AVDTPService.words(category: $0))" } ?? "")
    }
  }

  /// What was asked, in one line.
  var commandWords: String {
    let endpoint = acceptorSEID.map { ", endpoint \($0)" } ?? ""
    return "AVDTP \(signal)\(endpoint)" + (configuration?.codec.map { ", \($0.words)" } ?? "")
  }

  /// The phase in which it fails.
  var phase: Phase? {
    switch signal {
    case .discover, .getCapabilities, .getAllCapabilities: .avdtp
    case .setConfiguration, .reconfigure: .configure
    case .open: .open
    case .start: .start
    default: nil
    }
  }
}

extension Attempt {
  /// What `exchange` did not get was had all the same, later: the same signal or one that presupposes it was accepted.
  func isMadeUp(for exchange: AVDTPExchange) -> Bool {
    let enough: [AVDTPSignalIdentifier]
    switch exchange.signal {
    case .discover: enough = [.setConfiguration]
    case .getCapabilities, .getAllCapabilities: enough = [.setConfiguration, .open, .start]
    case .setConfiguration: enough = [.setConfiguration, .open, .start]
    case .reconfigure: enough = [.reconfigure, .setConfiguration, .open, .start]
    case .open: enough = [.open, .start]
    default: enough = [exchange.signal]
    }
    if exchanges.contains(where: {
      $0.command > exchange.command && enough.contains($0.signal) && $0.isAccepted
    }) {
      return true
    }
    // What one side learned the other doesn't know.
    if exchange.signal == .discover {
      return exchanges.contains {
        $0.command > exchange.command && $0.isAccepted && $0.initiator == exchange.initiator
          && $0.signal == .discover
      }
    }
    guard exchange.signal == .getCapabilities || exchange.signal == .getAllCapabilities else { return false }
    return exchanges.contains {
      $0.command > exchange.command && $0.isAccepted && $0.initiator == exchange.initiator
        && $0.acceptorSEID == exchange.acceptorSEID
        && ($0.signal == .getCapabilities || $0.signal == .getAllCapabilities)
    }
  }
}

extension Attempt {
  /// What may have been meant as the answer to `exchange`, which never got one, and bears a label that nobody waited with.
  func stray(for exchange: AVDTPExchange) -> Observed<AVDTPStrayAnswer>? {
    guard exchange.answer == nil else { return nil }
    return strayAnswers.first {
      $0.at > exchange.command && $0.value.signal == exchange.signal
        && $0.value.answerer == exchange.initiator.opposite
    }
  }
}

extension Observed<AVDTPStrayAnswer> {
  /// It as evidence.
  var evidence: Evidence {
    Evidence(
      at, "AVDTP answer to \(value.signal) with transaction label \(value.label), which nobody waits with")
  }
}

extension AVDTPService {
  /// A service category with its number: "Media Codec (0x07)".
  static func words(category: UInt8) -> String {
    categoryName(category).map { "\($0) (\(category.hex))" } ?? category.hex
  }
}
