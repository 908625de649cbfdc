// L2CAP signalling, of BR/EDR and of LE.

extension FrameDecoder {
  mutating func signalling(_ payload: ByteReader, _ place: PDUPlace) {
    var commands = L2CAPCommands(payload)
    fields.openList("signals")
    defer { fields.closeList() }
    do throws(WireError) {
      var isFirst = true
      while var command = try commands.next() {
        if isFirst {
          signal = command.code
          transaction = Transaction(number: UInt16(command.identifier), isAnswer: command.code.isResponse)
        } else {
          fields.summary.append("; ")
        }
        isFirst = false
        fields.openElement()
        defer { fields.close() }
        fields.hex("code", command.code.rawValue)
        fields.name("name", command.code.name ?? "Unknown Command")
        fields.field("identifier", command.identifier)
        fields.field("length", command.length)
        fields.summary.append(command.code.description)
        let body = command.body
        do throws(WireError) {
          let signal = try command.signal()
          if command.missing > 0, !isCut {
            malformed(
              .l2cap,
              WireError(
                .lengthBeyondParent, at: command.offset &- 2, needed: Int(command.length),
                available: Int(command.length) &- command.missing), at: L2CAPHeader.size)
          }
          show(signal, command, place)
        } catch {
          begun(command.code, body)
          if !isCut { malformed(.l2cap, error, at: command.offset &+ L2CAPHeader.size) }
        }
      }
    } catch { if !isCut { malformed(.l2cap, error, at: L2CAPHeader.size) } }
  }

  /// What is there of a command that breaks off: its fields are all of 16 bits.
  private mutating func begun(_ code: L2CAPCode, _ body: ByteReader) {
    let keys: [StaticString] =
      switch code.rawValue {
      case 0x02, 0x0C, 0x14: ["psm", "sourceCID"]
      case 0x03, 0x0D: ["destinationCID", "sourceCID", "result", "status"]
      case 0x04: ["destinationCID", "flags"]
      case 0x05: ["sourceCID", "flags", "result"]
      case 0x06, 0x07: ["destinationCID", "sourceCID"]
      case 0x0A: ["informationType"]
      case 0x0B: ["informationType", "result"]
      default: []
      }
    var reader = body
    for key in keys {
      guard let value = try? reader.integer(UInt16.self) else { return }
      fields.hex(key, value)
    }
  }

  private mutating func show(
    _ signal: L2CAPSignal, _ command: borrowing L2CAPCommand, _ place: PDUPlace
  ) {
    if let psm = signal.psm {
      fields.field("psm", psm)
      fields.summary.append(", PSM ")
      fields.summary.decimal(psm.rawValue)
      if let name = psm.name {
        fields.summary.append(" ")
        fields.summary.append(name)
      }
    }
    if case .flowControlCredit = signal {
    } else {
      end("sourceCID", "source ", signal.source)
      end("destinationCID", "destination ", signal.destination)
    }
    switch signal {
    case .commandReject(let reason, let mtu, _, _):
      isFailure = true
      fields.field("reason", reason)
      if let mtu { fields.field("mtu", mtu) }
      say(reason.description)
    case .connectionResponse(_, _, let result, let status),
      .createChannelResponse(_, _, let result, let status):
      fields.field("result", result)
      fields.field("status", status)
      if result != .successful, result != .pending { isFailure = true }
      say(result.description)
      if result == .pending { say(status.name) }
    case .configurationRequest(_, let continues):
      fields.field("continues", continues)
      options(command.body)
    case .configurationResponse(_, let continues, let result):
      fields.field("continues", continues)
      fields.field("result", result)
      if result != .success, result != .pending { isFailure = true }
      say(result.description)
      options(command.body)
    case .informationRequest(let type):
      fields.field("informationType", type)
      say(type.description)
    case .informationResponse(let type, let result, let value):
      fields.field("informationType", type)
      fields.field("result", result)
      if let value { fields.name("value", value.hexadecimal) }
      say(type.description)
      if result != 0 { say("not supported") }
    case .createChannelRequest(_, _, let controller): fields.field("controller", controller)
    case .connectionParameterUpdateRequest(let parameters):
      fields.field("intervalMin", parameters.intervalMin)
      fields.field("intervalMax", parameters.intervalMax)
      fields.field("latency", parameters.latency)
      fields.field("timeout", parameters.timeout)
    case .connectionParameterUpdateResponse(let result):
      fields.field("result", result)
      if result != 0 { isFailure = true }
      say(result == 0 ? "accepted" : "rejected")
    case .echoRequest, .echoResponse: quantity(command.body.remaining, "bytes")
    case .other: fields.unread("data", command.body)
    default: creditBased(signal, command, place)
    }
  }

