public import HCIDiagnosis
import HCITrace

/// Everything that is in force for a capture or a folder, each value with where it comes from.
public struct ConfigurationListing: Sendable {
  /// The capture or folder.
  public var path: String
  /// What was set.
  public var configuration: Configuration
  /// The profile that judges; `nil` where the capture's source decides and is not known.
  public var profile: Profile?
  /// Why that profile, where the capture decided it.
  public var profileReason: String?
  /// Values that nobody set are listed too.
  public var isComplete = false

  /// What is in force for `path` under `configuration`.
  public init(path: String, _ configuration: Configuration) {
    self.path = path
    self.configuration = configuration
    profile = configuration.profile?.value
  }

  /// One value.
  struct Row {
    var name: String
    var value: String
    var origin: SettingOrigin
    /// What it would be otherwise, or why it is so.
    var note: String?
  }

  /// The groups of values, those without any left out.
  var groups: [(title: String, rows: [Row])] {
    [
      ("settings", settings), ("rules off", rulesOff), ("severities", severities), ("thresholds", thresholds),
      ("devices", devices), ("aliases", aliases),
    ].filter { !$0.1.isEmpty }
  }

  private var settings: [Row] {
    var rows: [Row] = []
    if let told = configuration.profile {
      rows.append(Row(name: "profile", value: told.value.name, origin: told.origin))
    } else {
      let value = profile.map(\.name) ?? "by the source's class of device"
      rows.append(Row(name: "profile", value: value, origin: .builtIn, note: profileReason))
    }
    let fails = configuration.failOn
    rows.append(
      Row(name: "failOn", value: (fails?.value ?? .error).rawValue, origin: fails?.origin ?? .builtIn))
    if let told = configuration.sourceFirmware {
      rows.append(Row(name: "sourceFirmware", value: told.value.description, origin: told.origin))
    }
    if let told = configuration.peerFirmware {
      rows.append(Row(name: "peerFirmware", value: told.value.description, origin: told.origin))
    }
    rows += configuration.ruleFiles.map { Row(name: "rules.files", value: $0.value, origin: $0.origin) }
    return rows
  }

  private var rulesOff: [Row] {
    configuration.rules.compactMap { rule in
      configuration.originOfOff(rule.info.id).map { Row(name: rule.info.id, value: "off", origin: $0) }
    }
  }

  private var severities: [Row] {
    configuration.severities.sorted { $0.key < $1.key }.map { id, told in
      let standard = configuration.rules.first { $0.info.id == id }?.info.severity.rawValue ?? ""
      return Row(
        name: id, value: told.value.severity.rawValue, origin: told.origin,
        note: "instead of \(standard): \(told.value.reason)")
    }
  }

  private var thresholds: [Row] {
    configuration.rules.flatMap { rule in
      rule.info.thresholds.compactMap { threshold -> Row? in
        let name = "\(rule.info.id).\(threshold.name)"
        if let told = configuration.thresholds[.init(rule: rule.info.id, name: threshold.name)] {
          return Row(
            name: name, value: threshold.words(told.value), origin: told.origin,
            note: threshold.limit == nil
              ? threshold.standard.map { "instead of \(threshold.words($0))" } : nil)
        }
        guard isComplete else { return nil }
        if let limit = threshold.limit, let profile, let value = profile[limit] {
          return Row(name: name, value: threshold.words(value), origin: .profile(profile.name))
        }
        let value = threshold.standard.map(threshold.words) ?? "not set"
        return Row(name: name, value: value, origin: .builtIn)
      }
    }
  }

  private var devices: [Row] {
    configuration.onlyDevices.map { Row(name: "only", value: $0.value, origin: $0.origin) }
      + configuration.ignoredDevices.map { Row(name: "ignore", value: $0.value, origin: $0.origin) }
  }

  private var aliases: [Row] {
    configuration.aliases.sorted { $0.key.raw < $1.key.raw }.map { address, told in
      Row(name: address.description, value: told.value, origin: told.origin)
    }
  }
}

extension ConfigurationListing {
  /// For people.
  public func write(_ presentation: Presentation, to output: inout some TextOutputStream) {
    var page = TextPage(ReportBuffer(), presentation)
    page.paragraph([Span(path.escaped(), .strong)])
    let file = configuration.path?.escaped() ?? "no configuration file; `hcitrace config --init` writes one"
    page.paragraph([Span("configuration: \(file)", .dim)], indent: 2)
    let groups = groups
    let rows = groups.flatMap(\.rows)
    let names = min(rows.map { $0.name.escaped().displayWidth }.max() ?? 0, 36)
    let values = min(rows.map { $0.value.escaped().displayWidth }.max() ?? 0, 32)
    for group in groups {
      page.blank()
      page.paragraph([Span(group.title, .strong)], indent: 2)
      for row in group.rows {
        let note = row.note.map { " · \($0.escaped())" } ?? ""
        page.paragraph(
          [
            Span(row.name.escaped().padded(to: names)), Span("  " + row.value.escaped().padded(to: values)),
            Span("  " + row.origin.words.escaped() + note, .dim),
          ], indent: 4, hang: min(names + 8, presentation.width / 2))
      }
    }
    if !isComplete {
      page.blank()
      page.paragraph([Span("all else is built in; --all lists every threshold", .dim)], indent: 2)
    }
    output.write(page.finish().text)
  }

  /// For programs.
  public func writeJSON(to output: inout some TextOutputStream) {
    var writer = JSONWriter(ReportBuffer(), at: JSONPlace(isIndented: true))
    writer.object { document in
      document.field("schemaVersion", JSONFormat.schemaVersion)
      document.field("tool", Report.Tool.current) { $0.fields(of: $1) }
      document.field("path", path)
      document.field("file", configuration.path)
      document.objects("values", groups.flatMap { group in group.rows.map { (group.title, $0) } }) {
        $0.field("group", $1.0)
        $0.field("name", $1.1.name)
        $0.field("value", $1.1.value)
        $0.field("from", $1.1.origin.words)
        $0.field("note", $1.1.note)
      }
    }
    writer.endLine()
    output.write(writer.finish().text)
  }
}
