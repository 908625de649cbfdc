// RFCOMM, its multiplexer, and the AT commands of hands-free and headset.

extension FrameDecoder {
  mutating func rfcomm(_ payload: ByteReader, _ place: PDUPlace) {
    layers.insert(.rfcomm)
    fields.open("rfcomm")
    var reader = payload
    do throws(WireError) {
      let header = try RFCOMMHeader(from: &reader)
      fields.field("dlci", header.dlci)
      fields.name("frame", header.type.name ?? header.type.description)
      fields.field("command", header.isCommand)
      fields.field("poll", header.poll)
      fields.field("length", header.length)
      if let credits = header.credits { fields.field("credits", credits) }
      fields.summary.append(header.type.description)
      number("DLCI", Int(header.dlci))
      if header.type == .dm { isFailure = true }
      if let credits = header.credits { quantity(Int(credits), "credits") }
      if Int(header.length) > reader.remaining, !isCut {
        malformed(
          .rfcomm,
          WireError(
            .lengthBeyondParent, at: 2, needed: Int(header.length), available: reader.remaining))
      }
      var data = try reader.prefix(min(Int(header.length), reader.remaining))
      if header.type == .uih, header.dlci == 0, data.remaining > 0 { try multiplexer(&data) }
      fields.close()
      if header.type == .uih, header.dlci != 0, data.remaining > 0 { handsFree(data) }
    } catch {
      fields.close()
      if fields.summary.isEmpty { fields.summary.append("RFCOMM") }
      if !isCut { malformed(.rfcomm, error) }
    }
  }

  private mutating func multiplexer(_ data: inout ByteReader) throws(WireError) {
    fields.open("multiplexer")
    defer { fields.close() }
    let message = try RFCOMMMultiplexer(from: &data)
    fields.field("type", message.command)
    fields.field("command", message.isCommand)
    say(message.command.description)
    fields.summary.append(message.isCommand ? " command" : " response")
    switch message.content {
    case .other: break
    case .parameters(let dlci, let convergence, let size, let credits):
      fields.field("dlci", dlci)
      fields.field("convergenceLayer", convergence)
      fields.field("maximumFrameSize", size)
      fields.field("credits", credits)
      number("DLCI", Int(dlci))
      number("frame size", Int(size))
    case .modemStatus(let dlci, let signals):
      fields.field("dlci", dlci)
      fields.field("flowControl", signals & 0x02 != 0)
      fields.field("readyToCommunicate", signals & 0x04 != 0)
      fields.field("readyToReceive", signals & 0x08 != 0)
      fields.field("incomingCall", signals & 0x40 != 0)
      fields.field("dataValid", signals & 0x80 != 0)
      number("DLCI", Int(dlci))
    case .channel(let dlci):
      fields.field("dlci", dlci)
      number("DLCI", Int(dlci))
    }
  }

  /// A line of text between a hands-free unit and its gateway, where the data are one.
  private mutating func handsFree(_ data: ByteReader) {
    guard let message = HandsFreeMessage(data), let line = HandsFreeMessage.text(data) else {
      quantity(data.remaining, "bytes")
      return
    }
    layers.insert(.hfp)
    let text = HandsFreeMessage.withoutSecrets(line)
    fields.open("hfp")
    defer { fields.close() }
    fields.air("at", text)
    fields.summary.append(", ")
    fields.summary.air(text, limit: 80)
    if text == "ERROR" || text.hasPrefix("+CME ERROR") { isFailure = true }
    switch message {
    case .indicator(let number, let value), .gatewayIndicator(let number, let value):
      fields.field("indicator", number)
      fields.field("value", value)
    case .appleBattery, .other: break
    }
    if let percent = message.batteryPercent {
      fields.field("batteryPercent", percent)
      quantity(percent, "% battery")
    }
  }
}
