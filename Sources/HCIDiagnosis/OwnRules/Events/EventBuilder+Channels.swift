import HCITrace

extension EventBuilder {
  // MARK: L2CAP

  mutating func addChannels() {
    for (number, channel) in attempt.channels.enumerated() {
      let psm = channel.psm.map { FieldValue($0) }
      let use = FieldValue.text(channel.use.word), index = FieldValue(number)
      let asker = channel.initiator
      if !channel.isInferred {
        for (count, request) in ([channel.requested] + channel.retransmissions).enumerated() {
          add(
            "L2CAP.ConnectionRequest", at: request, by: asker, of: .connection(number),
            ["psm": psm, "use": use, "channel": index, "repeated": .truth(count > 0)])
        }
      }
      for answer in channel.responses {
        add(
          "L2CAP.ConnectionResponse", at: answer.at, by: asker?.opposite, of: .connection(number),
          [
            "psm": psm, "use": use, "channel": index, "result": FieldValue(answer.value.result),
            "status": FieldValue(answer.value.status),
          ])
      }
      if let rejected = channel.rejected {
        add(
          "L2CAP.CommandReject", at: rejected.at, by: asker?.opposite, of: .connection(number),
          [
            "psm": psm, "use": use, "channel": index, "reason": FieldValue(rejected.value),
            "of": .text("connection"),
          ])
      }
      for step in channel.configuration {
        switch step.value {
        case .request(let side, _):
          add("L2CAP.ConfigureRequest", at: step.at, by: side, ["psm": psm, "use": use, "channel": index])
        case .response(let side, let result, _):
          add(
            "L2CAP.ConfigureResponse", at: step.at, by: side,
            ["psm": psm, "use": use, "channel": index, "result": FieldValue(result)])
        case .rejected(let side, let reason, _):
          add(
            "L2CAP.CommandReject", at: step.at, by: side,
            [
              "psm": psm, "use": use, "channel": index, "reason": FieldValue(reason),
              "of": .text("configuration"),
            ])
        }
      }
      add(
        "L2CAP.ChannelOpen", at: channel.isInferred ? channel.requested : channel.opened, by: asker,
        ["psm": psm, "use": use, "channel": index, "mtu": channel.remoteMTU.map { FieldValue($0) }])
      let closer = channel.closing?.value
      add(
        "L2CAP.DisconnectionRequest", at: channel.closing?.at, by: closer,
        ["psm": psm, "use": use, "channel": index])
      add(
        "L2CAP.DisconnectionResponse", at: channel.closed, by: closer?.opposite,
        ["psm": psm, "use": use, "channel": index])
    }
  }

  // MARK: SDP

  mutating func addServiceDiscovery() {
    for (number, discovery) in attempt.serviceDiscoveries.enumerated() {
      let pdu = FieldValue(discovery.pdu), target = FieldValue.text(discovery.target)
      let about = FieldValue.truth(discovery.mayFindAudio), channel = FieldValue(discovery.channel)
      for (part, request) in discovery.requests.enumerated() {
        add(
          "SDP.Request", at: request, by: discovery.asker, of: .serviceDiscovery(number, part: part),
          ["pdu": pdu, "for": target, "aboutAudio": about, "channel": channel, "part": FieldValue(part + 1)])
      }
      let last = max(discovery.requests.count - 1, 0)
      for (part, answer) in discovery.answers.enumerated() {
        let isWhole = discovery.completed == answer.at
        add(
          "SDP.Response", at: answer.at, by: discovery.asker.opposite,
          of: .serviceDiscovery(number, part: part),
          [
            "pdu": pdu, "for": target, "aboutAudio": about, "channel": channel,
            "bytes": FieldValue(answer.value.bytes), "continues": .truth(answer.value.continues),
            "records": isWhole ? FieldValue(discovery.records.count) : nil,
            "hasSink": isWhole ? .truth(discovery.hasSink) : nil,
          ])
      }
      if let error = discovery.error {
        add(
          "SDP.ErrorResponse", at: error.at, by: discovery.asker.opposite,
          of: .serviceDiscovery(number, part: last),
          [
            "pdu": pdu, "for": target, "aboutAudio": about, "channel": channel,
            "error": FieldValue(error.value),
          ])
      }
      for fault in discovery.malformations {
        add(
          "SDP.MalformedResponse", at: fault.at, by: discovery.asker.opposite,
          of: .serviceDiscovery(number, part: last),
          ["pdu": pdu, "for": target, "aboutAudio": about, "channel": channel])
      }
    }
  }

  // MARK: AVDTP

