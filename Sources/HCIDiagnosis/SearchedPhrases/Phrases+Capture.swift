/// What the log itself, or Wireshark over it, looks like when something is wrong with it.
extension SearchedPhrase {
  static let capture: [SearchedPhrase] = [
    SearchedPhrase(
      .wireshark, "Packet size limited during capture", "truncated capture", "log is cut off",
      "The capture file appears to have been cut short in the middle of a packet",
      means: "packets, or the end of the file, are missing",
      leadsTo: CaptureTruncated.self, CaptureFiltered.self),
    SearchedPhrase(
      .wireshark, "btsnoop_hci.log.filtered", "HCI snoop log filtered mode", "no payload in the log",
      "headers only",
      means: "Android's filtered mode leaves out what channels say",
      leadsTo: CaptureFiltered.self, MediaNotLogged.self),
    SearchedPhrase(
      .wireshark, "no A2DP packets in the log", "no media packets in btsnoop",
      "media packets are missing in the log",
      means: "audio went past the log, or there was none",
      leadsTo: MediaNotLogged.self, StreamWithoutMedia.self, CaptureFiltered.self, StreamNeverStarted.self),
    SearchedPhrase(
      .wireshark, "nRF Sniffer", "Ellisys or Ubertooth capture", "only advertising packets",
      "no HCI packets in the capture",
      means: "a sniffer of Bluetooth LE sees neither HCI nor BR/EDR",
      leadsTo: NoHCI.self),
    SearchedPhrase(
      .wireshark, "Unknown connection handle", "no Connection Complete in the log",
      "log starts in the middle", "ACL packet for unknown connection handle",
      means: "the link was there before the log began",
      leadsTo: CaptureStartsLate.self),
    SearchedPhrase(
      .wireshark, "Malformed Packet", "Malformed Packet: BT SDP", "Malformed Packet: BT AVDTP",
      means: "a message that breaks its own grammar, or one that the log cut",
      leadsTo: SDPMalformed.self, AVDTPMalformed.self, CapabilitiesMalformed.self, CaptureTruncated.self),
    SearchedPhrase(
      .wireshark, "negative time delta", "timestamps go backwards", "clock runs backwards",
      means: "the log's clock was set while it was recorded",
      leadsTo: ClockJump.self),
    SearchedPhrase(
      .wireshark, "Command not understood", "L2CAP Command Reject",
      means: "the other side rejects a request on the signalling channel",
      leadsTo: L2CAPCommandReject.self),
    SearchedPhrase(
      .wireshark, "Unacceptable parameters", "L2CAP Configure Response rejected", "channel never configured",
      means: "a channel was granted, and the two don't agree on its options",
      leadsTo: L2CAPConfigurationFailed.self),
    SearchedPhrase(
      .wireshark, "LE Enable Encryption on BR/EDR handle", "SMP Security Request over BR/EDR",
      means: "the host mistakes a BR/EDR link for one of LE",
      leadsTo: SMPOverBREDRMishandled.self),
    SearchedPhrase(
      .wireshark, "Read Encryption Key Size", "encryption key too short", "KNOB attack",
      means: "the key of the link has fewer than 16 octets",
      leadsTo: WeakEncryptionKey.self, EncryptionFailed.self),
    SearchedPhrase(
      .wireshark, "link is not encrypted", "no Encryption Change",
      means: "channels were opened on a link that nobody encrypted",
      leadsTo: AuthenticationWithoutEncryption.self, SecuredBeforeEncryption.self, EncryptionFailed.self),
    SearchedPhrase(
      .wireshark, "AVDTP without SDP", "PSM 25 opened before SDP",
      means: "AVDTP was opened by a side that asked for no record, or before it had the whole of it",
      leadsTo: ProfileTrafficBeforeDiscovery.self, SDPRace.self),
    SearchedPhrase(
      .wireshark, "SDP record without version", "Audio Sink record incomplete",
      "missing protocol descriptor list",
      means: "the record of the speaker lacks what a source needs",
      leadsTo: SDPRecordIncomplete.self, SDPNoAudioSink.self),
    SearchedPhrase(
      .wireshark, "AVDTP Abort", "stream aborted",
      means: "a side gave the stream up half-way",
      leadsTo: AVDTPAborted.self, AVDTPStalled.self),
    SearchedPhrase(
      .wireshark, "Set Configuration twice", "SetConfiguration before old stream closed",
      means: "the stream was configured anew before the one before it was gone",
      leadsTo: AVDTPReconfiguredTooEarly.self, AVDTPCollision.self),
    SearchedPhrase(
      .wireshark, "Connection Response pending", "authorization pending", "host answers late",
      means: "this side keeps the other one waiting",
      leadsTo: SlowHost.self, L2CAPNoResponse.self),
    SearchedPhrase(
      .wireshark, "SBC syncword not found", "payload is not SBC", "wrong codec in media packets",
      means: "the media is not in the codec that was agreed",
      leadsTo: PayloadCodecMismatch.self),
    SearchedPhrase(
      .wireshark, "media MTU too small", "MTU smaller than frame",
      means: "the media channel cannot hold a frame of the codec",
      leadsTo: MediaMTUTooSmall.self),
  ]
}
