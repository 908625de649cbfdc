// Voice and isochronous data, and what a log holds beside HCI.

extension FrameDecoder {
  mutating func synchronous(_ bytes: RawSpan) {
    layers.insert(.sco)
    do throws(WireError) {
      let packet = try SynchronousPacket(bytes)
      fields.open("sco")
      fields.hex("handle", packet.handle)
      fields.field("packetStatus", packet.packetStatus)
      fields.field("length", packet.claimedLength)
      fields.close()
      data("Voice", packet.handle, packet.claimedLength)
      if packet.isCut, !isCut {
        malformed(
          .sco,
          WireError(
            .lengthBeyondParent, at: 2, needed: packet.claimedLength, available: packet.payload.remaining))
      }
    } catch {
      fields.summary.append("Voice")
      if !isCut { malformed(.sco, error) }
    }
  }

  mutating func isochronous(_ bytes: RawSpan) {
    layers.insert(.iso)
    do throws(WireError) {
      let packet = try ISOPacket(bytes)
      fields.open("iso")
      fields.hex("handle", packet.handle)
      fields.field("boundary", packet.boundary)
      fields.field("hasTimeStamp", packet.hasTimeStamp)
      fields.field("length", packet.claimedLength)
      fields.close()
      data("Isochronous data", packet.handle, packet.claimedLength)
      if packet.isCut, !isCut {
        malformed(
          .iso,
          WireError(
            .lengthBeyondParent, at: 2, needed: packet.claimedLength, available: packet.payload.remaining))
      }
    } catch {
      fields.summary.append("Isochronous data")
      if !isCut { malformed(.iso, error) }
    }
  }

  private mutating func data(_ title: StaticString, _ handle: UInt16, _ length: Int) {
    fields.summary.append(title)
    fields.summary.append(", handle ")
    fields.summary.hexadecimal(handle)
    quantity(length, "bytes")
  }

  /// Text that the system wrote into its log, where some write keys.
  mutating func note(_ bytes: RawSpan) {
    layers.insert(.log)
    let reader = ByteReader(bytes)
    let text = LogText(reader.name(limit: 1_024)).withoutSecrets
    fields.open("note")
    fields.air("text", text)
    fields.close()
    fields.summary.air(text, limit: 160)
  }

  /// What the Linux monitor says of an adapter.
  mutating func control(_ record: ControlRecord, _ bytes: RawSpan) {
    layers.insert(.log)
    fields.open("control")
    fields.name("name", record.name)
    fields.summary.append(record.name)
    var reader = ByteReader(bytes)
    switch record {
    case .newIndex where (try? reader.skip(2)) != nil:
      address(&reader)
      let name = reader.name(limit: 8)
      fields.air("adapterName", name)
      quote(name)
    case .indexInfo:
      address(&reader)
      if let company = try? reader.code(CompanyIdentifier.self) {
        fields.field("company", company)
        say(assigned: fields.name(of: company))
      }
    case .newIndex, .deleteIndex, .openIndex, .closeIndex, .other: break
    }
    fields.close()
  }

  private mutating func address(_ reader: inout ByteReader) {
    guard let address = try? reader.address() else { return }
    fields.field("address", address)
    fields.summary.append(", ")
    fields.summary.address(address)
  }

  /// A record of which nothing but its bytes is known.
  mutating func unread(_ key: StaticString, _ title: StaticString, _ bytes: RawSpan) {
    layers.insert(.log)
    let reader = ByteReader(bytes)
    fields.open(key)
    fields.field("length", reader.remaining)
    fields.unread("bytes", reader)
    fields.close()
    fields.summary.append(title)
    quantity(reader.remaining, "bytes")
  }
}

extension ControlRecord {
  fileprivate var name: StaticString {
    switch self {
    case .newIndex: "New Index"
    case .deleteIndex: "Delete Index"
    case .openIndex: "Open Index"
    case .closeIndex: "Close Index"
    case .indexInfo: "Index Information"
    case .other: "Control"
    }
  }
}
