// The Security Manager and the Attribute Protocol.

extension FrameDecoder {
  mutating func security(_ payload: ByteReader) {
    layers.insert(.smp)
    fields.open("smp")
    defer { fields.close() }
    var reader = payload
    if let octet = reader.peek() {
      let code = SMPMessage.Code(rawValue: octet)
      fields.hex("code", octet)
      fields.name("name", code.name ?? "Unknown Message")
      fields.summary.append(code.description)
    }
    do throws(WireError) {
      let message = try SMPMessage(from: &reader)
      switch message.code.rawValue {
      case 0x01, 0x02: show(try SMPPairing(from: &reader))
      case 0x05:
        isFailure = true
        if let reason = message.reason {
          fields.field("reason", reason)
          say(reason.description)
        }
      case 0x09:
        fields.field("addressType", try reader.integer(UInt8.self))
        let address = try reader.address()
        fields.field("address", address)
        fields.summary.append(", ")
        fields.summary.address(address)
      case 0x0B: fields.field("requirements", try reader.integer(UInt8.self))
      case 0x0E: fields.field("keypress", try reader.integer(UInt8.self))
      // Confirmations, random values, keys.
      default: if reader.remaining > 0 { fields.withheld("value") }
      }
    } catch {
      if fields.summary.isEmpty { fields.summary.append("SMP") }
      if !isCut { malformed(.smp, error) }
    }
  }

  private mutating func show(_ pairing: SMPPairing) {
    fields.coded("ioCapability", pairing.ioCapability, pairing.ioCapabilityName)
    fields.field("outOfBandData", pairing.hasOutOfBandData)
    fields.hex("requirements", pairing.requirements)
    fields.field("maximumKeySize", pairing.maximumKeySize)
    fields.hex("initiatorKeys", pairing.initiatorKeys)
    fields.hex("responderKeys", pairing.responderKeys)
    say(pairing.ioCapabilityName)
    if pairing.requirements & 0x08 != 0 { say("Secure Connections") }
  }

  mutating func attribute(_ payload: ByteReader) {
    layers.insert(.att)
    fields.open("att")
    defer { fields.close() }
    var reader = payload
    if let code = reader.peek() {
      let opcode = ATTMessage.Opcode(rawValue: code)
      fields.hex("opcode", code)
      fields.name("name", opcode.name ?? "Unknown Message")
      fields.summary.append(opcode.description)
    }
    do throws(WireError) {
      let message = try ATTMessage(from: &reader)
      if let handle = message.handle {
        fields.hex("handle", handle)
        fields.summary.append(", handle ")
        fields.summary.hexadecimal(handle)
      }
      show(message.content)
      if message.opcode.hasRange { type(&reader) }
      if reader.remaining > 0 {
        quantity(reader.remaining, "bytes")
        // What is left of a value has lost its form.
        if isCut {
          fields.unread("value", reader)
        } else if message.hasFormOfKey(reader) {
          fields.withheld("value")
        } else {
          fields.octets("value", reader)
        }
      }
    } catch {
      if fields.summary.isEmpty { fields.summary.append("ATT") }
      if !isCut { malformed(.att, error) }
    }
  }

  private mutating func show(_ content: ATTMessage.Content) {
    switch content {
    case .none, .handle: break
    case .range(_, let last):
      fields.hex("lastHandle", last)
      fields.summary.append("–")
      fields.summary.hexadecimal(last)
    case .list(let format, _): fields.field("format", format)
    case .error(let request, _, let code):
      // That nothing more is there is how every discovery ends.
      if code != .attributeNotFound { isFailure = true }
      fields.field("request", request)
      fields.field("error", code)
      say(request.description)
      say(code.description)
    case .mtu(let mtu):
      fields.field("mtu", mtu)
      number("MTU", Int(mtu))
    }
  }

  /// The type that a request seeks.
  private mutating func type(_ reader: inout ByteReader) {
    guard reader.remaining == 2 || reader.remaining == 16,
      let uuid = try? reader.uuid(size: reader.remaining)
    else { return }
    fields.field("uuid", uuid)
    fields.summary.append(", ")
    if let name = fields.name(of: uuid) {
      fields.summary.append(assigned: name)
    } else {
      fields.summary.uuid(uuid)
    }
  }
}
