// Events of discovery: inquiry and remote names (Core Vol 4 Part E §7.7).

extension HCIEvent {
  /// Inquiry Complete (§7.7.1).
  struct InquiryComplete: WireMessage {
    var status: HCIStatus
  }
}

extension HCIEvent.InquiryComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
  }
}

extension HCIEvent {
  /// Inquiry Result (§7.7.2). Its responses stay in the reader: ``InquiryResponses``.
  struct InquiryResult: WireMessage {
    var numResponses: UInt8
  }
}

extension HCIEvent.InquiryResult {
  init(from reader: inout ByteReader) throws(WireError) {
    numResponses = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numResponses)
  }
}

extension HCIEvent {
  /// Inquiry Result With RSSI (§7.7.33). Its responses stay in the reader: ``InquiryResponses``.
  struct InquiryResultWithRSSI: WireMessage {
    var numResponses: UInt8
  }
}

extension HCIEvent.InquiryResultWithRSSI {
  init(from reader: inout ByteReader) throws(WireError) {
    numResponses = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numResponses)
  }
}

extension HCIEvent {
  /// Extended Inquiry Result (§7.7.38). The 240 octets of extended inquiry response stay in the reader:
  /// ``AdvertisingData``.
  struct ExtendedInquiryResult: WireMessage {
    /// Always 1.
    var numResponses: UInt8
    var address: Address
    var pageScanRepetitionMode: UInt8
    var reserved: UInt8
    var classOfDevice: ClassOfDevice
    /// Bits 16–2 of the difference of the clocks, in units of 1.25 ms.
    var clockOffset: UInt16
    /// DBm.
    var rssi: Int8
  }
}

extension HCIEvent.ExtendedInquiryResult {
  init(from reader: inout ByteReader) throws(WireError) {
    numResponses = try reader.integer()
    address = try reader.address()
    pageScanRepetitionMode = try reader.integer()
    reserved = try reader.integer()
    classOfDevice = try reader.classOfDevice()
    clockOffset = try reader.integer()
    rssi = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numResponses)
    writer.address(address)
    writer.integer(pageScanRepetitionMode)
    writer.integer(reserved)
    writer.classOfDevice(classOfDevice)
    writer.integer(clockOffset)
    writer.integer(rssi)
  }
}

extension HCIEvent {
  /// Remote Name Request Complete (§7.7.7). The name, up to 248 octets of UTF-8 ended by a zero, stays in
  /// the reader: ``ByteReader/name(limit:)``.
  struct RemoteNameRequestComplete: WireMessage {
    var status: HCIStatus
    var address: Address
  }
}

extension HCIEvent.RemoteNameRequestComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.address(address)
  }
}

extension HCIEvent {
  /// Remote Host Supported Features Notification (§7.7.50).
  struct RemoteHostSupportedFeaturesNotification: WireMessage {
    var address: Address
    /// Page 1 of the LMP features: bit 0 Secure Simple Pairing by the host.
    var features: UInt64
  }
}

extension HCIEvent.RemoteHostSupportedFeaturesNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    features = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(features)
  }
}
