// LE Controller commands that scan and list devices (Core Vol 4 Part E §7.8).

extension HCICommand {
  /// LE Set Scan Parameters (§7.8.10).
  struct LESetScanParameters: WireMessage {
    /// 0 passive, 1 active.
    var scanType: UInt8
    /// Units of 0.625 ms.
    var scanInterval: UInt16
    /// Units of 0.625 ms.
    var scanWindow: UInt16
    var ownAddressType: LEAddressType
    var filterPolicy: UInt8
  }
}

extension HCICommand.LESetScanParameters {
  init(from reader: inout ByteReader) throws(WireError) {
    scanType = try reader.integer()
    scanInterval = try reader.integer()
    scanWindow = try reader.integer()
    ownAddressType = try reader.code()
    filterPolicy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(scanType)
    writer.integer(scanInterval)
    writer.integer(scanWindow)
    writer.code(ownAddressType)
    writer.integer(filterPolicy)
  }
}

extension HCICommand {
  /// LE Set Scan Enable (§7.8.11).
  struct LESetScanEnable: WireMessage {
    var scanEnable: Bool
    var filterDuplicates: Bool
  }
}

extension HCICommand.LESetScanEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    scanEnable = try reader.flag()
    filterDuplicates = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(scanEnable)
    writer.flag(filterDuplicates)
  }
}

extension HCICommand {
  /// LE Add Device To Filter Accept List (§7.8.16).
  struct LEAddDeviceToFilterAcceptList: WireMessage {
    var addressType: LEAddressType
    var address: Address
  }
}

extension HCICommand.LEAddDeviceToFilterAcceptList {
  init(from reader: inout ByteReader) throws(WireError) {
    addressType = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(addressType)
    writer.address(address)
  }
}

extension HCICommand {
  /// LE Remove Device From Filter Accept List (§7.8.17).
  struct LERemoveDeviceFromFilterAcceptList: WireMessage {
    var addressType: LEAddressType
    var address: Address
  }
}

extension HCICommand.LERemoveDeviceFromFilterAcceptList {
  init(from reader: inout ByteReader) throws(WireError) {
    addressType = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(addressType)
    writer.address(address)
  }
}

extension HCICommand {
  /// LE Add Device To Resolving List (§7.8.38). The identity resolving keys are never kept.
  struct LEAddDeviceToResolvingList: WireMessage {
    var peerIdentityAddressType: LEAddressType
    var peerIdentityAddress: Address
  }
}

extension HCICommand.LEAddDeviceToResolvingList {
  init(from reader: inout ByteReader) throws(WireError) {
    peerIdentityAddressType = try reader.code()
    peerIdentityAddress = try reader.address()
    try reader.skip(32)
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(peerIdentityAddressType)
    writer.address(peerIdentityAddress)
    writer.zeros(32)
  }
}

extension HCICommand {
  /// LE Remove Device From Resolving List (§7.8.39).
  struct LERemoveDeviceFromResolvingList: WireMessage {
    var peerIdentityAddressType: LEAddressType
    var peerIdentityAddress: Address
  }
}

extension HCICommand.LERemoveDeviceFromResolvingList {
  init(from reader: inout ByteReader) throws(WireError) {
    peerIdentityAddressType = try reader.code()
    peerIdentityAddress = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(peerIdentityAddressType)
    writer.address(peerIdentityAddress)
  }
}

extension HCICommand {
  /// LE Set Extended Scan Parameters (§7.8.64). Type, interval and window of each PHY stay in the reader.
  struct LESetExtendedScanParameters: WireMessage {
    var ownAddressType: LEAddressType
    var filterPolicy: UInt8
    /// Bit 0 LE 1M, bit 2 LE Coded.
    var scanningPHYs: UInt8
  }
}

extension HCICommand.LESetExtendedScanParameters {
  init(from reader: inout ByteReader) throws(WireError) {
    ownAddressType = try reader.code()
    filterPolicy = try reader.integer()
    scanningPHYs = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(ownAddressType)
    writer.integer(filterPolicy)
    writer.integer(scanningPHYs)
  }
}

extension HCICommand {
  /// LE Set Extended Scan Enable (§7.8.65).
  struct LESetExtendedScanEnable: WireMessage {
    var scanEnable: Bool
    var filterDuplicates: UInt8
    /// Units of 10 ms; 0 until disabled.
    var duration: UInt16
    /// Units of 1.28 s.
    var period: UInt16
  }
}

extension HCICommand.LESetExtendedScanEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    scanEnable = try reader.flag()
    filterDuplicates = try reader.integer()
    duration = try reader.integer()
    period = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(scanEnable)
    writer.integer(filterDuplicates)
    writer.integer(duration)
    writer.integer(period)
  }
}
