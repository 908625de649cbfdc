/// What an Echo says, and its app shows, and what people say of it. Its source is closed: the meaning is that of the
/// moment in which it is said.
extension SearchedPhrase {
  static let alexa: [SearchedPhrase] = [
    SearchedPhrase(
      .alexa, "Device not found", "I couldn't find any Bluetooth devices", "No devices found",
      "I didn't find any Bluetooth devices", "Bluetooth device not found",
      means: "the search brought no device that an Echo takes for a speaker",
      leadsTo: DeviceNotFound.self, InquiryInterrupted.self, ClassOfDeviceRejected.self, LEAudioOnly.self,
      Class1Rejection.self, SpeakerFirmwareOutdated.self, SourceFirmwareOutdated.self,
      CoexistenceSuspected.self),
    SearchedPhrase(
      .alexa, "Make sure it is in pairing mode", "Make sure your device is in pairing mode",
      "is your device in pairing mode",
      means: "the device was not found, or did not pair",
      leadsTo: NotInPairingMode.self, DeviceNotFound.self, PageTimeout.self, PairingRejected.self),
    SearchedPhrase(
      .alexa, "I couldn't connect to …", "Sorry, I'm having trouble connecting to …", "Unable to connect",
      "Couldn't connect to your Bluetooth device", "Pairing with … failed",
      means: "the device is known, and the page, the pairing or the stream on it failed",
      leadsTo: PageTimeout.self, StaleLinkKey.self, SDPRace.self, CodecMismatch.self, ConnectionRejected.self,
      DisconnectedDuringSetup.self),
    SearchedPhrase(
      .symptom, "Echo keeps searching", "keeps searching for devices",
      means: "the search goes on, or is begun again and again",
      leadsTo: DeviceNotFound.self, InquiryInterrupted.self, PairingWindowExceeded.self, CommandCollision.self
    ),
    SearchedPhrase(
      .symptom, "Connected to Echo but no sound", "Connected to … but music plays from the Echo",
      "Alexa plays from its own speaker", "music comes out of the Echo",
      "Echo switches back to its own speaker",
      means: "the stream was not started, was stopped again, or is empty",
      leadsTo: StreamReverted.self, StreamNeverStarted.self, StreamWithoutMedia.self, SilentStream.self,
      VolumeZero.self),
    SearchedPhrase(
      .symptom, "Echo disconnects from Bluetooth speaker",
      means: "the link ended, by the speaker, by the Echo or by the radio",
      leadsTo: LinkLost.self, DisconnectedWhileStreaming.self, IdlePowerOff.self, SecondSpeakerDisplaced.self),
    SearchedPhrase(
      .symptom, "Echo does not reconnect to speaker", "have to reconnect after restart",
      "Bluetooth speaker must be reconnected after Echo restart",
      means: "after a restart nobody pages the bonded speaker",
      leadsTo: NoAutoReconnect.self, LinkKeyLost.self),
    SearchedPhrase(
      .symptom, "phone connects instead of speaker", "Echo thinks the speaker is a phone",
      "Echo streams from speaker",
      means: "the speaker took the role of the source",
      leadsTo: WrongRoleSelected.self, RoleMismatch.self, PeerInitiated.self),
    SearchedPhrase(
      .symptom, "Class 1 Bluetooth speaker with Echo", "Class 2 device",
      means: "what is said of an Echo and radio power classes",
      leadsTo: Class1Rejection.self, SourceClassUnexpected.self, ClassOfDeviceRejected.self),
    SearchedPhrase(
      .symptom, "Echo software version", "update Echo firmware",
      means: "an Echo wants 3892024030 or later",
      leadsTo: SourceFirmwareOutdated.self, SDPRace.self, SpeakerFirmwareOutdated.self),
  ]
}
