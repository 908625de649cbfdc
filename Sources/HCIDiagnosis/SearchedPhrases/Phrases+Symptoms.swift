/// What a person hears and sees, in a person's words.
extension SearchedPhrase {
  static let symptoms: [SearchedPhrase] = [
    SearchedPhrase(
      .symptom, "no sound", "no audio", "connected but no audio", "connected but no sound", "silence", "mute",
      "paired but no sound", "nothing plays", "does not play", "won't play", "doesn't play", "not playing",
      "speaker is silent",
      means: "the link is up: the stream was never started, carries nothing, or is turned down",
      leadsTo: StreamNeverStarted.self, StreamWithoutMedia.self, SilentStream.self, VolumeZero.self,
      HostNeverTriedAudio.self, StreamReverted.self, CodecMismatch.self, MediaNotLogged.self),
    SearchedPhrase(
      .symptom, "stutters", "choppy audio", "crackling", "audio cuts out", "dropouts", "skips", "breaks up",
      "gaps in the music", "popping", "distorted audio", "glitches", "audio is jerky",
      means: "media comes late or not at all",
      leadsTo: AudioDropout.self, CoexistenceSuspected.self, WeakSignal.self, LinkTooSlow.self,
      TransmitStall.self, VoiceLinkPreemptedAudio.self, MediaMTUTooSmall.self),
    SearchedPhrase(
      .symptom, "keeps disconnecting", "disconnects randomly", "connection drops", "drops out after a while",
      "disconnects while playing", "loses connection",
      means: "the link ends on its own: by the radio, by the speaker or by the source",
      leadsTo: LinkLost.self, WeakSignal.self, DisconnectedWhileStreaming.self, PeerVanishesAtSamePoint.self,
      CoexistenceSuspected.self, RemoteLowResources.self, LMPTimeout.self),
    SearchedPhrase(
      .symptom, "connects and disconnects immediately", "connects then disconnects",
      "connect disconnect loop",
      "keeps reconnecting",
      means: "the link comes up, and a side ends it before anything plays",
      leadsTo: DisconnectedDuringSetup.self, PairedButNeverConnected.self, RetryStorm.self, StaleLinkKey.self,
      CodecMismatch.self, AuthenticationFailed.self),
    SearchedPhrase(
      .symptom, "pairs but won't connect", "paired but not connected", "pairs but does not connect",
      "pairing successful but connection fails",
      means: "the key is there, and no profile comes up on the link",
      leadsTo: PairedButNeverConnected.self, HostNeverTriedAudio.self, L2CAPRefused.self, SDPNoAudioSink.self,
      SDPRace.self, CodecMismatch.self, ClassOfDeviceRejected.self),
    SearchedPhrase(
      .symptom, "won't pair", "cannot pair", "can't pair", "pairing fails", "pairing failed", "does not pair",
      "pairing problem",
      means: "the two meet, and don't agree on a key",
      leadsTo: NotInPairingMode.self, PairingRejected.self, PairingTimeout.self, LegacyPINFailed.self,
      JustWorksRePairRefused.self, AuthenticationFailed.self, RepeatedAttempts.self),
    SearchedPhrase(
      .symptom, "asks for a PIN", "wrong PIN", "which PIN 0000", "passkey",
      means: "a device without Simple Pairing wants a PIN",
      leadsTo: LegacyPINFailed.self, PairingRejected.self),
    SearchedPhrase(
      .symptom, "won't connect", "can't connect", "cannot connect", "connection fails", "does not connect",
      "failed to connect", "connection failed",
      means: "the page, or the set-up after it, fails",
      leadsTo: PageTimeout.self, ConnectionRejected.self, StaleLinkKey.self, StaleLinkAtPeer.self,
      DisconnectedDuringSetup.self, ConnectionCollision.self),
    SearchedPhrase(
      .symptom, "won't reconnect", "does not reconnect automatically", "worked yesterday",
      "worked before, now it does not", "have to forget and pair again", "must re-pair every time",
      means: "the bond is known to one side only, or nobody pages",
      leadsTo: StaleLinkKey.self, LinkKeyLost.self, BondingMismatch.self, NoAutoReconnect.self,
      StaleLinkAtPeer.self),
    SearchedPhrase(
      .symptom, "not discoverable", "won't find", "doesn't find speaker", "doesn't show up",
      "speaker not found", "can't find speaker",
      "speaker is not listed", "does not appear in the list", "can't see the speaker",
      means: "the search brings nothing that plays",
      leadsTo: DeviceNotFound.self, InquiryInterrupted.self, LEAudioOnly.self, ClassOfDeviceRejected.self,
      Class1Rejection.self, NonstandardServiceUUID.self),
    SearchedPhrase(
      .symptom, "found twice", "speaker appears twice", "two devices with the same name", "duplicate device",
      means: "two addresses answer under one name",
      leadsTo: DuplicateIdentity.self, LEAudioOnly.self),
    SearchedPhrase(
      .symptom, "only one speaker", "only one speaker plays", "second speaker disconnects the first",
      "two speakers at once", "multipoint", "stereo pair", "multiple Bluetooth speakers",
      means: "a second speaker takes the place of the first, or a pair plays as one",
      leadsTo: SecondSpeakerDisplaced.self, MonoOnly.self, EndpointsInUse.self, ConnectionLimit.self),
    SearchedPhrase(
      .symptom, "mono", "sound only on one side", "no stereo",
      means: "the stream, or the speaker, has one channel",
      leadsTo: MonoOnly.self, CodecOutOfProfile.self),
    SearchedPhrase(
      .symptom, "delay", "lag", "latency", "out of sync", "lip sync", "audio is late",
      "video and sound differ",
      means: "the speaker plays late",
      leadsTo: HighLatency.self, KnownLimitation.self, AudioDropout.self),
    SearchedPhrase(
      .symptom, "bad sound quality", "sounds muffled", "low bit rate", "poor quality",
      "sounds like a phone call",
      "SBC only",
      means: "a low bit rate, another codec than one hoped for, or the voice profile instead of A2DP",
      leadsTo: LowBitRate.self, CodecOutOfProfile.self, VoiceLinkPreemptedAudio.self,
      PayloadCodecMismatch.self,
      MonoOnly.self),
    SearchedPhrase(
      .symptom, "volume too low", "volume zero", "can't change volume", "absolute volume",
      means: "the volume that the two agreed is 0",
      leadsTo: VolumeZero.self, SilentStream.self),
    SearchedPhrase(
      .symptom, "turns off by itself", "switches off after a while", "speaker powers off", "auto power off",
      "goes to sleep",
      means: "the speaker left: idle, switched off, or its battery flat",
      leadsTo: IdlePowerOff.self, RemotePowerOff.self, LowBattery.self),
    SearchedPhrase(
      .symptom, "battery low", "battery drains",
      means: "the speaker told of a battery that is nearly empty",
      leadsTo: LowBattery.self, RemotePowerOff.self),
    SearchedPhrase(
      .symptom, "music stops when a call comes in", "call interrupts music", "stops during a call",
      "pauses when microphone is used",
      means: "a voice link takes the place of the music",
      leadsTo: VoiceLinkPreemptedAudio.self),
    SearchedPhrase(
      .symptom, "interference", "wifi interferes", "microwave", "USB 3", "2.4 GHz", "Zigbee",
      means: "something else uses the same radio band",
      leadsTo: CoexistenceSuspected.self, AudioDropout.self, LinkLost.self, WeakSignal.self),
    SearchedPhrase(
      .symptom, "out of range", "range too short", "works only nearby", "weak signal", "through a wall",
      means: "the signal is weak",
      leadsTo: WeakSignal.self, LinkLost.self, PageTimeout.self),
    SearchedPhrase(
      .symptom, "codec not supported", "no aptX", "no AAC", "no LDAC", "unsupported codec",
      means: "the two have no codec, or no configuration of it, in common",
      leadsTo: CodecMismatch.self, CodecOutOfProfile.self, CodecConfigurationIllegal.self),
    SearchedPhrase(
      .symptom, "LE Audio", "LC3", "Auracast", "Bluetooth LE only",
      means: "a speaker that does LE Audio alone has no A2DP",
      leadsTo: LEAudioOnly.self),
    SearchedPhrase(
      .symptom, "speaker in use by another device", "connected to another phone", "busy speaker",
      means: "the speaker serves somebody else",
      leadsTo: EndpointsInUse.self, ConnectionRejected.self, SecondSpeakerDisplaced.self, StaleLinkAtPeer.self
    ),
    SearchedPhrase(
      .symptom, "SCMS-T", "content protection",
      means: "the speaker demands copy protection of the stream",
      leadsTo: ContentProtectionRequired.self),
    SearchedPhrase(
      .symptom, "firmware update", "speaker firmware", "after firmware update",
      means: "what the versions of the two devices, as far as they are known, have to do with it",
      leadsTo: SpeakerFirmwareOutdated.self, SourceFirmwareOutdated.self, PeerIdentityChanged.self,
      KnownLimitation.self),
    SearchedPhrase(
      .symptom, "Bluetooth adapter keeps resetting", "Bluetooth turns itself off", "Bluetooth crashes",
      means: "this side's own controller, or its driver, fails",
      leadsTo: ControllerFault.self),
    SearchedPhrase(
      .symptom, "takes too long to pair", "pairing is slow", "slow to connect",
      means: "the set-up takes longer than it should",
      leadsTo: PairingWindowExceeded.self, SlowHost.self, SDPTimeout.self, PageTimeout.self),
    SearchedPhrase(
      .symptom, "unknown error", "no reason", "random failure",
      means: "where no rule gives a cause, the last step that worked is shown",
      leadsTo: UnexplainedFailure.self, DisconnectedDuringSetup.self),
  ]
}
