// Return parameters of Controller & Baseband and Informational commands: what Command Complete carries for
// them (Core Vol 4 Part E §7.3, §7.4).

extension HCIReturn {
  /// Read Local Version Information (§7.4.1).
  struct ReadLocalVersionInformation: WireMessage {
    var status: HCIStatus
    var hciVersion: CoreVersion
    var hciSubversion: UInt16
    var lmpVersion: CoreVersion
    /// Who made the controller.
    var company: CompanyIdentifier
    var lmpSubversion: UInt16
  }
}

extension HCIReturn.ReadLocalVersionInformation {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    hciVersion = try reader.code()
    hciSubversion = try reader.integer()
    lmpVersion = try reader.code()
    company = try reader.code()
    lmpSubversion = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.code(hciVersion)
    writer.integer(hciSubversion)
    writer.code(lmpVersion)
    writer.code(company)
    writer.integer(lmpSubversion)
  }
}

extension HCIReturn {
  /// Read Local Supported Features (§7.4.3).
  struct ReadLocalSupportedFeatures: WireMessage {
    var status: HCIStatus
    /// LMP features, page 0.
    var features: UInt64
  }
}

extension HCIReturn.ReadLocalSupportedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(features)
  }
}

extension HCIReturn {
  /// Read Local Extended Features (§7.4.4).
  struct ReadLocalExtendedFeatures: WireMessage {
    var status: HCIStatus
    var pageNumber: UInt8
    var maxPageNumber: UInt8
    /// LMP features of that page.
    var features: UInt64
  }
}

extension HCIReturn.ReadLocalExtendedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    pageNumber = try reader.integer()
    maxPageNumber = try reader.integer()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(pageNumber)
    writer.integer(maxPageNumber)
    writer.integer(features)
  }
}

extension HCIReturn {
  /// Read Buffer Size (§7.4.5).
  struct ReadBufferSize: WireMessage {
    var status: HCIStatus
    /// Octets.
    var aclDataPacketLength: UInt16
    /// Octets.
    var synchronousDataPacketLength: UInt8
    var totalNumACLDataPackets: UInt16
    var totalNumSynchronousDataPackets: UInt16
  }
}

extension HCIReturn.ReadBufferSize {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    aclDataPacketLength = try reader.integer()
    synchronousDataPacketLength = try reader.integer()
    totalNumACLDataPackets = try reader.integer()
    totalNumSynchronousDataPackets = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(aclDataPacketLength)
    writer.integer(synchronousDataPacketLength)
    writer.integer(totalNumACLDataPackets)
    writer.integer(totalNumSynchronousDataPackets)
  }
}

extension HCIReturn {
  /// Read BD_ADDR (§7.4.6).
  struct ReadBDADDR: WireMessage {
    var status: HCIStatus
    var address: Address
  }
}

extension HCIReturn.ReadBDADDR {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
  }
}

extension HCIReturn {
  /// Read Local Name (§7.3.12). The name, 248 octets of UTF-8 ended by a zero, stays in the reader:
  /// ``ByteReader/name(limit:)``.
  struct ReadLocalName: WireMessage {
    var status: HCIStatus
  }
}

extension HCIReturn.ReadLocalName {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension HCIReturn {
  /// Read Class of Device (§7.3.25).
  struct ReadClassofDevice: WireMessage {
    var status: HCIStatus
    var classOfDevice: ClassOfDevice
  }
}

extension HCIReturn.ReadClassofDevice {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    classOfDevice = try reader.classOfDevice()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.classOfDevice(classOfDevice)
  }
}

extension HCIReturn {
  /// Read Scan Enable (§7.3.17).
  struct ReadScanEnable: WireMessage {
    var status: HCIStatus
    var scanEnable: ScanEnable
  }
}

extension HCIReturn.ReadScanEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    scanEnable = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.code(scanEnable)
  }
}

extension HCIReturn {
  /// Read Timeout (§7.3.13, §7.3.15). Of Read Connection Accept Timeout, Read Page Timeout and Read
  /// Extended Page Timeout.
  struct ReadTimeout: WireMessage {
    var status: HCIStatus
    /// Slots of 625 µs.
    var timeout: UInt16
  }
}

extension HCIReturn.ReadTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(timeout)
  }
}

extension HCIReturn {
  /// Read Simple Pairing Mode (§7.3.58).
  struct ReadSimplePairingMode: WireMessage {
    var status: HCIStatus
    var simplePairingMode: Bool
  }
}

extension HCIReturn.ReadSimplePairingMode {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    simplePairingMode = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.flag(simplePairingMode)
  }
}

extension HCIReturn {
  /// Read Secure Connections Host Support (§7.3.91).
  struct ReadSecureConnectionsHostSupport: WireMessage {
    var status: HCIStatus
    var secureConnectionsHostSupport: Bool
  }
}

extension HCIReturn.ReadSecureConnectionsHostSupport {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    secureConnectionsHostSupport = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.flag(secureConnectionsHostSupport)
  }
}

extension HCIReturn {
  /// Read Inquiry Mode (§7.3.49).
  struct ReadInquiryMode: WireMessage {
    var status: HCIStatus
    /// 0 standard, 1 with RSSI, 2 extended.
    var inquiryMode: UInt8
  }
}

extension HCIReturn.ReadInquiryMode {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    inquiryMode = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(inquiryMode)
  }
}

extension HCIReturn {
  /// Read Extended Inquiry Response (§7.3.55). The 240 octets of response stay in the reader:
  /// ``AdvertisingData``.
  struct ReadExtendedInquiryResponse: WireMessage {
    var status: HCIStatus
    var fecRequired: Bool
  }
}

extension HCIReturn.ReadExtendedInquiryResponse {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    fecRequired = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.flag(fecRequired)
  }
}

extension HCIReturn {
  /// Read Inquiry Response Transmit Power Level (§7.3.61).
  struct ReadInquiryResponseTransmitPowerLevel: WireMessage {
    var status: HCIStatus
    /// DBm.
    var txPower: Int8
  }
}

extension HCIReturn.ReadInquiryResponseTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    txPower = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(txPower)
  }
}

extension HCIReturn {
  /// Read Default Link Policy Settings (§7.2.11).
  struct ReadDefaultLinkPolicySettings: WireMessage {
    var status: HCIStatus
    /// Bit 0 role switch, bit 1 hold, bit 2 sniff.
    var settings: UInt16
  }
}

extension HCIReturn.ReadDefaultLinkPolicySettings {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    settings = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.integer(settings)
  }
}
