import HCITrace

/// The source says that it is something else than its profile.
struct SourceClassUnexpected: CaptureRule {
  static let info = RuleInfo(
    "source-class-unexpected", "The source's class of device is not its profile's", severity: .note,
    phase: nil,
    blame: .source(.possible, "it tells another class of device than its profile says"),
    why: """
      Speakers look at the class of device of whoever pages them, and some treat a telephone, a computer and an audio \
      device differently. A source with another class than the one it is judged by may be treated differently too.
      """,
    looksFor: """
      With a profile chosen by hand: Write or Read Class of Device of the source (in a sink's log its Connection Request) \
      with another value than the profile's, bit by bit. A profile that was inferred from the class fits it by itself.
      """,
    remedies: [
      .person(
        "Look whether the log is of the device that you think, and whether the profile is the right one."),
      .source("Set the class of device that the product is certified with, Audio bit (21) included."),
      .engineer("Judge with --profile generic where the source is another product."),
    ],
    references: [
      "Assigned Numbers §2.8 Class of Device", "Core Vol 4 Part E §7.3.26 Write Class of Device command",
    ],
    doubt:
      "The article calls 0x20041C a “Class 2” device, which confuses the class of device with the radio's power class."
  )

  static let examples: [Example] = [
    .triggering("a telephone judged as an Echo", profile: "echo") {
      initializes(classOfDevice: 0x5A020C).flagging(6)
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .triggering("one service bit more", profile: "echo") {
      initializes(classOfDevice: 0x24041C).flagging(6)
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("an Echo judged as an Echo", profile: "echo") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("a telephone judged as any source", profile: "generic") {
      initializes(classOfDevice: 0x5A020C)
      reaches(.media, initializing: false)
      endsInOrder()
    },
    .quiet("the profile was inferred from the class") {
      reaches(.media)
      endsInOrder()
    },
    .quiet("the class is nowhere told", profile: "echo") {
      reaches(.media, initializing: false)
      endsInOrder()
    },
  ]

  func check(_ context: Context) -> [Finding] {
    guard context.profileIsChosen, let wanted = context.profile.classOfDevice else { return [] }
    var told: [Observed<ClassOfDevice>] = []
    for attempt in context.session.attempts {
      let seen =
        context.assessment(of: attempt).localRole == .sink
        ? attempt.paging.request : context.adapter(of: attempt).classOfDevice(at: attempt.first)
      guard let seen, seen.value != wanted, !told.contains(where: { $0.value == seen.value }) else {
        continue
      }
      told.append(seen)
    }
    return told.prefix(4).map { seen in
      let bits = seen.value.differences(from: wanted)
      return Finding(
        "the source's class of device is \(seen.value), the profile \(context.profile.name) expects \(wanted): \(inWords(bits))",
        Evidence(seen.at, "class of device \(seen.value)"))
    }
  }
}

extension ClassOfDevice {
  /// What differs, bit by bit (Assigned Numbers §2.8).
  fileprivate func differences(from wanted: ClassOfDevice) -> [String] {
    let services = [
      13: "Limited Discoverable", 14: "LE Audio", 16: "Positioning", 17: "Networking", 18: "Rendering",
      19: "Capturing", 20: "Object Transfer", 21: "Audio", 22: "Telephony", 23: "Information",
    ]
    var words: [String] = (13...23).compactMap { bit in
      guard hasService(bit) != wanted.hasService(bit) else { return nil }
      let name = services[bit].map { " (\($0))" } ?? ""
      return "bit \(bit)\(name) is \(hasService(bit) ? "set" : "not set")"
    }
    if major != wanted.major { words.append("major class \(major) instead of \(wanted.major)") }
    if minor != wanted.minor { words.append("minor class \(minor) instead of \(wanted.minor)") }
    return words
  }
}
