import HCITrace

// Which rules look for a code of the wire, the likeliest first. A code that none looks for has none here.

extension HCIStatus {
  /// The rules that look for this status.
  var rules: [any Rule.Type] {
    switch self {
    case .unknownConnectionIdentifier: [AttemptCancelled.self]
    case .pageTimeout: [PageTimeout.self, StaleLinkAtPeer.self, WeakSignal.self, LEAudioOnly.self]
    case .authenticationFailure:
      [
        StaleLinkKey.self, PairingRejected.self, LegacyPINFailed.self, JustWorksRePairRefused.self,
        BondingMismatch.self, AuthenticationFailed.self,
      ]
    case .pinOrKeyMissing:
      [StaleLinkKey.self, LegacyPINFailed.self, BondingMismatch.self, AuthenticationFailed.self]
    case .connectionTimeout:
      [
        LinkLost.self, WeakSignal.self, CoexistenceSuspected.self, PeerVanishesAtSamePoint.self,
        StaleLinkAtPeer.self,
      ]
    case .connectionLimitExceeded, .synchronousConnectionLimitExceeded: [ConnectionLimit.self]
    case .connectionAlreadyExists: [ConnectionCollision.self, StaleLinkAtPeer.self]
    case .commandDisallowed: [CommandCollision.self]
    case .rejectedLimitedResources, .rejectedSecurityReasons, .rejectedUnacceptableAddress:
      [ConnectionRejected.self, Class1Rejection.self, ClassOfDeviceRejected.self]
    case .connectionAcceptTimeoutExceeded: [ConnectionAcceptTimeout.self, PairingTimeout.self]
    case .invalidCommandParameters: [SMPOverBREDRMishandled.self]
    case .remoteUserTerminatedConnection:
      [
        DisconnectedWhileStreaming.self, DisconnectedDuringSetup.self, IdlePowerOff.self,
        SecondSpeakerDisplaced.self,
      ]
    case .remoteLowResources: [RemoteLowResources.self, SecondSpeakerDisplaced.self, IdlePowerOff.self]
    case .remotePowerOff: [RemotePowerOff.self, IdlePowerOff.self, LowBattery.self]
    case .terminatedByLocalHost:
      [
        DisconnectedDuringSetup.self, ClassOfDeviceRejected.self, Class1Rejection.self,
        PairedButNeverConnected.self, HostNeverTriedAudio.self,
      ]
    case .repeatedAttempts: [RepeatedAttempts.self]
    case .pairingNotAllowed, .simplePairingNotSupportedByHost, .hostBusyPairing:
      [NotInPairingMode.self, PairingRejected.self]
    case .roleChangeNotAllowed, .roleSwitchPending, .roleSwitchFailed: [RoleSwitchFailed.self]
    case .lmpResponseTimeout: [LMPTimeout.self, PairingTimeout.self, PeerVanishesAtSamePoint.self]
    case .instantPassed: [LMPTimeout.self]
    case .encryptionModeNotAcceptable, .insufficientSecurity, .connectionTerminatedMICFailure:
      [EncryptionFailed.self]
    case .invalidLMPParameters, .unspecifiedError, .lmpErrorTransactionCollision, .lmpPDUNotAllowed,
      .pairingWithUnitKeyNotSupported, .unsupportedLMPParameterValue:
      [PairingRejected.self, AuthenticationFailed.self, EncryptionFailed.self]
    default: []
    }
  }
}

extension AVDTPErrorCode {
  /// The rules that look for this error.
  var rules: [any Rule.Type] {
    if concernsCodec {
      // INVALID_… is said of a value that is none, or of several at once, NOT_SUPPORTED_… of one that can't be had.
      let isInvalid = name?.hasPrefix("INVALID") ?? false
      return isInvalid
        ? [CodecConfigurationIllegal.self, CodecMismatch.self]
        : [CodecMismatch.self, CodecConfigurationIllegal.self]
    }
    return switch self {
    case .endpointInUse: [EndpointsInUse.self]
    case .badContentProtectionFormat, .invalidContentProtectionType, .invalidContentProtectionFormat:
      [ContentProtectionRequired.self]
    case .unsupportedConfiguration:
      [
        CodecMismatch.self, CodecConfigurationIllegal.self, ContentProtectionRequired.self,
        AVDTPRejected.self,
      ]
    case .badState: [AVDTPCollision.self, AVDTPReconfiguredTooEarly.self, AVDTPRejected.self]
    default: name == nil ? [] : [AVDTPRejected.self]
    }
  }
}

extension ConnectionResult {
  /// The rules that look for this result.
  var rules: [any Rule.Type] {
    switch self {
    case .successful: []
    case .pending: [SlowHost.self, L2CAPNoResponse.self]
    case .securityBlock: [SecuredBeforeEncryption.self, WeakEncryptionKey.self, L2CAPRefused.self]
    case .noResources: [L2CAPRefused.self, SDPRace.self]
    default: name == nil ? [] : [L2CAPRefused.self]
    }
  }
}

extension ConfigurationResult {
  /// The rules that look for this result.
  var rules: [any Rule.Type] { self == .success || name == nil ? [] : [L2CAPConfigurationFailed.self] }
}

extension SDPErrorCode {
  /// The rules that look for this error.
  var rules: [any Rule.Type] {
    switch self {
    case .invalidContinuation: [SDPErrorResponse.self, SDPRace.self]
    default: name == nil ? [] : [SDPErrorResponse.self]
    }
  }
}

extension ProtocolServiceMultiplexer {
  /// The rules that look at channels of this protocol.
  var rules: [any Rule.Type] {
    switch self {
    case .sdp: [SDPTimeout.self, L2CAPRefused.self, L2CAPNoResponse.self, SDPRace.self]
    case .avdtp:
      [
        L2CAPRefused.self, L2CAPNoResponse.self, SecuredBeforeEncryption.self, HostNeverTriedAudio.self,
        ProfileTrafficBeforeDiscovery.self,
      ]
    case .avctp, .avctpBrowsing: [L2CAPRefused.self]
    default: []
    }
  }
}

extension BluetoothUUID {
  /// The rules that look for this service.
  var rules: [any Rule.Type] {
    switch self {
    case .audioSink, .advancedAudioDistribution:
      [SDPNoAudioSink.self, NonstandardServiceUUID.self, HostNeverTriedAudio.self, SDPRecordIncomplete.self]
    case .audioSource: [RoleMismatch.self, WrongRoleSelected.self, NotInPairingMode.self]
    case .deviceIdentification: [SpeakerFirmwareOutdated.self]
    default: []
    }
  }
}
