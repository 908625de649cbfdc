import HCITrace

/// The speaker's firmware is older than the one that works.
struct SpeakerFirmwareOutdated: AttemptRule {
  static let info = RuleInfo(
    "speaker-firmware-outdated", "The speaker's firmware is older than the one known to work",
    severity: .warning, phase: nil,
    blame: .sink(.likely, "its firmware is older than the one that works"),
    why:
      "With this speaker, firmware before a certain version is known to fail to pair or to drop out. An update is the first thing to try.",
    looksFor:
      "A peer whose name is that of a speaker in the profile, and whose version is below the least one there: the version that --peer-firmware tells, or the one in its Device Identification record (0x1200), which has two digits, one and one (0x0103 is 1.0.3). A least version that can't be written so is compared only where both ways to write it agree, and then as a possibility.",
    remedies: [
      .person("Update the speaker with its maker's app, and pair it anew."),
      .speaker("Put the firmware's version into the Device Identification record."),
      .engineer("Ask for the version that the speaker's app shows, and pass it with --peer-firmware."),
    ],
    references: [
      "Device Identification 1.3 §5.6 (version: 0xJJMN)", "the article's table of speakers",
    ],
    doubt:
      "The least versions are the article's; the version in a Device Identification record need not be that of the firmware."
  )

  static let examples: [Example] = [
    .triggering("a JBL Flip 6 whose record says 1.0.3") {
      reaches(.encrypt, pairing: true, with: speaker.named("JBL Flip 6"))
      opens(.sdp)
      searches(for: .deviceIdentification)
      answers(with: [.deviceIdentity(version: 0x0103)]).flagged
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .triggering(
      "1.16.0, as the user says", firmware: StatedFirmware(peer: FirmwareVersion("1.16.0"))
    ) {
      initializes()
      inquires()
      finds(speaker.named("JBL Flip 6")).flagged
      cancelsInquiry()
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("1.18.1, as the user says", firmware: StatedFirmware(peer: FirmwareVersion("v1.18.1"))) {
      reaches(.media, pairing: true, with: speaker.named("JBL Flip 6"))
      endsInOrder()
    },
    .quiet("a record that says 1.1.8, which may mean 1.18") {
      reaches(.encrypt, pairing: true, with: speaker.named("JBL Flip 6"))
      opens(.sdp)
      searches(for: .deviceIdentification)
      answers(with: [.deviceIdentity(version: 0x0118)])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
    .quiet("another speaker with an old version") {
      reaches(.encrypt, pairing: true)
      opens(.sdp)
      searches(for: .deviceIdentification)
      answers(with: [.deviceIdentity(version: 0x0103)])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      configures(.sbc44JointStereo)
      opensStream()
      starts()
      plays(.seconds(2))
      endsInOrder()
    },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard context.assessment(of: attempt).wantsAudio, attempt.isConnected,
      let device = context.knownDevice(of: attempt), let text = device.firmware,
      let least = FirmwareVersion(text)
    else { return [] }
    let name = context.nameEvidence(of: attempt)
    if let stated = context.firmware.peer {
      guard stated < least, !name.isEmpty else { return [] }
      return [
        Finding("\(device.name) has firmware \(stated) (--peer-firmware), older than \(least)", name)
      ]
    }
    guard let record = context.identity(of: attempt), let told = record.value.isOlder(than: least) else {
      return []
    }
    var finding = Finding(
      "\(device.name) says that it is version \(told.version), older than \(least)",
      [Evidence(record.at, "Device Identification: version \(told.version)")] + name)
    finding.confidence = told.isSure ? .likely : .possible
    return [finding]
  }
}

extension Context {
  /// The version in the Device Identification record of the peer of `attempt`.
  fileprivate func identity(of attempt: Attempt) -> Observed<DeviceVersion>? {
    peer(of: attempt)?.records.compactMap { record in
      record.value.deviceIdentification?.version.map { Observed(DeviceVersion(field: $0), at: record.at) }
    }.last
  }
}

/// The version of a Device Identification record: two digits, one, one (0xJJMN).
private struct DeviceVersion {
  var field: UInt16

  private var major: UInt64 { UInt64(field >> 12) * 10 + UInt64(field >> 8 & 0xF) }

  /// As the specification has it.
  private var specified: FirmwareVersion {
    FirmwareVersion(major, UInt64(field >> 4 & 0xF), UInt64(field & 0xF))
  }
  /// As makers write versions whose second number has two digits.
  private var stretched: FirmwareVersion {
    FirmwareVersion(major, UInt64(field >> 4 & 0xF) * 10 + UInt64(field & 0xF))
  }

  /// The version, when it is older than `least`, and whether that is sure; `nil` when it isn't older, or may not be.
  func isOlder(than least: FirmwareVersion) -> (version: FirmwareVersion, isSure: Bool)? {
    let numbers = least.numbers + [0, 0]
    guard numbers.count <= 5, numbers[0] <= 99, specified < least else { return nil }
    if numbers[1] <= 9, numbers[2] <= 9 { return (specified, true) }
    return stretched < FirmwareVersion(numbers[0], numbers[1]) ? (specified, false) : nil
  }
}
