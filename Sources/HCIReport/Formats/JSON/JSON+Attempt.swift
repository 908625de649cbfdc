import HCIDiagnosis

extension JSONWriter {
  mutating func fields(of attempt: AttemptReport) {
    field("number", attempt.number)
    field("peer", attempt.peer)
    field("peerAlias", attempt.peerAlias)
    field("handle", attempt.handle)
    field("initiator", attempt.initiator)
    field("verdict", attempt.verdict.rawValue)
    field("verdictConfidence", attempt.confidence.rawValue)
    field("primaryCause", attempt.primaryCause)
    field("responsible", attempt.responsible) { $0.fields(of: $1) }
    field("firstDivergence", attempt.divergence) { $0.fields(of: $1) }
    field("madeGood", attempt.isMadeGood)
    field("audioWanted", attempt.wantsAudio)
    field("localRole", attempt.localRole.rawValue)
    field("adapter", attempt.adapter)
    field("startsLate", attempt.startsLate)
    field("end", attempt.end)
    field("firstFrame", attempt.firstFrame)
    field("lastFrame", attempt.lastFrame)
    field("start", attempt.start.iso8601)
    field("durationSeconds", attempt.duration)
    objects("phases", attempt.phases) { phase, result in
      phase.field("name", result.phase.rawValue)
      phase.field("outcome", result.outcome.rawValue)
      phase.field("firstFrame", result.firstFrame)
      phase.field("lastFrame", result.lastFrame)
      phase.field("durationSeconds", result.duration)
    }
    objects("records", attempt.records) { $0.fields(of: $1) }
    objects("endpoints", attempt.endpoints) { $0.fields(of: $1) }
    field("configuration", attempt.configuration) { $0.fields(of: $1) }
    objects("streams", attempt.streams) { $0.fields(of: $1) }
  }

  mutating func fields(of responsible: Responsibility) {
    field("party", responsible.party.rawValue)
    field("side", responsible.side?.rawValue)
    field("confidence", responsible.confidence.rawValue)
    field("reason", responsible.reason)
  }

  mutating func fields(of divergence: DivergenceReport) {
    field("phase", divergence.phase.rawValue)
    field("tried", divergence.isTried)
    field("frame", divergence.frame)
    field("due", divergence.due)
    field("causePhase", divergence.causePhase?.rawValue)
    field("causeFrame", divergence.causeFrame)
  }

  mutating func fields(of record: RecordReport) {
    field("side", record.isPeers ? "peer" : "local")
    field("frame", record.frame)
    field("handle", record.handle.map { hexadecimal($0, digits: 8) })
    objects("services", record.services) { $0.fields(of: $1, "uuid") }
    objects("protocols", record.protocols) { $0.fields(of: $1, "uuid") }
    objects("profiles", record.profiles) { profile, version in
      profile.fields(of: version.profile, "uuid")
      profile.field("version", version.version)
    }
    field("name", record.name)
    field("psm", record.psm)
  }

  mutating func fields(of endpoint: EndpointReport) {
    field("side", endpoint.isPeers ? "peer" : "local")
    field("frame", endpoint.frame)
    field("seid", endpoint.seid)
    field("type", endpoint.isSink ? "sink" : "source")
    field("mediaType", endpoint.mediaType)
    field("inUse", endpoint.isInUse)
    field("capabilities", endpoint.capabilities) { $0.fields(of: $1) }
  }

  mutating func fields(of configuration: ConfigurationReport) {
    field("frame", configuration.frame)
    field("codec", configuration.codec)
    for codecField in configuration.fields {
      switch codecField.value {
      case .number(let number): field(codecField.name, number)
      case .text(let text): field(codecField.name, text)
      case .flag(let flag): field(codecField.name, flag)
      case .numbers(let numbers): field(codecField.name, numbers)
      case .texts(let texts): field(codecField.name, texts)
      }
    }
    field("bitRate", configuration.bitRate)
    field("contentProtection", configuration.contentProtection)
    field("categories", configuration.categories)
    field("summary", configuration.summary)
  }

  mutating func fields(of stream: StreamReport) {
    field("codec", stream.codec)
    field("localSeid", stream.localSEID)
    field("remoteSeid", stream.remoteSEID)
    field("configuredFrame", stream.configuredFrame)
    field("openedFrame", stream.openedFrame)
    field("packets", stream.packets)
    field("bytes", stream.bytes)
    field("durationSeconds", stream.duration)
    field("measuredBitRate", stream.measuredBitRate)
    field("lostPackets", stream.lostPackets)
    objects("gaps", stream.gaps) { gap, pause in
      gap.field("firstFrame", pause.firstFrame)
      gap.field("lastFrame", pause.lastFrame)
      gap.field("durationSeconds", pause.duration)
      gap.field("lostPackets", pause.lostPackets)
    }
    // A tenth of a millisecond times a hundred thousand is the millisecond's number of "microseconds".
    field("delayMilliseconds", stream.delay.map { Seconds(microseconds: Int64($0) * 100_000) })
    field("sbcFrames", stream.sbcFrames)
    field("silentFrames", stream.silentFrames)
    if let tones = stream.testTones {
      objects("testTones", tones) { tone, told in
        tone.field("firstFrame", told.firstFrame)
        tone.field("lastFrame", told.lastFrame)
        tone.field("time", told.time)
        tone.field("durationSeconds", told.duration)
        tone.field("channels", told.channels)
      }
    } else {
      field("testTones", String?.none)
    }
    objects("periods", stream.periods) { period, time in
      period.field("firstFrame", time.firstFrame)
      period.field("lastFrame", time.lastFrame)
      period.field("durationSeconds", time.duration)
      period.field("packets", time.packets)
      period.field("end", time.end)
    }
  }
}
