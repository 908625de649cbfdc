// The PDUs of LE link-layer sniffers.

extension FrameDecoder {
  /// A PDU of the LE link layer, access address first (Core Vol 6 Part B §2).
  mutating func linkLayer(_ bytes: RawSpan) {
    layers.insert(.advertising)
    var reader = ByteReader(bytes)
    guard let access = try? reader.integer(UInt32.self) else {
      fields.summary.append("LE PDU")
      if !isCut {
        malformed(.advertising, WireError(.tooShort, at: 0, needed: 4, available: bytes.byteCount))
      }
      return
    }
    guard access == AccessAddress.advertising else { return dataPDU(access, &reader) }
    fields.open("advertising")
    defer { fields.close() }
    do throws(WireError) {
      fields.name("accessAddress", access.hexadecimal)
      let header = try reader.integer(UInt8.self)
      let length = try reader.integer(UInt8.self)
      let type = AdvertisingPDUType(rawValue: header & 0x0F)
      fields.field("pdu", type)
      fields.field("length", length)
      fields.summary.append(type.description)
      var payload = try reader.prefix(min(Int(length), reader.remaining))
      try addresses(type, header, &payload)
      if Int(length) > bytes.byteCount &- 6, !isCut {
        throw WireError(.lengthBeyondParent, at: 5, needed: Int(length), available: bytes.byteCount &- 6)
      }
    } catch { if !isCut { malformed(.advertising, error) } }
  }

  private mutating func addresses(
    _ type: AdvertisingPDUType, _ header: UInt8, _ payload: inout ByteReader
  ) throws(WireError) {
    guard type != .extended else { return }
    let first = try payload.address()
    fields.field(type.isRequest ? "initiatorAddress" : "advertiserAddress", first)
    fields.field("addressType", LEAddressType(rawValue: header >> 6 & 1))
    fields.summary.append(", ")
    fields.summary.address(first)
    peer = first
    if type == .connectIndication {
      // Whatever was encrypted before on this access address is another connection.
      var inside = payload
      if (try? inside.skip(6)) != nil, let access = try? inside.integer(UInt32.self) {
        links.encrypted.removeAll { $0 == access }
      }
    }
    if type.isRequest || type == .directed {
      let second = try payload.address()
      fields.field(type == .directed ? "targetAddress" : "advertiserAddress", second)
      fields.summary.append(type == .directed ? " to " : " asks ")
      fields.summary.address(second)
      return
    }
    try advertisingData("data", payload)
  }

  // MARK: Data

  /// A PDU of a connection (Core Vol 6 Part B §2.4). Only whole L2CAP PDUs are read, and none once the link is encrypted.
  private mutating func dataPDU(_ access: UInt32, _ reader: inout ByteReader) {
    fields.open("linkLayer")
    fields.name("accessAddress", access.hexadecimal)
    guard let header = try? reader.integer(UInt8.self), let length = try? reader.integer(UInt8.self) else {
      fields.close()
      fields.summary.append("LE data PDU")
      if !isCut {
        malformed(.advertising, WireError(.tooShort, at: 4, needed: 2, available: reader.remaining))
      }
      return
    }
    let kind = header & 0x3
    fields.field("llid", kind)
    fields.field("length", length)
    guard let payload = try? reader.prefix(min(Int(length), reader.remaining)) else { return fields.close() }
    let isEncrypted = links.encrypted.contains(access)
    if isEncrypted { fields.field("encrypted", true) }
    if kind == 0x3 { control(payload, access, isEncrypted) }
    fields.close()
    if fields.summary.isEmpty {
      fields.summary.append(length == 0 ? "LE empty PDU" : "LE data PDU")
      if length > 0 { quantity(Int(length), "bytes") }
    }
    guard kind == 0x2, !isEncrypted, let frame = try? L2CAPFrame(payload.rest), frame.missing == 0 else {
      return
    }
    fields.summary.removeAll()
    direction = direction ?? .received
    try? pdu(payload.rest, links.position(adapter, 0xFFFF), 0xFFFF, direction ?? .received, first: nil)
    direction = nil
    if layers.contains(.l2cap) { layers.remove(.advertising) }
  }

  /// An LL Control PDU (Core Vol 6 Part B §2.4.2).
  private mutating func control(_ payload: ByteReader, _ access: UInt32, _ isEncrypted: Bool) {
    fields.summary.append("LL Control")
    guard !isEncrypted, let opcode = payload.peek() else { return }
    let name = Self.controlName(opcode)
    fields.coded("opcode", opcode, name)
    say(name)
    guard opcode == 0x05, !links.encrypted.contains(access) else { return }
    if links.encrypted.count >= 64 { links.encrypted.removeFirst() }
    links.encrypted.append(access)
  }

  private static func controlName(_ opcode: UInt8) -> String? {
    switch opcode {
    case 0x00: "LL_CONNECTION_UPDATE_IND"
    case 0x01: "LL_CHANNEL_MAP_IND"
    case 0x02: "LL_TERMINATE_IND"
    case 0x03: "LL_ENC_REQ"
    case 0x04: "LL_ENC_RSP"
    case 0x05: "LL_START_ENC_REQ"
    case 0x06: "LL_START_ENC_RSP"
    case 0x07: "LL_UNKNOWN_RSP"
    case 0x08: "LL_FEATURE_REQ"
    case 0x09: "LL_FEATURE_RSP"
    case 0x0A: "LL_PAUSE_ENC_REQ"
    case 0x0B: "LL_PAUSE_ENC_RSP"
    case 0x0C: "LL_VERSION_IND"
    case 0x0D: "LL_REJECT_IND"
    case 0x0E: "LL_PERIPHERAL_FEATURE_REQ"
    case 0x0F: "LL_CONNECTION_PARAM_REQ"
    case 0x10: "LL_CONNECTION_PARAM_RSP"
    case 0x11: "LL_REJECT_EXT_IND"
    case 0x12: "LL_PING_REQ"
    case 0x13: "LL_PING_RSP"
    case 0x14: "LL_LENGTH_REQ"
    case 0x15: "LL_LENGTH_RSP"
    case 0x16: "LL_PHY_REQ"
    case 0x17: "LL_PHY_RSP"
    case 0x18: "LL_PHY_UPDATE_IND"
    case 0x19: "LL_MIN_USED_CHANNELS_IND"
    default: nil
    }
  }
}

/// What an advertising PDU is (Core Vol 6 Part B §2.3).
struct AdvertisingPDUType: OpenCode {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let directed = Self(rawValue: 0x1)
  static let scanRequest = Self(rawValue: 0x3)
  static let connectIndication = Self(rawValue: 0x5)
  static let extended = Self(rawValue: 0x7)

  var name: String? {
    switch rawValue {
    case 0x0: "ADV_IND"
    case 0x1: "ADV_DIRECT_IND"
    case 0x2: "ADV_NONCONN_IND"
    case 0x3: "SCAN_REQ"
    case 0x4: "SCAN_RSP"
    case 0x5: "CONNECT_IND"
    case 0x6: "ADV_SCAN_IND"
    case 0x7: "ADV_EXT_IND"
    case 0x8: "AUX_CONNECT_RSP"
    default: nil
    }
  }

  /// Somebody asks an advertiser for more: its address comes second.
  var isRequest: Bool { self == .scanRequest || self == .connectIndication }
}
