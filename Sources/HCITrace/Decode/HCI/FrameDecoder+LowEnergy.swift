// LE Meta events, advertising data, and the PDUs of LE link-layer sniffers.

extension FrameDecoder {
  mutating func lowEnergy(_ event: LEEvent, _ reader: inout ByteReader) throws(WireError) {
    event.fields(to: &fields)
    switch event {
    case .advertisingReport(let report):
      var reports = AdvertisingReports(reader, numReports: report.numReports)
      fields.openList("reports")
      defer { fields.closeList() }
      while let report = try reports.next() {
        fields.openElement()
        defer { fields.close() }
        fields.field("eventType", report.eventType)
        fields.field("addressType", report.addressType)
        fields.field("address", report.address)
        fields.field("rssi", report.rssi)
        number("RSSI", Int(report.rssi))
        try advertisingData("data", report.data)
      }
    case .extendedAdvertisingReport(let report):
      var reports = ExtendedAdvertisingReports(reader, numReports: report.numReports)
      fields.openList("reports")
      defer { fields.closeList() }
      while let report = try reports.next() {
        fields.openElement()
        defer { fields.close() }
        fields.hex("eventType", report.eventType)
        fields.field("addressType", report.addressType)
        fields.field("address", report.address)
        fields.field("primaryPHY", report.primaryPHY)
        fields.field("secondaryPHY", report.secondaryPHY)
        fields.field("advertisingSID", report.advertisingSID)
        fields.field("txPower", report.txPower)
        fields.field("rssi", report.rssi)
        fields.field("periodicAdvertisingInterval", report.periodicAdvertisingInterval)
        fields.field("directAddressType", report.directAddressType)
        fields.field("directAddress", report.directAddress)
        number("RSSI", Int(report.rssi))
        try advertisingData("data", report.data)
      }
    case .connectionComplete(let complete): say(complete.role.name)
    case .enhancedConnectionComplete(let complete): say(complete.role.name)
    case .enhancedConnectionCompleteV2(let complete): say(complete.role.name)
    case .generateDHKeyComplete: fields.withheld("dhKey")
    case .periodicAdvertisingReport(let report):
      try advertisingData("data", try reader.prefix(min(Int(report.dataLength), reader.remaining)))
    case .periodicAdvertisingReportV2(let report):
      try advertisingData("data", try reader.prefix(min(Int(report.dataLength), reader.remaining)))
    case .readLocalP256PublicKeyComplete, .scanTimeout: break
    case .directedAdvertisingReport, .connectionlessIQReport, .connectionIQReport, .createBIGComplete,
      .bigSyncEstablished, .periodicAdvertisingResponseReport, .unknown:
      if reader.remaining > 0 { fields.octets("rest", reader) }
    default: break
    }
  }

  /// The structures of advertising, scan response or extended inquiry response data.
  mutating func advertisingData(_ key: StaticString, _ reader: ByteReader) throws(WireError) {
    layers.insert(.advertising)
    fields.openList(key)
    defer { fields.closeList() }
    var structures = AdvertisingData(reader)
    do throws(WireError) {
      while let structure = try structures.next() {
        fields.openElement()
        defer { fields.close() }
        fields.field("type", structure.type)
        try content(of: structure)
      }
    } catch { malformed(.advertising, error) }
  }

  private mutating func content(of structure: borrowing AdvertisingStructure) throws(WireError) {
    if structure.type.isSecret { return fields.withheld("value") }
    if structure.isName {
      let name = structure.value.name()
      fields.air("localName", name)
      quote(name)
    } else if let flags = structure.flags {
      fields.field("flags", flags.rawValue)
    } else if let power = structure.txPowerLevel {
      fields.field("txPowerLevel", power)
    } else if let classOfDevice = structure.classOfDevice {
      fields.field("classOfDevice", classOfDevice)
    } else if let identification = structure.deviceIdentification {
      fields.field("vendorSource", identification.vendorSource)
      fields.hex("vendor", identification.vendor)
      fields.hex("product", identification.product)
      fields.hex("version", identification.version)
    } else if let manufacturer = structure.manufacturer {
      fields.field("company", manufacturer)
      fields.octets("value", structure.value)
    } else {
      try services(of: structure)
    }
  }

  private mutating func services(of structure: borrowing AdvertisingStructure) throws(WireError) {
    var uuids = structure.uuids
    guard let first = try uuids.next() else { return fields.octets("value", structure.value) }
    fields.openList("uuids")
    defer { fields.closeList() }
    fields.element(first)
    while let uuid = try uuids.next() { fields.element(uuid) }
  }

  // MARK: The link layer

  /// A PDU of the LE link layer, access address first (Core Vol 6 Part B §2).
  mutating func linkLayer(_ bytes: RawSpan) {
    layers.insert(.advertising)
    var reader = ByteReader(bytes)
    fields.open("advertising")
    defer { fields.close() }
    do throws(WireError) {
      let access = try reader.integer(UInt32.self)
      fields.name("accessAddress", access.hexadecimal)
      guard access == Self.advertisingAccessAddress else {
        fields.summary.append("LE data PDU, access address ")
        fields.summary.hexadecimal(access)
        return
      }
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

  /// The access address of the advertising channels (Core Vol 6 Part B §2.1.2).
  private static let advertisingAccessAddress: UInt32 = 0x8E89_BED6

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
    if type.isRequest || type == .directed {
      let second = try payload.address()
      fields.field(type == .directed ? "targetAddress" : "advertiserAddress", second)
      fields.summary.append(type == .directed ? " to " : " asks ")
      fields.summary.address(second)
      return
    }
    try advertisingData("data", payload)
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

extension AdvertisingDataType {
  /// It holds what keys are made from: Simple Pairing hashes and randomizers, the TK value, LE Secure Connections
  /// confirmation and random values. Type 0x10 is Device ID in an inquiry response.
  fileprivate var isSecret: Bool { [0x0E, 0x0F, 0x1D, 0x1E, 0x22, 0x23].contains(rawValue) }
}
