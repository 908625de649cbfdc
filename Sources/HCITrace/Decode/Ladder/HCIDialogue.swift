/// Which events end what a command began, and which commands answer what an event asks (Core Vol 4 Part E §7.1, §7.2,
/// §7.7).
enum HCIDialogue {
  /// The commands whose end `event` tells, beside Command Complete.
  static func commands(endedBy event: HCIEventCode) -> [HCIOpcode] {
    switch event.rawValue {
    case 0x01: [.inquiry]
    case 0x03: [.createConnection, .acceptConnectionRequest, .addSCOConnection]
    case 0x05: [.disconnect]
    case 0x06: [.authenticationRequested]
    case 0x07: [.remoteNameRequest]
    case 0x08, 0x59: [.setConnectionEncryption]
    case 0x09: [.changeConnectionLinkKey]
    case 0x0B: [.readRemoteSupportedFeatures]
    case 0x0C: [.readRemoteVersionInformation]
    case 0x12: [.switchRole]
    case 0x1C: [.readClockOffset]
    case 0x23: [.readRemoteExtendedFeatures]
    case 0x2C:
      [
        .setupSynchronousConnection, .enhancedSetupSynchronousConnection,
        .acceptSynchronousConnectionRequest, .enhancedAcceptSynchronousConnectionRequest,
      ]
    default: []
    }
  }

  /// The event that `command` answers.
  static func event(answeredBy command: HCIOpcode) -> HCIEventCode? {
    let code: UInt8? =
      switch command {
      case .acceptConnectionRequest, .rejectConnectionRequest, .acceptSynchronousConnectionRequest,
        .rejectSynchronousConnectionRequest, .enhancedAcceptSynchronousConnectionRequest:
        0x04
      case .pinCodeRequestReply, .pinCodeRequestNegativeReply: 0x16
      case .linkKeyRequestReply, .linkKeyRequestNegativeReply: 0x17
      case .ioCapabilityRequestReply, .ioCapabilityRequestNegativeReply: 0x31
      case .userConfirmationRequestReply, .userConfirmationRequestNegativeReply: 0x33
      case .userPasskeyRequestReply, .userPasskeyRequestNegativeReply: 0x34
      case .remoteOOBDataRequestReply, .remoteOOBDataRequestNegativeReply: 0x35
      default: nil
      }
    return code.map(HCIEventCode.init(rawValue:))
  }
}
