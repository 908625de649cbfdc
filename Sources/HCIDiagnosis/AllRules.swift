/// Every rule, one line each, **in the order in which they explain**: of two errors of one attempt the one listed first
/// is the cause of the other. The layers are those of the way to sound, the controller before everything, the link's
/// loss after everything.
public let allRules: [any Rule.Type] = [
  // The controller
  ControllerFault.self,

  // Discovery
  DeviceNotFound.self,
  InquiryInterrupted.self,
  LEAudioOnly.self,
  Class1Rejection.self,
  ClassOfDeviceRejected.self,
  NonstandardServiceUUID.self,
  SourceClassUnexpected.self,
  DuplicateIdentity.self,

  // Paging and admission
  StaleLinkAtPeer.self,
  PageTimeout.self,
  ConnectionRejected.self,
  ConnectionAcceptTimeout.self,
  ConnectionLimit.self,
  ConnectionCollision.self,
  CommandCollision.self,
  AttemptCancelled.self,
  PeerInitiated.self,
  RoleSwitchFailed.self,
  PairingWindowExceeded.self,
  RetryStorm.self,
  NoAutoReconnect.self,

  // Security
  StaleLinkKey.self,
  LinkKeyLost.self,
  NotInPairingMode.self,
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
  L2CAPRefused.self,
  L2CAPNoResponse.self,
  L2CAPConfigurationFailed.self,
  L2CAPCommandReject.self,
  MediaMTUTooSmall.self,

  // AVDTP and A2DP
  CapabilitiesMalformed.self,
  RoleMismatch.self,
  WrongRoleSelected.self,
  EndpointsInUse.self,
  CodecMismatch.self,
  CodecConfigurationIllegal.self,
  ContentProtectionRequired.self,
  AVDTPCollision.self,
  AVDTPReconfiguredTooEarly.self,
  AVDTPMalformed.self,
  CodecOutOfProfile.self,
  MonoOnly.self,
  AVDTPRejected.self,
  PeerVanishesAtSamePoint.self,
  AVDTPNoResponse.self,
  AVDTPStalled.self,
  AVDTPAborted.self,
  StreamNeverStarted.self,

  // Media
  StreamWithoutMedia.self,
  MediaNotLogged.self,
  SilentStream.self,
  AudioDropout.self,
  TransmitStall.self,
  PayloadCodecMismatch.self,
  LowBitRate.self,
  HighLatency.self,
  VolumeZero.self,
  LinkTooSlow.self,
  StreamReverted.self,
  SecondSpeakerDisplaced.self,
  VoiceLinkPreemptedAudio.self,
  CoexistenceSuspected.self,

  // Losing the link
  LinkLost.self,
  WeakSignal.self,
  LMPTimeout.self,
  IdlePowerOff.self,
  RemoteLowResources.self,
  RemotePowerOff.self,
  DisconnectedWhileStreaming.self,
  PairedButNeverConnected.self,
  HostNeverTriedAudio.self,
  SlowHost.self,
  PeerIdentityChanged.self,
  LowBattery.self,
  DisconnectedDuringSetup.self,

  // Firmware and devices
  SpeakerFirmwareOutdated.self,
  SourceFirmwareOutdated.self,
  KnownLimitation.self,

  // The capture itself
  CaptureTruncated.self,
  CaptureFiltered.self,
  CaptureStartsLate.self,
  ClockJump.self,
  NoHCI.self,

  // The fallback
  UnexplainedFailure.self,
]
