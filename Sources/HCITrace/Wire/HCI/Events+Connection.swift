// Events that make, change and end a BR/EDR link (Core Vol 4 Part E §7.7).

extension HCIEvent {
  /// Connection Complete (§7.7.3).
  struct ConnectionComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var address: Address
    var linkType: LinkType
    var encryptionEnabled: Bool
  }
}

extension HCIEvent.ConnectionComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    address = try reader.address()
    linkType = try reader.code()
    encryptionEnabled = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.address(address)
    writer.code(linkType)
    writer.flag(encryptionEnabled)
  }
}

extension HCIEvent {
  /// Connection Request (§7.7.4).
  struct ConnectionRequest: WireMessage {
    var address: Address
    var classOfDevice: ClassOfDevice
    var linkType: LinkType
  }
}

extension HCIEvent.ConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    classOfDevice = try reader.classOfDevice()
    linkType = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.classOfDevice(classOfDevice)
    writer.code(linkType)
  }
}

extension HCIEvent {
  /// Disconnection Complete (§7.7.5).
  struct DisconnectionComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Why the link ended.
    var reason: HCIStatus
  }
}

extension HCIEvent.DisconnectionComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(reason)
  }
}

extension HCIEvent {
  /// Read Remote Supported Features Complete (§7.7.11).
  struct ReadRemoteSupportedFeaturesComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// LMP features, page 0.
    var features: UInt64
  }
}

extension HCIEvent.ReadRemoteSupportedFeaturesComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(features)
  }
}

extension HCIEvent {
  /// Read Remote Version Information Complete (§7.7.12).
  struct ReadRemoteVersionInformationComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var version: CoreVersion
    /// Who made the controller.
    var company: CompanyIdentifier
    var subversion: UInt16
  }
}

extension HCIEvent.ReadRemoteVersionInformationComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    version = try reader.code()
    company = try reader.code()
    subversion = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(version)
    writer.code(company)
    writer.integer(subversion)
  }
}

extension HCIEvent {
  /// Read Clock Offset Complete (§7.7.28).
  struct ReadClockOffsetComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// Bits 16–2 of the difference of the clocks, in units of 1.25 ms.
    var clockOffset: UInt16
  }
}

extension HCIEvent.ReadClockOffsetComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    clockOffset = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(clockOffset)
  }
}

extension HCIEvent {
  /// Read Remote Extended Features Complete (§7.7.34).
  struct ReadRemoteExtendedFeaturesComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var pageNumber: UInt8
    var maxPageNumber: UInt8
    /// LMP features of that page.
    var features: UInt64
  }
}

extension HCIEvent.ReadRemoteExtendedFeaturesComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    pageNumber = try reader.integer()
    maxPageNumber = try reader.integer()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(pageNumber)
    writer.integer(maxPageNumber)
    writer.integer(features)
  }
}
