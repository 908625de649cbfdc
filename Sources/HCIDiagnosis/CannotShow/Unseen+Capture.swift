import HCITrace

extension Context {
  /// What is missing of the capture as a whole.
  func unseenOfCapture(isNeeded: Bool) -> [Unseen] {
    let facts = session.capture
    guard facts.hciPackets > 0 else {
      guard facts.linkLayerPackets > 0 else { return [] }
      return [
        Unseen(
          kind: .noHCI, what: "pairing over Bluetooth Classic, services, stream set-up and music",
          why: "a sniffer of Bluetooth LE hears another radio", at: facts.first,
          recipes: Recipe.everywhere + [.echo], isNeeded: true)
      ]
    }
    return [filtered, cut].compactMap { $0 }.map { with($0, isNeeded) }
      + facts.damage.compactMap { unseen(for: $0) }.map { with($0, isNeeded) }
      + missingKinds.map { with($0, isNeeded) }
  }

  private func with(_ unseen: Unseen, _ isNeeded: Bool) -> Unseen {
    var unseen = unseen
    unseen.isNeeded = isNeeded
    return unseen
  }

  /// Headers without contents.
  private var filtered: Unseen? {
    guard session.isFiltered else { return nil }
    let lacksSetup = session.attempts.contains { $0.strippedPackets > 0 }
    return Unseen(
      kind: .filtered,
      what: lacksSetup ? "services, codecs, stream set-up and sound" : "what telephony says, and sound",
      why: "packets have headers and no contents", at: session.attempts.compactMap(\.firstFiltered).min(),
      recipes: recordedHost.recipes, isNeeded: false)
  }

  /// Packets cut to a snap length.
  private var cut: Unseen? {
    let count = session.attempts.reduce(0) { $0 + $1.cutPackets }
    guard count > 0, !session.isFiltered else { return nil }
    return Unseen(
      kind: .cutPackets, what: "what the ends of \(count) packets say, among them perhaps the sound",
      why: "packets are cut to a snap length",
      at: session.capture.damage.first { $0.kind == .snapLength }?.at, recipes: [.inFull], isNeeded: false)
  }

  private func unseen(for damage: CaptureDamage) -> Unseen? {
    switch damage.kind {
    case .drops:
      Unseen(
        kind: .missingRecords, what: "whether an answer that isn't here never came, or was dropped",
        why: "packets were dropped before they reached the log", at: damage.at, recipes: [.inFull],
        isNeeded: false)
    case .truncatedRecord, .overLongRecord:
      Unseen(
        kind: .missingRecords, what: "what came after the last whole record",
        why: "the file is cut off or broken there", at: damage.at, recipes: [.whole], isNeeded: false)
    case .unknownPacketType:
      Unseen(
        kind: .unknownPackets, what: "what \(damage.count) packets of an unknown type say",
        why: "their type is none that any specification assigns", at: damage.at,
        recipes: recordedHost.recipes,
        isNeeded: false)
    case .snapLength, .clock: nil
    }
  }

  /// Commands, events, or data one way or both.
  private var missingKinds: [Unseen] {
    let commands = session.adapters.reduce(0) { $0 + $1.commands }
    let events = session.adapters.reduce(0) { $0 + $1.events }
    let sent = session.attempts.reduce(0) { $0 + $1.sentPackets }
    let received = session.attempts.reduce(0) { $0 + $1.receivedPackets }
    var missing: [Unseen] = []
    func add(_ kind: Unseen.Kind, _ what: String, _ why: String) {
      missing.append(
        Unseen(kind: kind, what: what, why: why, recipes: recordedHost.recipes, isNeeded: false))
    }
    // A log of a few frames is short, not one-sided.
    guard session.capture.hciPackets >= 20 else { return [] }
    if commands == 0 {
      add(.noCommands, "what this side asked its controller for", "the log holds no commands")
    }
    if events == 0 {
      add(.noEvents, "links, keys and encryption, and how they ended", "the log holds no events")
    }
    let isConnected = session.attempts.contains(where: \.isConnected)
    if isConnected, sent + received == 0, session.attempts.contains(where: \.recordsNoPackets) {
      add(.oneDirection, "services, stream set-up and sound", "the log holds events and no data")
    } else if received == 0, sent >= 20 {
      add(.oneDirection, "what the other side answered", "the log holds data of this side only")
    } else if sent == 0, received >= 20 {
      add(.oneDirection, "what this side asked", "the log holds data of the other side only")
    }
    return missing
  }
}
