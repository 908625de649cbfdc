/// What iOS and macOS say. Their source is closed: the meaning is that of the moment in which it is shown.
extension SearchedPhrase {
  static let apple: [SearchedPhrase] = [
    SearchedPhrase(
      .apple, "Connection Unsuccessful", "Connection Unsuccessful. Make sure … is turned on and in range.",
      "Make sure … is turned on and in range",
      means: "a known device did not answer the page, or ended the link before a profile was up",
      leadsTo: PageTimeout.self, StaleLinkAtPeer.self, ConnectionRejected.self, DisconnectedDuringSetup.self,
      WeakSignal.self),
    SearchedPhrase(
      .apple, "Pairing Unsuccessful", "Make sure the PIN code or passkey is correct",
      means: "the two met, and did not agree on a key",
      leadsTo: PairingRejected.self, NotInPairingMode.self, PairingTimeout.self, LegacyPINFailed.self,
      AuthenticationFailed.self),
    SearchedPhrase(
      .apple, "This accessory is not supported", "Accessory not supported", "Not Supported",
      means: "the device offers no service that this side uses",
      leadsTo: SDPNoAudioSink.self, NonstandardServiceUUID.self, ClassOfDeviceRejected.self, RoleMismatch.self
    ),
    SearchedPhrase(
      .apple, "Peer removed pairing information",
      means: "the speaker has no key for this device any more",
      leadsTo: StaleLinkKey.self, BondingMismatch.self),
  ]
}
