/// Every rule, one line each, **in the order in which they explain**: of two errors of one attempt the one listed first
/// is the cause of the other. The layers are those of the way to sound, the controller before everything, the link's
/// loss after everything.
public let allRules: [any Rule.Type] = [
  // The controller

  // Discovery

  // Paging and admission

  // Security
  StaleLinkKey.self,
  LinkKeyLost.self,
  JustWorksRePairRefused.self,
  RepeatedAttempts.self,
  PairingRejected.self,
  PairingTimeout.self,
  BondingMismatch.self,
  LegacyPINFailed.self,
  AuthenticationFailed.self,
  EncryptionFailed.self,
  WeakEncryptionKey.self,
  SecuredBeforeEncryption.self,
  AuthenticationWithoutEncryption.self,
  SMPOverBREDRMishandled.self,

  // SDP
  SDPRace.self,
  SDPMalformed.self,
  SDPErrorResponse.self,
  SDPTimeout.self,
  SDPNoAudioSink.self,
  SDPRecordIncomplete.self,
  ProfileTrafficBeforeDiscovery.self,

  // L2CAP

  // AVDTP and A2DP

  // Media

  // Losing the link

  // The capture itself

  // The fallback
  UnexplainedFailure.self,
]
