// LE Meta events and advertising data.

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
      .bigSyncEstablished, .periodicAdvertisingResponseReport:
      if reader.remaining > 0 { fields.octets("rest", reader) }
    case .unknown: fields.unread("rest", reader)
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
    if structure.isSecret { return fields.withheld("value") }
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
}
