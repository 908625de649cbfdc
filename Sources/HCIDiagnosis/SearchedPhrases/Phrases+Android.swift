import HCITrace

/// What Android shows and logs. Its settings say one of four sentences when pairing fails (SettingsLib,
/// BluetoothEventManager); which one follows from the HCI status (btif_dm.cc). bta_av and btif_a2dp are its A2DP.
extension SearchedPhrase {
  static let android: [SearchedPhrase] = [
    SearchedPhrase(
      .android, "Couldn't pair with … because of an incorrect PIN or passkey", "UNBOND_REASON_AUTH_FAILED",
      "BT_STATUS_AUTH_FAILURE", "incorrect PIN or passkey",
      means: "pairing ended with an authentication failure (0x05, 0x06 …); seldom was a PIN typed at all",
      leadsTo: StaleLinkKey.self, PairingRejected.self, LegacyPINFailed.self, JustWorksRePairRefused.self,
      BondingMismatch.self),
    SearchedPhrase(
      .android, "Pairing rejected by …", "rejected by …", "UNBOND_REASON_AUTH_REJECTED",
      "BT_STATUS_AUTH_REJECTED",
      means: "the other side does not pair now: HCI status 0x18",
      leadsTo: NotInPairingMode.self, PairingRejected.self),
    SearchedPhrase(
      .android, "Can't communicate with …", "UNBOND_REASON_REMOTE_DEVICE_DOWN", "BT_STATUS_RMT_DEV_DOWN",
      means: "the other side did not answer: HCI status 0x04, 0x08 or 0x22",
      leadsTo: PageTimeout.self, LMPTimeout.self, LinkLost.self, StaleLinkAtPeer.self),
    SearchedPhrase(
      .android, "Couldn't pair with …", "UNBOND_REASON_AUTH_TIMEOUT", "UNBOND_REASON_REMOTE_AUTH_CANCELED",
      means: "pairing took too long, was cancelled at the other side, or came too soon after a failure",
      leadsTo: PairingTimeout.self, PairingRejected.self, RepeatedAttempts.self),
    SearchedPhrase(
      .android, "UNBOND_REASON_REPEATED_ATTEMPTS",
      means: "the other side wants a pause before the next try: HCI status 0x17",
      leadsTo: RepeatedAttempts.self),
    SearchedPhrase(
      .android, "BTA_AV_FAIL_SDP", "A2DP service not found",
      means: "the search for services brought no A2DP sink",
      leadsTo: SDPNoAudioSink.self, SDPRace.self, SDPTimeout.self, SDPErrorResponse.self),
    SearchedPhrase(
      .android, "BTA_AV_FAIL_STREAM", "STR_OPEN_FAIL", "BTA_AV_STR_OPEN_FAIL_EVT", "bta_av_open_failed",
      "bta_av_conn_failed",
      means: "the stream could not be opened",
      leadsTo: AVDTPRejected.self, CodecMismatch.self, AVDTPNoResponse.self, L2CAPRefused.self,
      AVDTPStalled.self),
    SearchedPhrase(
      .android, "BTA_AV_FAIL_GET_CAP", "STR_GETCAP_FAIL", "BTA_AV_STR_GETCAP_FAIL_EVT", "STR_DISC_FAIL",
      "BTA_AV_STR_DISC_FAIL_EVT",
      means: "the endpoints of the speaker could not be read, or none of them is free",
      leadsTo: EndpointsInUse.self, AVDTPNoResponse.self, CapabilitiesMalformed.self, RoleMismatch.self),
    SearchedPhrase(
      .android, "BTA_AV_FAIL_RESOURCES",
      means: "this side has no room for another stream",
      leadsTo: SecondSpeakerDisplaced.self, EndpointsInUse.self, ConnectionLimit.self),
    SearchedPhrase(
      .android, "BTA_AV_FAIL_ROLE",
      means: "the two could not agree who is central",
      leadsTo: RoleSwitchFailed.self),
    SearchedPhrase(
      .android, "bta_av_setconfig_rej", "bta_av SETCONFIG_REJ", "CI_SETCONFIG_FAIL",
      means: "the configuration that the other side asked for was refused here",
      leadsTo: CodecMismatch.self, CodecConfigurationIllegal.self, WrongRoleSelected.self),
    SearchedPhrase(
      .android, "STR_START_FAIL", "BTA_AV_STR_START_FAIL_EVT", "btif_a2dp on_started failed",
      means: "AVDTP Start was refused or went unanswered",
      leadsTo: AVDTPRejected.self, AVDTPNoResponse.self, VoiceLinkPreemptedAudio.self),
    SearchedPhrase(
      .android, "btif_a2dp_source_read_callback: UNDERFLOW: ONLY READ … BYTES OUT OF …",
      "a2dp encode_frames underflow",
      means: "the player handed over too little audio: the source ran dry",
      leadsTo: AudioDropout.self),
    SearchedPhrase(
      .android, "GATT error 133", "GATT status 133",
      means: "that is Bluetooth LE; A2DP runs over BR/EDR, and a speaker with LE alone needs LE Audio",
      leadsTo: LEAudioOnly.self, LinkLost.self, PageTimeout.self),
    SearchedPhrase(
      .android, "Connected, no media", "Connected (no media)", "Connected (no phone or media)",
      "Problem connecting. Turn device off & back on",
      means: "the link is there, and A2DP on it is not",
      leadsTo: HostNeverTriedAudio.self, PairedButNeverConnected.self, L2CAPRefused.self, CodecMismatch.self,
      SDPNoAudioSink.self),
    SearchedPhrase(
      .android, "A2DP offload", "Disable Bluetooth A2DP hardware offload",
      means: "the controller encodes the audio, so that no media packet is in the log",
      leadsTo: MediaNotLogged.self),
  ]

