/// What bluetoothd writes into its log about A2DP (profiles/audio/a2dp.c, avdtp.c and sink.c), and the kernel into its
/// own (net/bluetooth, drivers/bluetooth).
extension SearchedPhrase {
  static let bluezLog: [SearchedPhrase] = [
    SearchedPhrase(
      .bluez, "Unable to select SEP", "a2dp_select_capabilities() Unable to select SEP",
      means:
        "no endpoint of the speaker goes with one of this host: another role, no common codec, or all in use",
      leadsTo: CodecMismatch.self, EndpointsInUse.self, RoleMismatch.self, HostNeverTriedAudio.self),
    SearchedPhrase(
      .bluez, "Could not find remote sep",
      means: "the speaker's endpoints hold none for the endpoint that was chosen here",
      leadsTo: CodecMismatch.self, RoleMismatch.self, EndpointsInUse.self),
    SearchedPhrase(
      .bluez, "No reply to SetConfiguration request", "No reply to Discover request",
      "No reply to GetCapabilities request", "No reply to Open request", "No reply to Start request",
      "handle_unanswered_req() No reply to … request",
      means: "the speaker left a step of the set-up unanswered",
      leadsTo: AVDTPNoResponse.self, PeerVanishesAtSamePoint.self, LinkLost.self),
    SearchedPhrase(
      .bluez, "No reply to Close request", "No reply to Suspend request",
      means: "the speaker no longer answers on a stream that was there",
      leadsTo: LinkLost.self, PeerVanishesAtSamePoint.self, AVDTPNoResponse.self),
    SearchedPhrase(
      .bluez, "connect:connect XCASE detected", "Stream setup failed, after XCASE connect:connect",
      means: "both sides set the stream up at the same time",
      leadsTo: AVDTPCollision.self, ConnectionCollision.self),
    SearchedPhrase(
      .bluez, "Stream setup failed : …", "Stream setup failed",
      means: "a step of AVDTP was refused; the words behind the colon name the error code",
      leadsTo: AVDTPRejected.self, CodecMismatch.self, EndpointsInUse.self),
    SearchedPhrase(
      .bluez, "Stream setup failed : Stream End Point in Use", "Stream End Point in Use",
      means: "AVDTP error 0x13 SEP_IN_USE",
      leadsTo: EndpointsInUse.self, SecondSpeakerDisplaced.self),
    SearchedPhrase(
      .bluez, "Stream setup failed : Configuration not supported", "Configuration not supported",
      means: "AVDTP error 0x29 UNSUPPORTED_CONFIGURATION",
      leadsTo: CodecMismatch.self, CodecConfigurationIllegal.self, ContentProtectionRequired.self),
    SearchedPhrase(
      .bluez, "Bad Content Protection Format",
      means: "AVDTP error 0x27 BAD_CP_FORMAT",
      leadsTo: ContentProtectionRequired.self),
    SearchedPhrase(
      .bluez, "a2dp-sink profile connect failed for … Device or resource busy",
      "Reconnecting services failed: Device or resource busy (16)",
      means: "a connection of A2DP is under way already, or the speaker serves somebody else",
      leadsTo: AVDTPCollision.self, EndpointsInUse.self, RetryStorm.self, SecondSpeakerDisplaced.self),
  ]

  static let kernel: [SearchedPhrase] = [
    SearchedPhrase(
      .kernel, "Bluetooth: hci0: link tx timeout", "killing stalled connection",
      means: "packets were given to the controller and never acknowledged, so the host ends the link itself",
      leadsTo: TransmitStall.self, ControllerFault.self, CoexistenceSuspected.self),
    SearchedPhrase(
      .kernel, "Bluetooth: hci0: command 0x… tx timeout", "command tx timeout",
      "Bluetooth: hci0: Opcode 0x… failed: -110",
      means: "the controller no longer answers commands",
      leadsTo: ControllerFault.self),
    SearchedPhrase(
      .kernel, "Bluetooth: hci0: hardware error 0x…", "Frame reassembly failed (-84)", "sending frame failed",
      means: "the controller, or the wire to it, failed",
      leadsTo: ControllerFault.self),
  ]
}
