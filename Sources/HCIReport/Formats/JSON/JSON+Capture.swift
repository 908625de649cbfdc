import HCIDiagnosis

extension JSONWriter {
  mutating func fields(of capture: CaptureReport) {
    field("path", capture.path)
    field("container", capture.container)
    field("datalink", capture.datalink)
    field("datalinkNumber", capture.datalinkNumber)
    field("frames", capture.frames)
    field("hciPackets", capture.hciPackets)
    field("linkLayerPackets", capture.linkLayerPackets)
    field("start", capture.start?.iso8601)
    field("durationSeconds", capture.duration)
    objects("damage", capture.damage) { $0.fields(of: $1) }
    field("limits", capture.limits)
    field("profile", capture.profile) { profile, used in
      profile.field("name", used.name)
      profile.field("reason", used.reason)
    }
    field("configuration", capture.configuration) { $0.fields(of: $1) }
    field("local", capture.local) { $0.fields(of: $1) }
    objects("adapters", capture.adapters) { $0.fields(of: $1) }
    objects("peers", capture.peers) { $0.fields(of: $1) }
    objects("advertisers", capture.advertisers) { $0.fields(of: $1) }
    objects("attempts", capture.attempts) { $0.fields(of: $1) }
    objects("findings", capture.findings) { $0.fields(of: $1) }
    objects("cannotShow", capture.cannotShow) { $0.fields(of: $1) }
    field("verdict", capture.verdict?.rawValue)
    field("primaryCause", capture.primaryCause)
    field("summary", capture.summary) { $0.fields(of: $1) }
  }

  mutating func fields(of used: ConfigurationUsed) {
    field("file", used.file)
    objects("rulesOff", used.rulesOff) { rule, off in
      rule.field("rule", off.rule)
      rule.field("from", off.from)
    }
    objects("severities", used.severities) { rule, changed in
      rule.field("rule", changed.rule)
      rule.field("severity", changed.severity.rawValue)
      rule.field("reason", changed.reason)
      rule.field("from", changed.from)
    }
    objects("thresholds", used.thresholds) { threshold, set in
      threshold.field("rule", set.rule)
      threshold.field("name", set.threshold.name)
      threshold.field("value", decimal: set.value)
      threshold.field("standard", decimal: set.threshold.standard)
      threshold.field("unit", set.threshold.unit.rawValue)
      threshold.field("from", set.from)
    }
    field("onlyDevices", used.onlyDevices)
    field("ignoredDevices", used.ignoredDevices)
    field("attemptsLeftOut", used.attemptsLeftOut)
  }

  mutating func fields(of damage: CaptureReport.Damage) {
    field("kind", damage.kind)
    field("frame", damage.frame)
    field("offset", damage.offset)
    field("message", damage.message)
    field("count", damage.count)
  }

  mutating func fields(of local: LocalReport) {
    field("address", local.address)
    field("name", local.name)
    field("classOfDevice", local.classOfDevice) { $0.fields(of: $1) }
    field("role", local.role.rawValue)
    field("adapter", local.adapter)
    field("manufacturer", local.manufacturer) { $0.fields(of: $1, "id") }
    field("version", local.version)
  }

  mutating func fields(of peer: PeerReport) {
    field("address", peer.address)
    field("name", peer.name)
    field("alias", peer.alias)
    field("classOfDevice", peer.classOfDevice) { $0.fields(of: $1) }
    field("radioClass", peer.radioClass)
    field("transmitPower", peer.transmitPower)
    field("rssi", peer.rssi.last) { rssi, last in
      rssi.field("min", peer.rssi.min())
      rssi.field("max", peer.rssi.max())
      rssi.field("last", last)
    }
    field("manufacturer", peer.manufacturer) { $0.fields(of: $1, "id") }
    field("version", peer.version)
    field("subversion", peer.subversion)
    field("deviceId", peer.deviceId) { identification, deviceId in
      identification.field("source", deviceId.source)
      identification.field("vendor", deviceId.vendor) { $0.fields(of: $1, "id") }
      identification.field("product", deviceId.product)
      identification.field("version", deviceId.version)
    }
    objects("services", peer.services) { $0.fields(of: $1, "uuid") }
    field("bonded", peer.isBonded)
    field("inquiryAnswers", peer.inquiryAnswers)
    field("adapter", peer.adapter)
  }

  mutating func fields(of advertiser: AdvertiserReport) {
    field("address", advertiser.address)
    field("addressType", advertiser.addressType)
    field("name", advertiser.name)
    field("alias", advertiser.alias)
    field("brEdrNotSupported", advertiser.lacksClassic)
    objects("audioServices", advertiser.audioServices) { $0.fields(of: $1, "uuid") }
    field("transmitPower", advertiser.transmitPower)
    field("reports", advertiser.reports)
  }

  mutating func fields(of device: ClassReport) {
    field("value", device.hexadecimal)
    field("services", device.services)
    field("major", device.major)
    field("minor", device.minor)
  }

  mutating func fields(of named: NamedCode, _ key: String) {
    field(key, named.code)
    field("name", named.name)
  }

  mutating func fields(of unseen: UnseenReport) {
    field("kind", unseen.kind.rawValue)
    field("attempt", unseen.attempt)
    field("frame", unseen.frame)
    field("what", unseen.what)
    field("why", unseen.why)
    objects("recipes", unseen.recipes) { recipe, one in
      recipe.field("host", one.host)
      recipe.field("how", one.how)
    }
  }

  mutating func fields(of finding: FindingReport) {
    field("rule", finding.rule)
    field("title", finding.title)
    field("severity", finding.severity.rawValue)
    field("severityChange", finding.severityChange) { change, told in
      change.field("unchanged", told.unchanged.rawValue)
      change.field("reason", told.reason)
      change.field("from", told.from)
    }
    field("confidence", finding.confidence.rawValue)
    field("phase", finding.phase?.rawValue)
    field("attempt", finding.attempt)
    field("peer", finding.peer)
    field("message", finding.message)
    field("primary", finding.isPrimary)
    field("consequenceOf", finding.consequenceOf)
    field("party", finding.responsible?.party.rawValue)
    objects("evidence", finding.evidence) { evidence, frame in
      evidence.field("frame", frame.frame)
      evidence.field("time", frame.time)
      evidence.field("summary", frame.summary)
    }
    field("codecComparison", finding.codecComparison) { $0.fields(of: $1) }
    field("why", finding.why)
    field("remedy", finding.remedies.map(\.action).joined(separator: " "))
    objects("remedies", finding.remedies) { remedy, what in
      remedy.field("who", what.who.rawValue)
      remedy.field("action", what.action)
    }
    field("references", finding.references)
    field("doubt", finding.doubt)
    field("wiresharkFilter", finding.wiresharkFilter)
  }
}