  private mutating func creditBased(
    _ signal: L2CAPSignal, _ command: borrowing L2CAPCommand, _ place: PDUPlace
  ) {
    var reader = command.body
    switch signal {
    case .leCreditBasedConnectionRequest(let psm, let source, let parameters):
      show(parameters)
      links[place.link].request(psm, source: source.rawValue, command.identifier, place.direction)
    case .leCreditBasedConnectionResponse(let destination, let parameters, let result):
      show(parameters)
      show(result)
      if result == .successful {
        links[place.link].grant(destination.rawValue, command.identifier, place.direction)
      }
    case .flowControlCredit(let channel, let credits):
      fields.hex("channel", channel.rawValue)
      fields.field("credits", credits)
      quantity(Int(credits), "credits")
    case .creditBasedConnectionRequest(let psm, let parameters):
      show(parameters)
      links[place.link].request(psm, source: nil, command.identifier, place.direction)
      fields.openList("sourceCIDs")
      while let cid = try? reader.integer(UInt16.self) {
        fields.element(cid)
        links[place.link].add(cid, place.direction.opposite, psm)
      }
      fields.closeList()
    case .creditBasedConnectionResponse(let parameters, let result):
      show(parameters)
      show(result)
      fields.openList("destinationCIDs")
      while let cid = try? reader.integer(UInt16.self) {
        fields.element(cid)
        if cid != 0 { links[place.link].grant(cid, command.identifier, place.direction) }
      }
      fields.closeList()
    case .creditBasedReconfigureRequest(let mtu, let mps):
      fields.field("mtu", mtu)
      fields.field("mps", mps)
    case .creditBasedReconfigureResponse(let result):
      fields.field("result", result)
      if result != 0 { isFailure = true }
    default: break
    }
  }

  private mutating func show(_ parameters: CreditParameters) {
    fields.field("mtu", parameters.mtu)
    fields.field("mps", parameters.mps)
    fields.field("credits", parameters.credits)
    number("MTU", Int(parameters.mtu))
  }

  private mutating func show(_ result: CreditBasedResult) {
    fields.field("result", result)
    // 0x000D and above are pending.
    if result != .successful, result.rawValue < 0x000D { isFailure = true }
    say(result.description)
  }

  private mutating func end(_ key: StaticString, _ title: StaticString, _ channel: ChannelID?) {
    guard let channel else { return }
    fields.hex(key, channel.rawValue)
    fields.summary.append(", ")
    fields.summary.append(title)
    fields.summary.hexadecimal(channel.rawValue)
  }

  // MARK: Options

  private mutating func options(_ body: ByteReader) {
    guard body.remaining > 0 else { return }
    var options = L2CAPOptions(body)
    fields.openList("options")
    defer { fields.closeList() }
    do throws(WireError) {
      while let option = try options.next() {
        fields.openElement()
        defer { fields.close() }
        fields.name("name", option.name)
        if options.isHint { fields.field("hint", true) }
        show(option)
      }
    } catch { if !isCut { malformed(.l2cap, error) } }
  }

  private mutating func show(_ option: L2CAPOption) {
    switch option {
    case .mtu(let mtu):
      fields.field("mtu", mtu)
      number("MTU", Int(mtu))
    case .flushTimeout(let timeout): fields.field("flushTimeout", timeout)
    case .qualityOfService(let service):
      fields.field("serviceType", service.serviceType)
      fields.field("tokenRate", service.tokenRate)
      fields.field("tokenBucketSize", service.tokenBucketSize)
      fields.field("peakBandwidth", service.peakBandwidth)
      fields.field("latency", service.latency)
      fields.field("delayVariation", service.delayVariation)
    case .retransmission(let mode):
      fields.field("mode", mode.mode)
      fields.field("transmitWindow", mode.transmitWindow)
      fields.field("maxTransmit", mode.maxTransmit)
      fields.field("retransmissionTimeout", mode.retransmissionTimeout)
      fields.field("monitorTimeout", mode.monitorTimeout)
      fields.field("maximumPDUSize", mode.maximumPDUSize)
      say(mode.mode.name)
    case .frameCheckSequence(let check): fields.field("frameCheckSequence", check)
    case .extendedFlow(let flow):
      fields.field("flowIdentifier", flow.identifier)
      fields.field("serviceType", flow.serviceType)
      fields.field("maximumSDUSize", flow.maximumSDUSize)
      fields.field("interArrivalTime", flow.interArrivalTime)
      fields.field("accessLatency", flow.accessLatency)
      fields.field("flushTimeout", flow.flushTimeout)
    case .extendedWindow(let window): fields.field("extendedWindow", window)
    case .unknown(let type, let length):
      fields.hex("type", type)
      fields.field("length", length)
    }
  }
}
