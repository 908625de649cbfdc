/// What the audio servers of Linux say of a Bluetooth speaker: PipeWire (spa/plugins/bluez5), PulseAudio
/// (module-bluez5-device.c) and BlueALSA.
extension SearchedPhrase {
  static let linuxAudio: [SearchedPhrase] = [
    SearchedPhrase(
      .linuxAudio, "spa.bluez5: Failure in Bluetooth audio transport",
      "Failure in Bluetooth audio transport …",
      "spa.bluez5.sink.media: connection … terminated unexpectedly",
      means: "the media channel closed while it was in use: the link or the speaker went away",
      leadsTo: LinkLost.self, DisconnectedWhileStreaming.self, AVDTPAborted.self, RemotePowerOff.self),
    SearchedPhrase(
      .linuxAudio, "org.bluez.MediaTransport1 Acquire returned error: org.bluez.Error.Failed",
      "Failed to acquire transport", "Acquire … returned error",
      means: "the stream was open and could not be started",
      leadsTo: AVDTPRejected.self, AVDTPNoResponse.self, VoiceLinkPreemptedAudio.self, StreamNeverStarted.self
    ),
    SearchedPhrase(
      .linuxAudio, "Refused to switch profile to a2dp_sink: Not connected",
      "Profile not connected, refused to switch profile to …", "a2dp_sink profile not available",
      "no a2dp profile, only headset head unit",
      means: "A2DP was never set up on the link: at best the hands-free profile was",
      leadsTo: HostNeverTriedAudio.self, CodecMismatch.self, L2CAPRefused.self, SDPNoAudioSink.self),
    SearchedPhrase(
      .linuxAudio, "Skipping … us (= … bytes) in audio stream",
      means: "the audio server was late, and left out what it could no longer send in time",
      leadsTo: AudioDropout.self, TransmitStall.self, CoexistenceSuspected.self, LinkTooSlow.self),
    SearchedPhrase(
      .linuxAudio, "Couldn't get BlueALSA PCM: PCM not found", "bluealsa PCM not found",
      means: "no A2DP stream is configured with that device",
      leadsTo: HostNeverTriedAudio.self, PairedButNeverConnected.self, CodecMismatch.self,
      DisconnectedDuringSetup.self),
    SearchedPhrase(
      .linuxAudio, "bluez_output missing", "bluez_sink missing", "no bluez_card",
      "Bluetooth speaker does not appear as an output",
      means: "the device is connected, and no stream was set up that could be shown as an output",
      leadsTo: HostNeverTriedAudio.self, PairedButNeverConnected.self, CodecMismatch.self, RoleMismatch.self),
  ]
}
