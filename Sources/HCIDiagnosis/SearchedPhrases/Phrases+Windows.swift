/// What the settings of Windows say. Their source is closed: the meaning is that of the moment in which they are shown.
extension SearchedPhrase {
  static let windows: [SearchedPhrase] = [
    SearchedPhrase(
      .windows, "That didn't work. Make sure your Bluetooth device is still discoverable, then try again.",
      "Make sure your Bluetooth device is still discoverable",
      means: "the device was found, and then no longer answered the page, or would not pair",
      leadsTo: PageTimeout.self, NotInPairingMode.self, PairingRejected.self, PairingTimeout.self),
    SearchedPhrase(
      .windows, "That didn't work. Try connecting your device again", "Couldn't connect",
      "Try connecting again",
      means: "the link, the pairing or the service behind it failed",
      leadsTo: PageTimeout.self, PairingRejected.self, StaleLinkKey.self, ConnectionRejected.self,
      DisconnectedDuringSetup.self),
    SearchedPhrase(
      .windows, "Check the PIN and try connecting again", "The PIN is incorrect",
      "Oops, something went wrong",
      means: "pairing ended with an authentication failure",
      leadsTo: LegacyPINFailed.self, PairingRejected.self, StaleLinkKey.self, AuthenticationFailed.self),
    SearchedPhrase(
      .windows, "Driver is unavailable", "Driver error", "Setup incomplete because of a metered connection",
      means:
        "the device paired, and Windows has no driver for a service that it offers, or found none: audio is "
        + "then never asked for",
      leadsTo: PairedButNeverConnected.self, HostNeverTriedAudio.self, SDPNoAudioSink.self,
      NonstandardServiceUUID.self),
    SearchedPhrase(
      .windows, "Connected voice", "Connected voice, music", "Hands-Free AG Audio",
      means: "the hands-free profile took the place of A2DP, or the two alternate",
      leadsTo: VoiceLinkPreemptedAudio.self, HostNeverTriedAudio.self, MonoOnly.self),
  ]
}
