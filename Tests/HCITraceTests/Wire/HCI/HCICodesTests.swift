import Testing

@testable import HCITrace

/// Addresses, codes and assigned numbers.
struct HCICodesTests {
  @Test func addresses() throws {
    let address = try #require(Address("f0:f0:a4:1c:2d:3e"))
    #expect(address.raw == 0xF0F0_A41C_2D3E)
    #expect(address.description == "F0:F0:A4:1C:2D:3E")
    #expect(address.organization == 0xF0F0A4)
    #expect(Address("F0-F0-A4-1C-2D-3E") == address)
    for wrong in [
      "", "F0:F0:A4:1C:2D", "F0:F0:A4:1C:2D:3E:", "F0:F0:A4:1C:2D:3G", "F0F0A41C2D3E", "F0:F0:A4:1C:2D:3",
    ] {
      #expect(Address(wrong) == nil, "\(wrong)")
    }
    let bytes: [UInt8] = [0x3E, 0x2D, 0x1C, 0xA4, 0xF0, 0xF0]
    var reader = ByteReader(bytes.rawOctets)
    #expect(try reader.address() == address)
    #expect(Address(raw: .max).raw == 0xFFFF_FFFF_FFFF)
  }

  /// The names that Wireshark gives the codes, where Core 5.4 didn't rename them.
  @Test func statuses() {
    let names: [UInt8: String] = [
      0x00: "Success", 0x04: "Page Timeout", 0x05: "Authentication Failure", 0x06: "PIN or Key Missing",
      0x08: "Connection Timeout", 0x0B: "Connection Already Exists", 0x0C: "Command Disallowed",
      0x13: "Remote User Terminated Connection", 0x15: "Remote Device Terminated Connection due to Power Off",
      0x22: "LMP Response Timeout / LL Response Timeout", 0x2F: "Insufficient Security",
      0x3D: "Connection Terminated due to MIC Failure", 0x44: "Operation Cancelled by Host", 0x46: "Too Late",
    ]
    for (code, name) in names { #expect(HCIStatus(rawValue: code).name == name) }
    let reserved: Set<UInt8> = [0x2B, 0x31, 0x33]
    for code in UInt8(0)...0x46 {
      #expect((HCIStatus(rawValue: code).name == nil) == reserved.contains(code))
    }
    #expect(HCIStatus(rawValue: 0x47).description == "0x47")
    #expect(HCIStatus.pageTimeout.codeAndName == "0x04 Page Timeout")
    #expect(HCIStatus.success.isSuccess && !HCIStatus.pageTimeout.isSuccess)
  }

  @Test func tablesFindEachOfTheirEntries() {
    let tables: [AssignedNumbers] = [
      .commandTable, .eventTable, .companyTable, .uuidTable, .advertisingTypeTable,
    ]
    for table in tables {
      let codes = table.codes
      #expect(codes == codes.sorted() && Set(codes).count == codes.count)
      #expect(codes.count == table.count)
      for code in codes { #expect(table.entry(code)?.isEmpty == false) }
      let known = Set(codes)
      for code in codes where code < .max && !known.contains(code + 1) {
        #expect(table.entry(code + 1) == nil)
      }
    }
    #expect(AssignedNumbers.companyTable.count > 3000)
    #expect(AssignedNumbers("").entry(0) == nil)
    #expect(AssignedNumbers("zzzz x").entry(0) == nil)
  }

  @Test func commandsSayHowTheyAreAnswered() {
    #expect(HCIOpcode.createConnection.answer == .status)
    #expect(HCIOpcode.reset.answer == .complete)
    #expect(HCIOpcode.hostNumberOfCompletedPackets.answer == .none)
    #expect(HCIOpcode(rawValue: 0xFC0A).answer == .unknown)
    #expect(!HCIOpcode(rawValue: 0).returnsStatus)
    #expect(HCIOpcode.leGetVendorCapabilities.returnsStatus)
    #expect(!HCIOpcode(rawValue: 0xFC0A).returnsStatus)
    for code in AssignedNumbers.commandTable.codes {
      let opcode = HCIOpcode(rawValue: code)
      let complete = opcode.answer == .complete || opcode.answer == .none
      if complete { #expect((opcode.returnOffsets?.status == 0) == opcode.returnsStatus, "\(opcode)") }
    }
  }

  @Test func companiesAndVersions() {
    #expect(CompanyIdentifier(rawValue: 0x000F).name?.hasPrefix("Broadcom") == true)
    #expect(CompanyIdentifier(rawValue: 0x001D).name?.hasPrefix("Qualcomm") == true)
    #expect(CompanyIdentifier(rawValue: 0x0057).name?.hasPrefix("Harman") == true)
    #expect(CompanyIdentifier(rawValue: 0xFFFF).name == nil)
    #expect(CoreVersion(rawValue: 6).name == "4.0")
    #expect(CoreVersion(rawValue: 0x0D).name == "5.4")
    #expect(CoreVersion(rawValue: 0xFF).description == "0xFF")
  }

  @Test func uuids() throws {
    let sink = BluetoothUUID(UInt16(0x110B))
    #expect(sink.name == "Audio Sink")
    #expect(sink.description == "0x110B")
    #expect(BluetoothUUID(UInt16(0x0019)).name == "AVDTP")
    #expect(BluetoothUUID(UInt16(0x184E)).name == "Audio Stream Control")
    #expect(BluetoothUUID(UInt16(0x1850)).name == "Published Audio Capabilities")
    #expect(BluetoothUUID(high: 0x0000_110B_0000_1000, low: 0x8000_0080_5F9B_34FB) == sink)
    #expect(sink.short == 0x110B && sink.value32 == 0x110B)
    let wide = BluetoothUUID(UInt32(0x1234_5678))
    #expect(wide.short == nil && wide.description == "0x12345678" && !wide.isVendorSpecific)
    let own = BluetoothUUID(high: 0x931C_7E8A_540F_4686, low: 0xB798_E8DF_0A2A_D9F7)
    #expect(own.isVendorSpecific && own.name == nil)
    #expect(own.description == "931C7E8A-540F-4686-B798-E8DF0A2AD9F7")
    let little: [UInt8] = [
      0xF7, 0xD9, 0x2A, 0x0A, 0xDF, 0xE8, 0x98, 0xB7, 0x86, 0x46, 0x0F, 0x54, 0x8A, 0x7E, 0x1C, 0x93,
    ]
    var reader = ByteReader(little.rawOctets)
    #expect(try reader.uuid(size: 16) == own)
    let big = Array(little.reversed())
    reader = ByteReader(big.rawOctets)
    #expect(try reader.bigEndianUUID(size: 16) == own)
    reader = ByteReader(big.rawOctets)
    #expect(try reader.bigEndianUUID(size: 2).short == 0x931C)
    #expect(throws: WireError.self) {
      var reader = ByteReader(big.rawOctets)
      _ = try reader.uuid(size: 3)
    }
  }

  @Test func classesOfDevice() {
    let speaker = ClassOfDevice(value: 0x240414)
    #expect(speaker.deviceName == "Audio/Video: Loudspeaker")
    #expect(speaker.serviceNames == ["Rendering", "Audio"])
    #expect(speaker.isAudioVideo && speaker.hasAudioService && speaker.hasRenderingService)
    #expect(speaker.description == "0x240414")
    let dropped = ClassOfDevice(value: 0x040414)
    #expect(!dropped.hasAudioService && dropped.hasRenderingService)
    let echo = ClassOfDevice(value: 0x20041C)
    #expect(echo.deviceName == "Audio/Video: Portable Audio" && !echo.hasRenderingService)
    let phone = ClassOfDevice(value: 0x5A020C)
    #expect(phone.isPhone && phone.deviceName == "Phone: Smartphone")
    #expect(phone.serviceNames == ["Networking", "Capturing", "Object Transfer", "Telephony"])
    #expect(ClassOfDevice(value: 0x002540).deviceName == "Peripheral: Keyboard")
    #expect(ClassOfDevice(value: 0x000680).deviceName == "Imaging: Printer")
    #expect(ClassOfDevice(value: 0x0C010C).deviceName == "Computer: Laptop")
    #expect(ClassOfDevice(value: 0x001F00).deviceName == "Uncategorized")
    #expect(ClassOfDevice(value: 0x0004FC).deviceName == "Audio/Video")
    #expect(ClassOfDevice(value: .max).value == 0xFF_FFFF)
    for value in stride(from: UInt32(0), to: 0x2000, by: 4) {
      #expect(!ClassOfDevice(value: value).deviceName.isEmpty)
    }
  }

  @Test func openCodesKeepWhatTheyDoNotKnow() {
    #expect(LinkRole(rawValue: 7).description == "0x07")
    #expect(LinkRole.central.description == "Central")
    #expect(AuthenticationRequirements.generalBondingMITM.wantsBonding)
    #expect(AuthenticationRequirements.generalBondingMITM.requiresMITMProtection)
    #expect(!AuthenticationRequirements.noBonding.wantsBonding)
    #expect(!AuthenticationRequirements(rawValue: 9).wantsBonding)
    #expect(LinkKeyType.authenticatedP256.isAuthenticated && !LinkKeyType.combination.isAuthenticated)
    #expect(ScanEnable.page.isConnectable && !ScanEnable.page.isDiscoverable)
    #expect(HCIOpcode(rawValue: 0xFD5D).name == "A2DP Hardware Offload")
    #expect(HCIOpcode(rawValue: 0x0BFF).description == "0x0BFF")
    #expect(HCIEventCode(rawValue: 0x05).name == "Disconnection Complete")
    #expect(HCIEventCode.leMeta.name(subevent: 0x0A) == "LE Enhanced Connection Complete [v1]")
    #expect(HCIEventCode.leMeta.name == "LE Meta")
  }
}