  /// The names that Android gives to the HCI status (stack/include/hcidefs.h), where they are not the
  /// specification's; GATT has its own for some (stack/include/gatt_api.h).
  static let androidStatusNames: [(name: String, status: HCIStatus)] = [
    ("HCI_ERR_ILLEGAL_COMMAND", .unknownHCICommand), ("HCI_ERR_NO_CONNECTION", .unknownConnectionIdentifier),
    ("HCI_ERR_HW_FAILURE", .hardwareFailure), ("HCI_ERR_PAGE_TIMEOUT", .pageTimeout),
    ("HCI_ERR_AUTH_FAILURE", .authenticationFailure), ("HCI_ERR_KEY_MISSING", .pinOrKeyMissing),
    ("HCI_ERR_MEMORY_FULL", .memoryCapacityExceeded), ("HCI_ERR_CONNECTION_TOUT", .connectionTimeout),
    ("HCI_ERR_MAX_NUM_OF_CONNECTIONS", .connectionLimitExceeded),
    ("HCI_ERR_MAX_NUM_OF_SCOS", .synchronousConnectionLimitExceeded),
    ("HCI_ERR_CONNECTION_EXISTS", .connectionAlreadyExists),
    ("HCI_ERR_COMMAND_DISALLOWED", .commandDisallowed),
    ("HCI_ERR_HOST_REJECT_RESOURCES", .rejectedLimitedResources),
    ("HCI_ERR_HOST_REJECT_SECURITY", .rejectedSecurityReasons),
    ("HCI_ERR_HOST_REJECT_DEVICE", .rejectedUnacceptableAddress),
    ("HCI_ERR_HOST_TIMEOUT", .connectionAcceptTimeoutExceeded),
    ("HCI_ERR_ILLEGAL_PARAMETER_FMT", .invalidCommandParameters),
    ("HCI_ERR_PEER_USER", .remoteUserTerminatedConnection),
    ("HCI_ERR_PEER_LOW_RESOURCES", .remoteLowResources),
    ("HCI_ERR_PEER_POWER_OFF", .remotePowerOff), ("HCI_ERR_CONN_CAUSE_LOCAL_HOST", .terminatedByLocalHost),
    ("HCI_ERR_REPEATED_ATTEMPTS", .repeatedAttempts), ("HCI_ERR_PAIRING_NOT_ALLOWED", .pairingNotAllowed),
    ("HCI_ERR_UNSPECIFIED", .unspecifiedError), ("HCI_ERR_ROLE_CHANGE_NOT_ALLOWED", .roleChangeNotAllowed),
    ("HCI_ERR_LMP_RESPONSE_TIMEOUT", .lmpResponseTimeout),
    ("HCI_ERR_ENCRY_MODE_NOT_ACCEPTABLE", .encryptionModeNotAcceptable),
    ("HCI_ERR_INSUFFCIENT_SECURITY", .insufficientSecurity),
    ("HCI_ERR_HOST_BUSY_PAIRING", .hostBusyPairing),
    ("GATT_CONN_TIMEOUT", .connectionTimeout),
    ("GATT_CONN_TERMINATE_PEER_USER", .remoteUserTerminatedConnection),
    ("GATT_CONN_TERMINATE_LOCAL_HOST", .terminatedByLocalHost),
    ("GATT_CONN_LMP_TIMEOUT", .lmpResponseTimeout),
    ("GATT_CONN_FAIL_ESTABLISH", .connectionFailedToBeEstablished),
  ]
}
