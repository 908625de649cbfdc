import HCIDiagnosis
import HCITrace

extension ArticleClaim {
  /// The order that works, and what happens to whoever leaves it.
  static let order: [ArticleClaim] = [
    .checked(
      "Power-cycle both devices, and pair anew, when an old pairing is in the way",
      .init(
        trace: .capture("f9a_speaker_lost_key.btsnoop"), rule: "stale-link-key",
        says: ["0x06 PIN or Key Missing"])),
    .checked(
      "Switch the phone's Wi-Fi off",
      .init(
        trace: .example("channels are lost, the signal is strong, the music stalls"),
        rule: "coexistence-suspected", says: ["channels"], explains: ["hotspot", "Wi-Fi"])),
    .checked(
      "Start on the Echo, then put the speaker into pairing mode",
      .init(
        trace: .example("the source searches, the speaker pages and pairs"), rule: "peer-initiated",
        explains: ["Start the search on the source first, then put the speaker into its pairing mode."],
        doubts: ["not a rule of Bluetooth"])),
    .checked(
      "The speaker's A2DP pairing mode, not the one for phones",
      .init(
        trace: .example("found in the mode in which it is a source itself"), rule: "not-in-pairing-mode",
        says: ["AudioSource only", "the mode in which it sends"])),
    .checked(
      "Wait 22 to 35 s",
      profile: { $0.pairingWindow == 22...35 },
      .init(
        trace: .example("a long search, and it plays in the end"), rule: "pairing-window-exceeded",
        says: ["the window is 35 s"], explains: ["22 to 35 s"], doubts: ["no specification sets one"])),
    .checked(
      "Touch nothing meanwhile: interrupting starts over",
      .init(
        trace: .example("three presses on “pair”, each breaks off the last"), rule: "inquiry-interrupted",
        explains: ["starts over", "touch nothing for 35 s"]),
      .init(
        trace: .example("cancelled after two seconds"), rule: "attempt-cancelled",
        explains: ["starts over", "22 to 35 s"]),
      .init(
        trace: .example("four pages in half a minute"), rule: "retry-storm",
        explains: ["starts its cycles over"])),
    .checked(
      "It scans in cycles of 12 s: the first finds the name, the second the services, the third sets up audio",
      profile: { $0.scanCycle == 12 },
      .init(
        trace: .example("a second inquiry while the first runs; nobody is found in the minute that follows"),
        rule: "inquiry-interrupted", explains: ["12 s: the name, the services, the audio"])),
    .checked(
      "Play a test tone of 440 Hz",
      .init(
        trace: .example("the source plays nothing"), rule: "silent-stream", explains: ["440 Hz"],
        doubts: ["440 Hz", "No specification"])),
    .unchecked(
      "Rename the speaker in the app at the end",
      because: "the name stays in the app; nothing of it is on HCI"),
    .checked(
      "“Device not found”: nothing answered",
      .init(
        trace: .capture("31c_nothing_found.btsnoop"), rule: "device-not-found", says: ["nothing that plays"])),
    .checked(
      "“Device not found”: the speaker's or the Echo's firmware is old",
      .init(
        trace: .example("1.16.0, as the user says"), rule: "speaker-firmware-outdated",
        says: ["1.16.0", "1.18.1"]),
      .init(trace: .example("an Echo of 2023, as the user says"), rule: "source-firmware-outdated"),
      .init(
        trace: .example("nobody answers"), rule: "device-not-found",
        explains: ["update both devices' firmware"])),
    .checked(
      "“Device not found”: USB 3, a microwave oven or Zigbee within 3 ft",
      .init(
        trace: .example("nobody answers"), rule: "device-not-found",
        explains: ["USB 3", "microwave", "Zigbee"]),
      .init(
        trace: .example("an LE scan takes all of the radio's time"), rule: "coexistence-suspected",
        explains: ["Zigbee", "3 ft"])),
  ]

  static let range: [ArticleClaim] = [
    .checked(
      "Its radio is of class 2, 2.5 mW",
      .init(
        trace: .example("the source finds a +8 dBm speaker and never pages it"), rule: "class1-rejection",
        says: ["+8 dBm"], explains: ["2.5 mW"])),
    .checked(
      "The link is lost beyond about 32 ft with walls, 47 ft in the open",
      .init(
        trace: .capture("f11_supervision_timeout.btsnoop"), rule: "link-lost", says: ["0x08"],
        explains: ["32 ft", "47 ft"], doubts: ["No specification sets any"]),
      .init(
        trace: .example("below the golden range and falling, then the link is lost"), rule: "weak-signal",
        explains: ["32 ft", "47 ft"])),
  ]

  static let oneAtATime: [ArticleClaim] = [
    .checked(
      "One Bluetooth audio device at a time, no multipoint: pairing a second disconnects the first",
      profile: { $0.maximumPeers == 1 },
      .init(
        trace: .capture("f16_second_speaker.btsnoop"), rule: "second-speaker-displaced",
        says: ["one at a time"], explains: ["no multipoint"], doubts: ["The specification allows several"])),
    .checked(
      "Latency is never below 100 ms",
      profile: { $0.maximumDelay == 400 && $0.devices.allSatisfy { ($0.latency ?? 0) > 100 } },
      .init(
        trace: .example("450 ms, where an Echo's profile has 400"), rule: "high-latency", says: ["450 ms"],
        doubts: ["never below 100 ms", "never gapless"])),
    .unchecked(
      "No gapless playback",
      because: "a track's end is no failure; audio-dropout keeps quiet about the pause between two tracks"),
    .checked(
      "After idle times or voice commands the audio can return to the built-in speaker",
      profile: { $0.hasOwnSpeaker },
      .init(
        trace: .example("suspended after 2 s though it still says playing"), rule: "stream-reverted",
        explains: ["voice command"], doubts: ["no specification speaks of it"])),
  ]

  static let capturing: [ArticleClaim] = [
    .checked(
      "Doubtful: it was found in HCI logs of a Nordic nRF Sniffer",
      .init(
        trace: .example("an LE sniffer hears advertising"), rule: "no-hci",
        doubts: ["nRF Sniffer", "neither HCI nor BR/EDR"]))
  ]
}
