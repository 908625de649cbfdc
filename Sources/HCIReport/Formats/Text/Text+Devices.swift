import HCIDiagnosis

extension TextPage {
  /// The side of the log and the devices of its attempts, one line each, cells aligned.
  mutating func writeDevices(of capture: CaptureReport, _ presentation: Presentation) {
    var rows: [DeviceRow] = []
    if let local = capture.local { rows.append(DeviceRow(local)) }
    let attempts = capture.attempts.outlines
    let tried = Set(attempts.filter { $0.verdict != .noAudioAttempted }.compactMap(\.target?.peer))
    let called = tried.isEmpty ? Set(attempts.compactMap(\.target?.peer)) : tried
    let shown = capture.peers.filter { presentation.isVerbose || called.contains(PeerKey($0.address)) }
    rows += shown.prefix(presentation.isVerbose ? .max : 8).map(DeviceRow.init)
    let labels = "profile".count
    let names = min(rows.map(\.name.displayWidth).max() ?? 0, 28)
    for row in rows {
      let head = row.label.padded(to: labels) + "  " + row.address.padded(to: 17) + "  "
      let name = row.name.clipped(to: names).padded(to: names)
      let hang = 2 + head.displayWidth + (names > 0 ? names + 2 : 0)
      paragraph(
        [Span(head), Span(name, .strong), Span(names > 0 ? "  " : ""), Span(row.facts, .dim)], indent: 2,
        hang: min(hang, width * 2 / 3))
    }
    let others = capture.peers.count - min(shown.count, presentation.isVerbose ? .max : 8)
    if others > 0 {
      paragraph(
        [Span("and \(counted(others, "other device")) that nobody tried to play to", .dim)], indent: 2)
    }
    if capture.adapters.count > 1 {
      paragraph([Span("the log holds \(grouped(capture.adapters.count)) adapters", .dim)], indent: 2)
    }
    let label = "profile".padded(to: labels)
    paragraph(
      [Span("\(label)  \(capture.profile.name.escaped()): \(capture.profile.reason.escaped())", .dim)],
      indent: 2,
      hang: 4 + labels)
  }
}

/// What a line about a device says.
private struct DeviceRow {
  var label: String
  var address: String
  var name: String
  var facts: String

  init(_ local: LocalReport) {
    switch local.role {
    case .source, .sink: label = local.role.rawValue
    case .both, .unknown: label = "local"
    }
    address = local.address ?? "address unknown"
    name = local.name.map { $0.quoted() } ?? ""
    facts = local.classOfDevice?.words ?? ""
  }

  init(_ peer: PeerReport) {
    label = "peer"
    address = peer.address
    name = peer.name.map { $0.quoted() } ?? ""
    var parts: [String] = []
    if let alias = peer.alias { parts.append("“\(alias)”") }
    if let device = peer.classOfDevice { parts.append(device.words) }
    if let last = peer.rssi.last { parts.append("RSSI \(last) dBm") }
    if let power = peer.transmitPower { parts.append("transmits at \(power > 0 ? "+" : "")\(power) dBm") }
    facts = parts.joined(separator: " · ").escaped()
  }
}

extension ClassReport {
  /// `0x240414  Rendering, Audio · Loudspeaker`: of audio devices the minor class says it all.
  var words: String {
    let kind = minor.isEmpty ? major : major == "Audio/Video" ? minor : "\(major): \(minor)"
    let service = services.isEmpty ? "" : services.joined(separator: ", ") + " · "
    return "\(hexadecimal)  \(service)\(kind)"
  }
}
