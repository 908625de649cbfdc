// What Command Complete returns.

extension FrameDecoder {
  mutating func commandComplete(
    _ complete: HCIEvent.CommandComplete, _ reader: inout ByteReader
  ) throws(WireError) {
    let opcode = complete.opcode
    let entry = directory.command(opcode)
    fields.hex("opcode", opcode.rawValue)
    if let entry { fields.name("opcodeName", entry.name) }
    fields.field("numHCICommandPackets", complete.numHCICommandPackets)
    fields.summary.append(": ")
    if let entry {
      fields.summary.append(entry.name)
    } else {
      fields.summary.hexadecimal(opcode.rawValue)
    }
    guard opcode.rawValue != 0 else { return }
    guard opcode.returnsStatus else { return fields.unread("returnParameters", reader) }
    // A command that is answered by Command Status is answered by this event too, where the controller doesn't know it.
    var offsets = entry?.returned ?? ParameterOffsets("")
    offsets.status = offsets.status ?? 0
    common(offsets, reader)
    guard !opcode.hasSecretReturn else { return fields.withheld("returnParameters") }
    // A command that failed returns its status; what follows is worth nothing and may be missing.
    guard reader.peek() == 0, try returned(opcode, &reader) else { return }
    let isKnown = entry != nil && !opcode.isVendor && !opcode.hasSecretParameters
    if !isKnown || ParameterLayouts.returns[opcode.rawValue] != nil {
      fields.unread("returnParameters", reader)
    } else if reader.remaining > 0 {
      fields.octets("returnParameters", reader)
    }
  }

  /// Writes what a command returns beside status, handle and address; `true` where nobody knows what follows.
  private mutating func returned(_ opcode: HCIOpcode, _ reader: inout ByteReader) throws(WireError) -> Bool {
    switch opcode.group {
    case 0x01, 0x02, 0x03: try basebandReturn(opcode, &reader)
    case 0x08, 0x3F: try lowEnergyReturn(opcode, &reader)
    default: try statusReturn(opcode, &reader)
    }
  }

  private mutating func basebandReturn(
    _ opcode: HCIOpcode, _ reader: inout ByteReader
  ) throws(WireError) -> Bool {
    switch opcode.rawValue {
    case 0x0420: fields.field("lmpHandle", try HCIReturn.ReadLMPHandle(from: &reader).lmpHandle)
    case 0x0809:
      let role = try HCIReturn.RoleDiscovery(from: &reader).currentRole
      fields.field("currentRole", role)
      say(role.name)
    case 0x080C: fields.hex("settings", try HCIReturn.ReadLinkPolicySettings(from: &reader).settings)
    case 0x080E: fields.hex("settings", try HCIReturn.ReadDefaultLinkPolicySettings(from: &reader).settings)
    case 0x0C14:
      try reader.skip(1)
      localName(reader)
    case 0x0C15, 0x0C17, 0x0C7E: fields.field("timeout", try HCIReturn.ReadTimeout(from: &reader).timeout)
    case 0x0C19:
      let scans = try HCIReturn.ReadScanEnable(from: &reader).scanEnable
      fields.field("scanEnable", scans)
      say(scans.name)
    case 0x0C23:
      let classOfDevice = try HCIReturn.ReadClassofDevice(from: &reader).classOfDevice
      fields.field("classOfDevice", classOfDevice)
      say(classOfDevice.description)
    case 0x0C27:
      fields.field("flushTimeout", try HCIReturn.ReadAutomaticFlushTimeout(from: &reader).flushTimeout)
    case 0x0C2D:
      let level = try HCIReturn.ReadTransmitPowerLevel(from: &reader).transmitPowerLevel
      fields.field("transmitPowerLevel", level)
      quantity(Int(level), "dBm")
    case 0x0C36: fields.field("timeout", try HCIReturn.ReadLinkSupervisionTimeout(from: &reader).timeout)
    case 0x0C44: fields.field("inquiryMode", try HCIReturn.ReadInquiryMode(from: &reader).inquiryMode)
    case 0x0C51:
      fields.field("fecRequired", try HCIReturn.ReadExtendedInquiryResponse(from: &reader).fecRequired)
      try advertisingData("data", reader)
    case 0x0C55:
      fields.field("simplePairingMode", try HCIReturn.ReadSimplePairingMode(from: &reader).simplePairingMode)
    case 0x0C58:
      fields.field("txPower", try HCIReturn.ReadInquiryResponseTransmitPowerLevel(from: &reader).txPower)
    case 0x0C68:
      let levels = try HCIReturn.ReadEnhancedTransmitPowerLevel(from: &reader)
      fields.field("gfsk", levels.gfsk)
      fields.field("dqpsk", levels.dqpsk)
      fields.field("eightDPSK", levels.eightDPSK)
    case 0x0C79:
      fields.field(
        "secureConnectionsHostSupport",
        try HCIReturn.ReadSecureConnectionsHostSupport(from: &reader).secureConnectionsHostSupport)
    default: return try rest(opcode, &reader)
    }
    return false
  }

