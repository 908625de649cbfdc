// LE Controller commands that set up the controller and advertise (Core Vol 4 Part E §7.8).

extension HCICommand {
  /// LE Set Event Mask (§7.8.1).
  struct LESetEventMask: WireMessage {
    var eventMask: UInt64
  }
}

extension HCICommand.LESetEventMask {
  init(from reader: inout ByteReader) throws(WireError) {
    eventMask = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(eventMask)
  }
}

extension HCICommand {
  /// LE Set Random Address (§7.8.4).
  struct LESetRandomAddress: WireMessage {
    var randomAddress: Address
  }
}

extension HCICommand.LESetRandomAddress {
  init(from reader: inout ByteReader) throws(WireError) {
    randomAddress = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(randomAddress)
  }
}

extension HCICommand {
  /// LE Set Advertising Parameters (§7.8.5).
  struct LESetAdvertisingParameters: WireMessage {
    /// Units of 0.625 ms.
    var intervalMin: UInt16
    /// Units of 0.625 ms.
    var intervalMax: UInt16
    var advertisingType: UInt8
    var ownAddressType: LEAddressType
    var peerAddressType: LEAddressType
    var peerAddress: Address
    var channelMap: UInt8
    var filterPolicy: UInt8
  }
}

extension HCICommand.LESetAdvertisingParameters {
  init(from reader: inout ByteReader) throws(WireError) {
    intervalMin = try reader.integer()
    intervalMax = try reader.integer()
    advertisingType = try reader.integer()
    ownAddressType = try reader.code()
    peerAddressType = try reader.code()
    peerAddress = try reader.address()
    channelMap = try reader.integer()
    filterPolicy = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(intervalMin)
    writer.integer(intervalMax)
    writer.integer(advertisingType)
    writer.code(ownAddressType)
    writer.code(peerAddressType)
    writer.address(peerAddress)
    writer.integer(channelMap)
    writer.integer(filterPolicy)
  }
}

extension HCICommand {
  /// LE Set Advertising Data (§7.8.7). The data, 31 octets, stays in the reader: ``AdvertisingData``.
  struct LESetAdvertisingData: WireMessage {
    /// Octets that matter.
    var dataLength: UInt8
  }
}

extension HCICommand.LESetAdvertisingData {
  init(from reader: inout ByteReader) throws(WireError) {
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(dataLength)
  }
}

extension HCICommand {
  /// LE Set Scan Response Data (§7.8.8). The data, 31 octets, stays in the reader: ``AdvertisingData``.
  struct LESetScanResponseData: WireMessage {
    /// Octets that matter.
    var dataLength: UInt8
  }
}

extension HCICommand.LESetScanResponseData {
  init(from reader: inout ByteReader) throws(WireError) {
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(dataLength)
  }
}

extension HCICommand {
  /// LE Set Advertising Enable (§7.8.9).
  struct LESetAdvertisingEnable: WireMessage {
    var advertisingEnable: Bool
  }
}

extension HCICommand.LESetAdvertisingEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingEnable = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(advertisingEnable)
  }
}

extension HCICommand {
  /// LE Set Advertising Set Random Address (§7.8.52).
  struct LESetAdvertisingSetRandomAddress: WireMessage {
    var advertisingHandle: UInt8
    var randomAddress: Address
  }
}

extension HCICommand.LESetAdvertisingSetRandomAddress {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    randomAddress = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.address(randomAddress)
  }
}

extension HCICommand {
  /// LE Set Extended Advertising Data (§7.8.54). The data stays in the reader: ``AdvertisingData``.
  struct LESetExtendedAdvertisingData: WireMessage {
    var advertisingHandle: UInt8
    var operation: UInt8
    var fragmentPreference: UInt8
    /// Octets.
    var dataLength: UInt8
  }
}

extension HCICommand.LESetExtendedAdvertisingData {
  init(from reader: inout ByteReader) throws(WireError) {
    advertisingHandle = try reader.integer()
    operation = try reader.integer()
    fragmentPreference = try reader.integer()
    dataLength = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(advertisingHandle)
    writer.integer(operation)
    writer.integer(fragmentPreference)
    writer.integer(dataLength)
  }
}

extension HCICommand {
  /// LE Set Extended Advertising Enable (§7.8.56). The sets stay in the reader.
  struct LESetExtendedAdvertisingEnable: WireMessage {
    var enable: Bool
    var numSets: UInt8
  }
}

extension HCICommand.LESetExtendedAdvertisingEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    enable = try reader.flag()
    numSets = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(enable)
    writer.integer(numSets)
  }
}