  mutating func addSignalling() {
    for (number, exchange) in attempt.exchanges.enumerated() {
      guard let signal = exchange.signal.name?.filter({ $0 != " " }) else { continue }
      let name = "AVDTP.\(signal)"
      let seid = exchange.acceptorSEID.map { FieldValue($0) }
      let own = exchange.initiatorSEID.map { FieldValue($0) }
      let asked = (exchange.configuration?.codec).map { FieldValue.text($0.name) }
      let delay = exchange.delay.map { FieldValue.number(Double($0) / 10) }
      let channel = FieldValue(exchange.channel)
      add(
        name, at: exchange.command, by: exchange.initiator, of: .avdtp(number),
        [
          "kind": .text("command"), "seid": seid, "ownSEID": own, "codec": asked, "delay": delay,
          "channel": channel,
        ])
      guard let answer = exchange.answer else { continue }
      let told = (exchange.capabilities?.codec).map { FieldValue.text($0.name) }
      let isDiscovery = exchange.signal == .discover && exchange.isAccepted
      add(
        name, at: answer.at, by: exchange.initiator.opposite, of: .avdtp(number),
        [
          "kind": .text(answer.value.word), "seid": seid, "ownSEID": own, "codec": told ?? asked,
          "delay": delay, "channel": channel,
          "error": (exchange.rejection?.code).map { FieldValue($0) },
          "category": (exchange.rejection?.category).map { FieldValue($0) },
          "endpoints": isDiscovery ? FieldValue(exchange.endpoints.count) : nil,
          "sinks": isDiscovery ? FieldValue(exchange.endpoints.filter(\.isSink).count) : nil,
        ])
    }
  }

  // MARK: Streams and media

  mutating func addStreams() {
    for (number, stream) in attempt.streams.enumerated() {
      let index = FieldValue(number)
      add(
        "Stream.Configured", at: stream.configured, by: stream.initiator,
        ["stream": index, "codec": (stream.configuration?.codec).map { .text($0.name) }])
      add("Stream.Opened", at: stream.opened, by: stream.initiator, ["stream": index])
      for period in stream.periods { add(period, of: index) }
      if let ended = stream.ended {
        add(
          "Stream.Ended", at: ended.at, by: ended.value.side,
          ["stream": index, "how": .text(ended.value.word)])
      }
    }
  }

  private mutating func add(_ period: StreamingPeriod, of stream: FieldValue) {
    add("Stream.Started", at: period.started, by: period.initiator, ["stream": stream])
    add("Media.Start", at: period.first, by: period.direction, ["stream": stream])
    for gap in period.gaps {
      add(
        "Media.Gap", at: gap.after, by: period.direction,
        [
          "stream": stream, "milliseconds": .number(Double(gap.length) / 1000), "lost": FieldValue(gap.lost),
        ])
    }
    let silent = period.sbcFrames > 0 ? Double(period.silentFrames) * 100 / Double(period.sbcFrames) : nil
    // Whether more media came is known only of times that are over.
    for name in period.ended == nil ? ["Media.Last"] : ["Media.Last", "Media.End"] {
      add(
        name, at: period.last, by: period.direction,
        [
          "stream": stream, "seconds": .number(period.mediaSeconds), "packets": FieldValue(period.packets),
          "lost": FieldValue(period.lostPackets), "silent": silent.map { .number($0) },
          "bitpool": period.sbcFrames > 0 ? FieldValue(period.greatestBitpool) : nil,
        ])
    }
    guard let ended = period.ended else { return }
    add(
      "Stream.Stopped", at: ended.at, by: ended.value.side,
      ["stream": stream, "how": .text(ended.value.word)])
  }

  // MARK: Remote control

  mutating func addRemoteControl() {
    for step in attempt.remoteControl {
      switch step.value {
      case .passThrough(let key, let isReleased, let side):
        add(
          "AVRCP.PassThrough", at: step.at, by: side,
          ["key": FieldValue(key), "released": .truth(isReleased)])
      case .playback(let status, let side):
        add("AVRCP.PlaybackStatus", at: step.at, by: side, ["status": FieldValue(status)])
      case .track(let side): add("AVRCP.TrackChanged", at: step.at, by: side)
      case .playStatusAsked(let side): add("AVRCP.GetPlayStatus", at: step.at, by: side)
      case .volume(let volume, let side):
        add("AVRCP.Volume", at: step.at, by: side, ["volume": FieldValue(volume)])
      case .battery(let status, let side):
        add("AVRCP.BatteryStatus", at: step.at, by: side, ["status": FieldValue(status)])
      case .batteryPercent(let percent, let side):
        add("HFP.Battery", at: step.at, by: side, ["percent": FieldValue(percent)])
      }
    }
  }
}
