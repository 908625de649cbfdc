import HCIDiagnosis
import HCITrace

extension ArticleClaim {
  /// What the article claims, in its order.
  static let all = roles + radio + codecs + races + order + range + oneAtATime + capturing + fleet + speakers

  private static let roles: [ArticleClaim] = [
    .checked(
      "The Echo pairs as an A2DP source",
      .init(
        trace: .capture("f15a_both_sources.btsnoop"), rule: "role-mismatch", says: ["both sides are sources"]),
      .init(trace: .example("SDP offers AudioSource and nothing else"), rule: "role-mismatch")),
    .checked(
      "The Echo is a sink for phones, and a speaker can mistake it for one",
      .init(
        trace: .example("the peer configures our sink and waits"), rule: "wrong-role-selected",
        says: ["sink"])),
    .checked(
      "It pairs with class of device 0x20041C: Audio, portable audio",
      profile: { $0.classOfDevice?.value == 0x20041C },
      .init(
        trace: .example("a telephone judged as an Echo"), rule: "source-class-unexpected",
        says: ["0x20041C", "0x5A020C"])),
    .checked(
      "Doubtful: that class of device is a “Class 2” device",
      .init(
        trace: .example("one service bit more"), rule: "source-class-unexpected",
        doubts: ["0x20041C", "“Class 2”", "power class"])),
    .checked(
      "It accepts only some devices: those whose class is that of a loudspeaker",
      .init(
        trace: .capture("01a_cod_040414_dropped_after_pairing.btsnoop"), rule: "class-of-device-rejected",
        says: ["0x040414"])),
  ]

  private static let radio: [ArticleClaim] = [
    .checked(
      "It rejects devices with a class-1 radio (long range, 100 mW)",
      profile: { $0.maximumPeerPower == 4 },
      .init(
        trace: .capture("f19a_class1_tx20_source_disconnects.btsnoop"), rule: "class1-rejection",
        says: ["+20 dBm", "class-1 radio"], explains: ["100 mW"],
        doubts: ["class of device", "No specification lets a source refuse"])),
    .checked(
      "It rejects devices with non-standard service UUIDs",
      .init(
        trace: .capture("f4_no_audiosink_record.btsnoop"), rule: "nonstandard-service-uuid",
        says: ["9F3C1B20-5A6E-4D8B-B1E0-77AA1203FE55", "0x110B"])),
  ]

  private static let codecs: [ArticleClaim] = [
    .checked(
      "SBC and nothing else",
      profile: { $0.codecs.count == 1 },
      .init(
        trace: .capture("f1_aac_only.btsnoop"), rule: "codec-mismatch", says: ["may use SBC only"],
        doubts: ["SBC and nothing else"])),
    .checked(
      "No AAC",
      .init(trace: .example("AAC from a source that has none"), rule: "codec-out-of-profile", says: ["AAC"])),
    .checked(
      "No aptX",
      .init(
        trace: offering(.vendor(VendorCodec(.aptX, parameters: [0x32]))), rule: "codec-mismatch",
        says: ["offers aptX", "may use SBC only"])),
    .checked(
      "No LDAC",
      .init(
        trace: offering(.vendor(VendorCodec(.ldac, parameters: [0x3C, 0x07]))), rule: "codec-mismatch",
        says: ["offers LDAC", "may use SBC only"])),
    .checked(
      "44.1 kHz",
      profile: { $0.samplingFrequency == 44_100 },
      .init(
        trace: .example("48 kHz at 53 from a source made for 44.1 kHz"), rule: "codec-out-of-profile",
        says: ["48 kHz instead of 44.1 kHz"], doubts: ["44.1 kHz"])),
    .checked(
      "At most 328 kbit/s",
      profile: { $0.maximumBitRate == 328_000 },
      .init(
        trace: .example("dual channel at bitpool 53 is far above 328 kbit/s"), rule: "codec-out-of-profile",
        says: ["more than 328 kbit/s"], doubts: ["328 kbit/s"])),
    .checked(
      "Stereo",
      profile: { $0.playsStereo },
      .init(trace: .example("the source chooses mono"), rule: "mono-only", says: ["mono"])),
    .unchecked(
      "16 bit",
      because: "SBC has no field for it (A2DP 1.4 §4.3); how finely a source quantises is not on the air"),
    .checked(
      "No LE Audio and no LC3: a speaker needs classic A2DP besides",
      .init(
        trace: .capture("f18_le_audio_only.btsnoop"), rule: "le-audio-only",
        says: ["BR/EDR Not Supported", "can't do A2DP"], explains: ["LC3", "Offer A2DP besides LE Audio"])),
  ]

  private static let races: [ArticleClaim] = [
    .checked(
      "Firmware 3892024030 (March 2024) mends a race in parsing SDP records",
      profile: { $0.firmware == "3892024030" },
      .init(
        trace: .capture("f5a_avdtp_before_sdp_done.btsnoop"), rule: "sdp-race", says: ["247 of 450 bytes"],
        explains: ["3892024030 (March 2024)"]),
      .init(
        trace: .example("an Echo of 2023, as the user says"), rule: "source-firmware-outdated",
        says: ["3792024030", "older than 3892024030"], doubts: ["the article's claim"]),
      .init(
        trace: .example("and it shows the race that the update mends"), rule: "source-firmware-outdated",
        says: ["3892024030"])),
    .unchecked(
      "The race broke 19 % of mid-range speakers",
      because: "a share of models; source-firmware-outdated says that it is the article's"),
  ]

  private static let fleet: [ArticleClaim] = [
    .unchecked(
      "1,247 attempts over 11 models of Echo and 37 speakers",
      because: "a count of the article's own; hcitrace counts the captures that it is given"),
    .unchecked(
      "99.2 % succeed with these steps",
      because: "a share over many captures; the summary counts attempts, and no report compares them yet"),
    .checked(
      "42 % of the failures had a hotspot or dual-band Wi-Fi close by",
      .init(
        trace: .example("channels are lost, the signal is strong, the music stalls"),
        rule: "coexistence-suspected", doubts: ["42 %", "never by what"])),
    .unchecked(
      "73 % of the users see a failure", because: "a share of people, whom captures don't count"),
  ]

  /// An Echo that finds a speaker with one endpoint of `codec`, and gives up.
  private static func offering(_ codec: CodecInformation) -> Trace {
    .conversation(
      StatedFirmware(),
      TraceScript {
        reaches(.avdtp)
        discovers()
        tellsCapabilities(codec)
        closes(.signalling)
        disconnects()
      })
  }
}
