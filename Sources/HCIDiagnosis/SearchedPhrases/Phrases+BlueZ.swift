/// What BlueZ answers over D-Bus. `br-connection-*` and the errors of the C library are one thing in two spellings: the
/// kernel turns the HCI status into an errno (net/bluetooth/lib.c), bluetoothd that into the words (src/error.c).
extension SearchedPhrase {
  static let bluezErrors: [SearchedPhrase] = [
    SearchedPhrase(
      .bluez, "br-connection-profile-unavailable", "org.bluez.Error.NotAvailable",
      "org.bluez.Error.BREDR.ProfileUnavailable", "No more profiles to connect to",
      "Protocol not available (92)", "a2dp-sink profile connect failed for … Protocol not available",
      means:
        "no profile that both have, or no audio server has told bluetoothd of an endpoint: the link comes up, "
        + "and nobody asks for audio",
      leadsTo: PairedButNeverConnected.self, SDPNoAudioSink.self, HostNeverTriedAudio.self,
      NonstandardServiceUUID.self),
    SearchedPhrase(
      .bluez, "br-connection-page-timeout", "le-connection-page-timeout", "Host is down (112)",
      "org.bluez.Error.ConnectionAttemptFailed", "EHOSTDOWN",
      means: "the page was not answered: HCI status 0x04 Page Timeout",
      leadsTo: PageTimeout.self, StaleLinkAtPeer.self, WeakSignal.self, LEAudioOnly.self),
    SearchedPhrase(
      .bluez, "br-connection-refused", "le-connection-refused", "Connection refused (111)", "ECONNREFUSED",
      means: "the page was rejected (HCI status 0x0D to 0x0F), or the L2CAP channel was",
      leadsTo: ConnectionRejected.self, L2CAPRefused.self, SecuredBeforeEncryption.self, Class1Rejection.self,
      ClassOfDeviceRejected.self),
    SearchedPhrase(
      .bluez, "br-connection-timeout", "le-connection-timeout", "Connection timed out (110)", "ETIMEDOUT",
      means: "the link was lost (0x08) or never accepted (0x10), or a channel was never answered",
      leadsTo: LinkLost.self, ConnectionAcceptTimeout.self, L2CAPNoResponse.self, AVDTPNoResponse.self),
    SearchedPhrase(
      .bluez, "br-connection-aborted-by-remote", "le-connection-abort-by-remote",
      "Connection reset by peer (104)", "ECONNRESET",
      means: "the speaker ended the link: 0x13 by its user, 0x14 low on resources, 0x15 switched off",
      leadsTo: DisconnectedDuringSetup.self, DisconnectedWhileStreaming.self, RemoteLowResources.self,
      RemotePowerOff.self, IdlePowerOff.self),
    SearchedPhrase(
      .bluez, "br-connection-aborted-by-local", "le-connection-abort-by-local",
      "Software caused connection abort (103)", "ECONNABORTED",
      means: "this host itself ended the link: 0x16",
      leadsTo: DisconnectedDuringSetup.self, AttemptCancelled.self, PairedButNeverConnected.self,
      HostNeverTriedAudio.self),
    SearchedPhrase(
      .bluez, "br-connection-key-missing", "le-connection-key-missing", "Invalid exchange (52)", "EBADE",
      "org.bluez.Error.BrConnectionKeyMissing",
      means: "the speaker has no key for this host any more: HCI status 0x06 PIN or Key Missing",
      leadsTo: StaleLinkKey.self, BondingMismatch.self, JustWorksRePairRefused.self),
    SearchedPhrase(
      .bluez, "br-connection-busy", "le-connection-busy", "Device or resource busy (16)", "EBUSY",
      "org.bluez.Error.InProgress",
      means: "another search, page or connection is still under way (0x0C), or every endpoint is taken",
      leadsTo: CommandCollision.self, ConnectionCollision.self, EndpointsInUse.self,
      SecondSpeakerDisplaced.self),
    SearchedPhrase(
      .bluez, "br-connection-already-connected", "le-connection-already-connected",
      "Operation already in progress (114)", "org.bluez.Error.AlreadyConnected", "EALREADY",
      means: "a link is there, or just coming up from the other side: HCI status 0x0B",
      leadsTo: ConnectionCollision.self, StaleLinkAtPeer.self, RetryStorm.self),
    SearchedPhrase(
      .bluez, "br-connection-concurrent-connection-limit", "le-connection-concurrent-connection-limit",
      "Too many links (31)", "EMLINK",
      means: "the controller has no link left: HCI status 0x09 or 0x0A",
      leadsTo: ConnectionLimit.self),
    SearchedPhrase(
      .bluez, "br-connection-sdp-search",
      means: "the search for services failed",
      leadsTo: SDPTimeout.self, SDPRace.self, SDPErrorResponse.self, SDPMalformed.self, L2CAPRefused.self),
    SearchedPhrase(
      .bluez, "br-connection-create-socket", "Input/output error (5)", "EIO",
      means: "the stream could not be set up: a step of AVDTP was refused, or went unanswered",
      leadsTo: CodecMismatch.self, AVDTPRejected.self, AVDTPNoResponse.self, EndpointsInUse.self),
    SearchedPhrase(
      .bluez, "br-connection-lmp-protocol-error", "le-connection-link-layer-protocol-error",
      "Protocol error (71)", "EPROTO",
      means: "the controllers disagree: HCI status 0x19, 0x1E or 0x23 to 0x25",
      leadsTo: EncryptionFailed.self, AuthenticationFailed.self),
    SearchedPhrase(
      .bluez, "br-connection-canceled", "Operation canceled (125)", "org.bluez.Error.AuthenticationCanceled",
      means: "somebody gave up: the page was cancelled, or the link ended while the two paired",
      leadsTo: AttemptCancelled.self, PairingRejected.self, DisconnectedDuringSetup.self),
    SearchedPhrase(
      .bluez, "br-connection-unknown", "le-connection-unknown", "Function not implemented (38)", "ENOSYS",
      "org.bluez.Error.Failed",
      means: "a failure that has no errno of its own, such as 0x22, 0x28, 0x2F, 0x35, 0x37 or 0x3D",
      leadsTo: LMPTimeout.self, RoleSwitchFailed.self, EncryptionFailed.self, DisconnectedDuringSetup.self,
      UnexplainedFailure.self),
    SearchedPhrase(
      .bluez, "br-connection-not-supported", "Operation not supported (95)", "org.bluez.Error.NotSupported",
      means: "the speaker lacks what was asked for: HCI status 0x11, 0x20, 0x27 or 0x29",
      leadsTo: LEAudioOnly.self, DisconnectedDuringSetup.self, UnexplainedFailure.self),
    SearchedPhrase(
      .bluez, "br-connection-adapter-not-powered", "No route to host (113)", "org.bluez.Error.NotReady",
      "Resource Not Ready", "EHOSTUNREACH",
      means: "this host's own adapter is off or gone",
      leadsTo: ControllerFault.self),
    SearchedPhrase(
      .bluez, "org.bluez.Error.AuthenticationFailed", "Failed to pair: Authentication Failed",
      means: "pairing or authentication ended with 0x05 or 0x06",
      leadsTo: StaleLinkKey.self, PairingRejected.self, LegacyPINFailed.self, JustWorksRePairRefused.self,
      AuthenticationFailed.self),
    SearchedPhrase(
      .bluez, "org.bluez.Error.AuthenticationRejected", "Permission denied (13)", "EACCES",
      means: "the other side does not want to pair or connect: HCI status 0x18, 0x0E or 0x0F",
      leadsTo: NotInPairingMode.self, PairingRejected.self, ConnectionRejected.self),
    SearchedPhrase(
      .bluez, "org.bluez.Error.AuthenticationTimeout",
      means: "pairing began and did not end: HCI status 0x08, 0x10 or 0x22",
      leadsTo: PairingTimeout.self, LMPTimeout.self, LinkLost.self),
    SearchedPhrase(
      .bluez, "Too many levels of symbolic links (40)", "ELOOP",
      means: "the other side wants a pause before the next try: HCI status 0x17 Repeated Attempts",
      leadsTo: RepeatedAttempts.self),
    SearchedPhrase(
      .bluez, "Transport endpoint is not connected (107)", "org.bluez.Error.NotConnected", "ENOTCONN",
      means: "the page was cancelled (HCI status 0x02), or the link has ended meanwhile",
      leadsTo: AttemptCancelled.self, DisconnectedDuringSetup.self, LinkLost.self),
    SearchedPhrase(
      .bluez, "org.bluez.Error.DoesNotExist", "Device … not available",
      means: "no search has found the device lately",
      leadsTo: DeviceNotFound.self, InquiryInterrupted.self, LEAudioOnly.self),
  ]
}
