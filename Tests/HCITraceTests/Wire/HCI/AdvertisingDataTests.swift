import Testing

@testable import HCITrace

/// Extended inquiry responses and advertising data, structure by structure.
struct AdvertisingDataTests {
  /// What one structure says, as far as the helpers know it.
  private static func words(_ hexadecimal: String) throws -> [String] {
    let bytes = HCIVector.octets(hexadecimal)
    var data = AdvertisingData(ByteReader(bytes.rawOctets))
    var words: [String] = []
    while let structure = try data.next() {
      var word = "\(structure.offset) \(structure.type.name ?? "?")"
      if let name = structure.localName { word += " \"\(name)\"" }
      if let power = structure.txPowerLevel { word += " \(power) dBm" }
      if let classOfDevice = structure.classOfDevice { word += " \(classOfDevice)" }
      if let flags = structure.flags { word += " \(flags.rawValue)" }
      if let company = structure.manufacturer { word += " \(company.rawValue.hexadecimal)" }
      if let id = structure.deviceIdentification {
        word += " \(id.vendorSource) \(id.vendor) \(id.version.hexadecimal)"
      }
      var uuids = structure.uuids
      while let uuid = try uuids.next() { word += " \(uuid)" }
      words.append(word)
    }
    return words
  }

  /// Held against Wireshark's reading of the same octets.
  @Test func everyHelper() throws {
    let words = try Self.words(
      "0201060A094A424C20464C4950360503" + "0B110E11" + "020A0809" + "1002001D00010203010416184E00"
        + "05FF570001"
        + "02" + "050501000000" + "040D140424" + "0508464C4950" + "1106F7D92A0ADFE898B786460F548A7E1C93"
        + "0000")
    #expect(
      words == [
        "0 Flags 6", "3 Complete Local Name \"JBL FLIP6\"",
        "14 Complete List of 16-bit Service Class UUIDs 0x110B 0x110E",
        "20 Tx Power Level 8 dBm", "23 Device ID / Security Manager TK Value 2 29 0x0103",
        "33 Service Data - 16-bit UUID 0x4E18", "38 Manufacturer Specific Data 0x0057",
        "44 Complete List of 32-bit Service Class UUIDs 0x0001", "50 Class of Device 0x240414",
        "55 Shortened Local Name \"FLIP\"",
        "61 Incomplete List of 128-bit Service Class UUIDs 931C7E8A-540F-4686-B798-E8DF0A2AD9F7",
      ])
  }

  @Test func zeroEndsTheDataEarly() throws {
    #expect(try Self.words("02010600FFFFFFFF") == ["0 Flags 6"])
    #expect(try Self.words("") == [])
    #expect(try Self.words("00") == [])
  }

  @Test func aLengthPastTheEndIsMalformed() {
    #expect(throws: WireError(.lengthBeyondParent, at: 4, needed: 9, available: 3)) {
      _ = try Self.words("02010609094A42")
    }
  }

  @Test func aListThatEndsWithinAUUIDIsMalformed() {
    #expect(throws: WireError.self) { _ = try Self.words("04030B110E") }
  }

  @Test func flagsTellWhetherBREDRIsThere() throws {
    let bytes: [UInt8] = [0x02, 0x01, 0x06]
    var data = AdvertisingData(ByteReader(bytes.rawOctets))
    let structure = try data.next()
    let flags = structure?.flags
    #expect(flags?.isBREDRNotSupported == true)
    #expect(flags?.isGeneralDiscoverable == true)
    #expect(flags?.isLimitedDiscoverable == false)
  }

  @Test func everyCutReadsOrThrows() {
    let whole = HCIVector.octets("0201060A094A424C20464C49503605030B110E11020A0809100200")
    for length in 0...whole.count {
      let cut = Array(whole.prefix(length))
      HCIWalk.walk(AdvertisingData(ByteReader(cut.rawOctets)))
    }
  }

  @Test func reportsYieldTheirData() throws {
    // Two reports: a connectable one with flags, and a scan response without data.
    let bytes = HCIVector.octets("00013E2D1CA4F0F003020106C40400" + "3E2D1CA4F0F000BA")
    var reports = AdvertisingReports(ByteReader(bytes.rawOctets), numReports: 2)
    var seen: [String] = []
    while let report = try reports.next() {
      seen.append(
        "\(report.eventType) \(report.addressType) \(report.address) \(report.rssi) \(report.data.remaining)")
    }
    #expect(
      seen == [
        "0 Random Device Address F0:F0:A4:1C:2D:3E -60 3", "4 Public Device Address F0:F0:A4:1C:2D:3E -70 0",
      ])
  }

  @Test func extendedReportsYieldTheirData() throws {
    let bytes = HCIVector.octets("1300013E2D1CA4F0F00103057FC4500000" + "000000000000" + "03020106")
    var reports = ExtendedAdvertisingReports(ByteReader(bytes.rawOctets), numReports: 1)
    var seen = 0
    while let report = try reports.next() {
      seen += 1
      #expect(report.eventType == 0x13)
      #expect(report.primaryPHY == .le1M)
      #expect(report.secondaryPHY == .leCoded)
      #expect(report.advertisingSID == 5)
      #expect(report.txPower == 127)
      #expect(report.rssi == -60)
      #expect(report.periodicAdvertisingInterval == 0x50)
      #expect(report.data.remaining == 3)
    }
    #expect(seen == 1)
  }
}