  private mutating func statusReturn(
    _ opcode: HCIOpcode, _ reader: inout ByteReader
  ) throws(WireError) -> Bool {
    switch opcode.rawValue {
    case 0x1001:
      let version = try HCIReturn.ReadLocalVersionInformation(from: &reader)
      fields.field("hciVersion", version.hciVersion)
      fields.hex("hciSubversion", version.hciSubversion)
      fields.field("lmpVersion", version.lmpVersion)
      fields.field("company", version.company)
      fields.hex("lmpSubversion", version.lmpSubversion)
      say(version.hciVersion.name.map { "Bluetooth \($0)" })
      say(assigned: fields.name(of: version.company))
    case 0x1003: fields.mask("features", try HCIReturn.ReadLocalSupportedFeatures(from: &reader).features)
    case 0x1004:
      let features = try HCIReturn.ReadLocalExtendedFeatures(from: &reader)
      fields.field("pageNumber", features.pageNumber)
      fields.field("maxPageNumber", features.maxPageNumber)
      fields.mask("features", features.features)
    case 0x1005:
      let size = try HCIReturn.ReadBufferSize(from: &reader)
      fields.field("aclDataPacketLength", size.aclDataPacketLength)
      fields.field("synchronousDataPacketLength", size.synchronousDataPacketLength)
      fields.field("totalNumACLDataPackets", size.totalNumACLDataPackets)
      fields.field("totalNumSynchronousDataPackets", size.totalNumSynchronousDataPackets)
      quantity(Int(size.totalNumACLDataPackets), "buffers")
    case 0x1401:
      fields.field(
        "failedContactCounter", try HCIReturn.ReadFailedContactCounter(from: &reader).failedContactCounter)
    case 0x1403: fields.field("linkQuality", try HCIReturn.ReadLinkQuality(from: &reader).linkQuality)
    case 0x1405:
      let rssi = try HCIReturn.ReadRSSI(from: &reader).rssi
      fields.field("rssi", rssi)
      number("RSSI", Int(rssi))
    case 0x1406:
      let map = try HCIReturn.ReadAFHChannelMap(from: &reader)
      fields.field("afhMode", map.afhMode)
      fields.channels("afhChannelMap", map.afhChannelMap)
      quantity(map.afhChannelMap.usedChannels, "channels")
    case 0x1407:
      let clock = try HCIReturn.ReadClock(from: &reader)
      fields.hex("clock", clock.clock)
      fields.field("accuracy", clock.accuracy)
    case 0x1408:
      let size = try HCIReturn.ReadEncryptionKeySize(from: &reader).keySize
      fields.field("keySize", size)
      quantity(Int(size), "octets")
    default: return try rest(opcode, &reader)
    }
    return false
  }

  private mutating func lowEnergyReturn(
    _ opcode: HCIOpcode, _ reader: inout ByteReader
  ) throws(WireError) -> Bool {
    switch opcode.rawValue {
    case 0x2002:
      let size = try HCIReturn.LEReadBufferSize(from: &reader)
      fields.field("leACLDataPacketLength", size.leACLDataPacketLength)
      fields.field("totalNumLEACLDataPackets", size.totalNumLEACLDataPackets)
    case 0x2060:
      let size = try HCIReturn.LEReadBufferSizeV2(from: &reader)
      fields.field("leACLDataPacketLength", size.leACLDataPacketLength)
      fields.field("totalNumLEACLDataPackets", size.totalNumLEACLDataPackets)
      fields.field("isoDataPacketLength", size.isoDataPacketLength)
      fields.field("totalNumISODataPackets", size.totalNumISODataPackets)
    case 0x2003: fields.mask("features", try HCIReturn.LEReadLocalSupportedFeatures(from: &reader).features)
    case 0x2007:
      fields.field(
        "transmitPowerLevel", try HCIReturn.LEReadAdvertisingChannelTxPower(from: &reader).transmitPowerLevel)
    case 0x200F: fields.field("size", try HCIReturn.LEReadFilterAcceptListSize(from: &reader).size)
    case 0x2015: fields.channels("channelMap", try HCIReturn.LEReadChannelMap(from: &reader).channelMap)
    case 0x2030:
      let phys = try HCIReturn.LEReadPHY(from: &reader)
      fields.field("txPHY", phys.txPHY)
      fields.field("rxPHY", phys.rxPHY)
    case 0xFD53:
      let capabilities = try HCIReturn.LEGetVendorCapabilities(from: &reader)
      fields.field("maxAdvertisingInstances", capabilities.maxAdvertisingInstances)
      fields.field("offloadedResolutionOfPrivateAddress", capabilities.offloadedResolutionOfPrivateAddress)
      fields.field("totalScanResultsStorage", capabilities.totalScanResultsStorage)
      fields.field("maxIRKListSize", capabilities.maxIRKListSize)
      fields.field("filteringSupport", capabilities.filteringSupport)
      fields.field("maxFilter", capabilities.maxFilter)
      fields.field("activityEnergyInfoSupport", capabilities.activityEnergyInfoSupport)
      fields.hex("version", capabilities.version)
      fields.field("totalNumOfAdvertisersTracked", capabilities.totalNumOfAdvertisersTracked)
      return true
    default: return try rest(opcode, &reader)
    }
    return false
  }

  /// Moves over what every line of the table says, so that only what is left is shown as octets.
  private mutating func rest(_ opcode: HCIOpcode, _ reader: inout ByteReader) throws(WireError) -> Bool {
    if let layout = ParameterLayouts.returns[opcode.rawValue] {
      try reader.skip(1)
      try fields.parameters(layout, &reader)
      return true
    }
    let offsets = directory.command(opcode)?.returned
    var end = 1
    if let handle = offsets?.handle { end = max(end, handle &+ 2) }
    if let address = offsets?.address { end = max(end, address &+ 6) }
    try reader.skip(min(end, reader.remaining))
    return true
  }
}
