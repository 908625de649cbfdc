// Controller & Baseband commands that set up the controller (Core Vol 4 Part E §7.3).

extension HCICommand {
  /// Set Event Mask (§7.3.1).
  struct SetEventMask: WireMessage {
    var eventMask: UInt64
  }
}

extension HCICommand.SetEventMask {
  init(from reader: inout ByteReader) throws(WireError) {
    eventMask = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(eventMask)
  }
}

extension HCICommand {
  /// Set Event Filter (§7.3.3). The condition stays in the reader.
  struct SetEventFilter: WireMessage {
    /// 0 clear all, 1 inquiry result, 2 connection set-up.
    var filterType: UInt8
  }
}

extension HCICommand.SetEventFilter {
  init(from reader: inout ByteReader) throws(WireError) {
    filterType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(filterType)
  }
}

extension HCICommand {
  /// Write Connection Accept Timeout (§7.3.14).
  struct WriteConnectionAcceptTimeout: WireMessage {
    /// Slots of 625 µs.
    var timeout: UInt16
  }
}

extension HCICommand.WriteConnectionAcceptTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(timeout)
  }
}

extension HCICommand {
  /// Write Page Timeout (§7.3.16).
  struct WritePageTimeout: WireMessage {
    /// Slots of 625 µs.
    var timeout: UInt16
  }
}

extension HCICommand.WritePageTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(timeout)
  }
}

extension HCICommand {
  /// Write Scan Enable (§7.3.18).
  struct WriteScanEnable: WireMessage {
    var scanEnable: ScanEnable
  }
}

extension HCICommand.WriteScanEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    scanEnable = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(scanEnable)
  }
}

extension HCICommand {
  /// Write Page Scan Activity (§7.3.20).
  struct WritePageScanActivity: WireMessage {
    /// Slots of 625 µs.
    var interval: UInt16
    /// Slots of 625 µs.
    var window: UInt16
  }
}

extension HCICommand.WritePageScanActivity {
  init(from reader: inout ByteReader) throws(WireError) {
    interval = try reader.integer()
    window = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(interval)
    writer.integer(window)
  }
}

extension HCICommand {
  /// Write Inquiry Scan Activity (§7.3.22).
  struct WriteInquiryScanActivity: WireMessage {
    /// Slots of 625 µs.
    var interval: UInt16
    /// Slots of 625 µs.
    var window: UInt16
  }
}

extension HCICommand.WriteInquiryScanActivity {
  init(from reader: inout ByteReader) throws(WireError) {
    interval = try reader.integer()
    window = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(interval)
    writer.integer(window)
  }
}

extension HCICommand {
  /// Write Authentication Enable (§7.3.24).
  struct WriteAuthenticationEnable: WireMessage {
    var authenticationEnable: Bool
  }
}

extension HCICommand.WriteAuthenticationEnable {
  init(from reader: inout ByteReader) throws(WireError) {
    authenticationEnable = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(authenticationEnable)
  }
}

extension HCICommand {
  /// Write Class of Device (§7.3.26).
  struct WriteClassofDevice: WireMessage {
    var classOfDevice: ClassOfDevice
  }
}

extension HCICommand.WriteClassofDevice {
  init(from reader: inout ByteReader) throws(WireError) {
    classOfDevice = try reader.classOfDevice()
  }

  func encode(to writer: inout ByteWriter) {
    writer.classOfDevice(classOfDevice)
  }
}

extension HCICommand {
  /// Write Voice Setting (§7.3.28).
  struct WriteVoiceSetting: WireMessage {
    var voiceSetting: UInt16
  }
}

extension HCICommand.WriteVoiceSetting {
  init(from reader: inout ByteReader) throws(WireError) {
    voiceSetting = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(voiceSetting)
  }
}

extension HCICommand {
  /// Write Inquiry Mode (§7.3.50).
  struct WriteInquiryMode: WireMessage {
    /// 0 standard, 1 with RSSI, 2 extended.
    var inquiryMode: UInt8
  }
}

extension HCICommand.WriteInquiryMode {
  init(from reader: inout ByteReader) throws(WireError) {
    inquiryMode = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(inquiryMode)
  }
}

extension HCICommand {
  /// Write Page Scan Type (§7.3.52).
  struct WritePageScanType: WireMessage {
    /// 0 standard, 1 interlaced.
    var pageScanType: UInt8
  }
}

extension HCICommand.WritePageScanType {
  init(from reader: inout ByteReader) throws(WireError) {
    pageScanType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(pageScanType)
  }
}

extension HCICommand {
  /// Write Extended Inquiry Response (§7.3.56). The 240 octets of response stay in the reader:
  /// ``AdvertisingData``.
  struct WriteExtendedInquiryResponse: WireMessage {
    var fecRequired: Bool
  }
}

extension HCICommand.WriteExtendedInquiryResponse {
  init(from reader: inout ByteReader) throws(WireError) {
    fecRequired = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.flag(fecRequired)
  }
}

extension HCICommand {
  /// Write Inquiry Transmit Power Level (§7.3.62).
  struct WriteInquiryTransmitPowerLevel: WireMessage {
    /// DBm.
    var txPower: Int8
  }
}

extension HCICommand.WriteInquiryTransmitPowerLevel {
  init(from reader: inout ByteReader) throws(WireError) {
    txPower = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(txPower)
  }
}

extension HCICommand {
  /// Write Extended Page Timeout (§7.3.97).
  struct WriteExtendedPageTimeout: WireMessage {
    /// Slots of 625 µs.
    var timeout: UInt16
  }
}

extension HCICommand.WriteExtendedPageTimeout {
  init(from reader: inout ByteReader) throws(WireError) {
    timeout = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(timeout)
  }
}
