import HCIDiagnosis
import HCITrace

extension ArticleClaim {
  /// The table of speakers: least firmware, success, latency, limit.
  static let speakers: [ArticleClaim] = [
    model("Sonos Roam SL", least: "12.2.1", older: "12.2.0", latency: 212),
    model("Soundcore Motion+", least: "3.12.0", older: "3.11.9", latency: 285),
    model("SoundLink Flex", least: "1.24.0", older: "1.23.5", latency: 318),
    model("JBL Flip 6", least: "1.18.1", older: "1.18.0", latency: 342),
    model("WONDERBOOM 3", least: "3.2.0", older: "3.1.0", latency: 295),
    .checked(
      "Sonos Roam SL: no voice control while paired",
      profile: limits("Sonos Roam SL", by: "known-limitation"),
      .init(
        trace: .conversation(StatedFirmware(), playing(on: "Sonos Roam SL")), rule: "known-limitation",
        says: ["no voice control"], doubts: ["The limits are the article's"])),
    .checked(
      "Soundcore Motion+: powers off after 15 min idle",
      profile: limits("Soundcore Motion+", by: "idle-power-off"),
      .init(
        trace: .example("a Soundcore Motion+ that leaves after 15 minutes"), rule: "known-limitation",
        says: ["powers off after 15 minutes"]),
      .init(
        trace: .example("switched off 15 minutes after the music"), rule: "idle-power-off",
        says: ["15 min without audio"], explains: ["the article speaks of 15"])),
    .checked(
      "SoundLink Flex: must be reconnected by hand after each restart of the Echo",
      profile: limits("SoundLink Flex", by: "no-auto-reconnect"),
      .init(
        trace: .conversation(StatedFirmware(), restartAfterPlaying(on: "SoundLink Flex")),
        rule: "known-limitation", says: ["reconnected by hand", "the source restarted"]),
      .init(
        trace: .example("two minutes of silence after the restart"), rule: "no-auto-reconnect",
        says: ["nobody paged"])),
    .checked(
      "JBL Flip 6: fails below 40 % battery",
      profile: { $0.minimumBattery == 40 && limits("JBL Flip 6", by: "low-battery")($0) },
      .init(
        trace: .example("a JBL Flip 6 whose battery is low"), rule: "known-limitation",
        says: ["below 40 % battery"]),
      .init(
        trace: .example("30 % over HFP, where an Echo's profile has 40 %"), rule: "low-battery",
        says: ["30 %", "40 %"], doubts: ["40 %", "no specification says so"])),
    .checked(
      "WONDERBOOM 3: mono only, even as a pair",
      profile: limits("WONDERBOOM 3", by: "mono-only"),
      .init(
        trace: .example("a stereo stream to a WONDERBOOM 3, which plays mono"), rule: "known-limitation",
        says: ["mono only, even as a pair"]),
      .init(trace: .example("the sink can do nothing else"), rule: "mono-only", says: ["mono"])),
    .unchecked(
      "Success of the five speakers: 99.8 %, 97.1 %, 89.3 %, 76.5 %, 92.7 %",
      because: "shares over many captures, which no report counts by model yet"),
  ]

  /// A model's least firmware and latency, where a capture breaks both.
  private static func model(
    _ name: String, least: String, older: String, latency: Double
  ) -> ArticleClaim {
    let late = playing(on: name, delay: .milliseconds(latency + 20))
    return .checked(
      "\(name): firmware \(least), latency \(Int(latency)) ms",
      profile: { profile in
        profile.devices.contains { $0.name == name && $0.firmware == least && $0.latency == latency }
      },
      .init(
        trace: .conversation(StatedFirmware(peer: FirmwareVersion(older)), playing(on: name)),
        rule: "speaker-firmware-outdated", says: [name, older, "older than \(least)"],
        doubts: ["The least versions are the article's"]),
      .init(
        trace: .conversation(StatedFirmware(), late), rule: "high-latency",
        says: ["\(Int(latency) + 20) ms", "\(Int(latency)) ms"]))
  }

  private static func limits(_ name: String, by rule: String) -> @Sendable (Profile) -> Bool {
    { profile in profile.devices.contains { $0.name == name && $0.rule == rule && $0.limitation != nil } }
  }

  /// An Echo pairs a speaker of this name and plays to it; the speaker tells how late it plays.
  private static func playing(on name: String, delay: Duration = .milliseconds(150)) -> TraceScript {
    TraceScript {
      reaches(.configure, pairing: true, with: speaker.named(name))
      reportsDelay(delay)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    }
  }

  /// The Echo restarts in the middle of the music.
  private static func restartAfterPlaying(on name: String) -> TraceScript {
    TraceScript {
      reaches(.media, pairing: true, with: speaker.named(name))
      initializes()
      passes(.seconds(90))
    }
  }
}
