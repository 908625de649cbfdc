// Link Control commands that find devices and make and end links (Core Vol 4 Part E §7.1).

extension HCICommand {
  /// Inquiry (§7.1.1).
  struct Inquiry: WireMessage {
    /// Which access code; 0x9E8B33 is general.
    var lap: UInt32
    /// Units of 1.28 s.
    var inquiryLength: UInt8
    /// 0 is no limit.
    var numResponses: UInt8
  }
}

extension HCICommand.Inquiry {
  init(from reader: inout ByteReader) throws(WireError) {
    lap = try reader.integer24()
    inquiryLength = try reader.integer()
    numResponses = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer24(lap)
    writer.integer(inquiryLength)
    writer.integer(numResponses)
  }
}

extension HCICommand {
  /// Periodic Inquiry Mode (§7.1.3).
  struct PeriodicInquiryMode: WireMessage {
    /// Units of 1.28 s.
    var maxPeriodLength: UInt16
    /// Units of 1.28 s.
    var minPeriodLength: UInt16
    var lap: UInt32
    /// Units of 1.28 s.
    var inquiryLength: UInt8
    /// 0 is no limit.
    var numResponses: UInt8
  }
}

extension HCICommand.PeriodicInquiryMode {
  init(from reader: inout ByteReader) throws(WireError) {
    maxPeriodLength = try reader.integer()
    minPeriodLength = try reader.integer()
    lap = try reader.integer24()
    inquiryLength = try reader.integer()
    numResponses = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(maxPeriodLength)
    writer.integer(minPeriodLength)
    writer.integer24(lap)
    writer.integer(inquiryLength)
    writer.integer(numResponses)
  }
}

extension HCICommand {
  /// Create Connection (§7.1.5).
  struct CreateConnection: WireMessage {
    var address: Address
    var packetType: UInt16
    var pageScanRepetitionMode: UInt8
    var reserved: UInt8
    /// Bit 15: valid.
    var clockOffset: UInt16
    var allowRoleSwitch: Bool
  }
}

extension HCICommand.CreateConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    packetType = try reader.integer()
    pageScanRepetitionMode = try reader.integer()
    reserved = try reader.integer()
    clockOffset = try reader.integer()
    allowRoleSwitch = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(packetType)
    writer.integer(pageScanRepetitionMode)
    writer.integer(reserved)
    writer.integer(clockOffset)
    writer.flag(allowRoleSwitch)
  }
}

extension HCICommand {
  /// Disconnect (§7.1.6).
  struct Disconnect: WireMessage {
    var handle: UInt16
    var reason: HCIStatus
  }
}

extension HCICommand.Disconnect {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.code(reason)
  }
}

extension HCICommand {
  /// Add SCO Connection (§7.1.7 of Core 1.1).
  struct AddSCOConnection: WireMessage {
    var handle: UInt16
    var packetType: UInt16
  }
}

extension HCICommand.AddSCOConnection {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(packetType)
  }
}

extension HCICommand {
  /// Create Connection Cancel (§7.1.7).
  struct CreateConnectionCancel: WireMessage {
    var address: Address
  }
}

extension HCICommand.CreateConnectionCancel {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// Accept Connection Request (§7.1.8).
  struct AcceptConnectionRequest: WireMessage {
    var address: Address
    /// The part that this device wants.
    var role: LinkRole
  }
}

extension HCICommand.AcceptConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    role = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(role)
  }
}

extension HCICommand {
  /// Reject Connection Request (§7.1.9).
  struct RejectConnectionRequest: WireMessage {
    var address: Address
    var reason: HCIStatus
  }
}

extension HCICommand.RejectConnectionRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    reason = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(reason)
  }
}

extension HCICommand {
  /// Change Connection Packet Type (§7.1.14).
  struct ChangeConnectionPacketType: WireMessage {
    var handle: UInt16
    var packetType: UInt16
  }
}

extension HCICommand.ChangeConnectionPacketType {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    packetType = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(packetType)
  }
}

extension HCICommand {
  /// Remote Name Request (§7.1.19).
  struct RemoteNameRequest: WireMessage {
    var address: Address
    var pageScanRepetitionMode: UInt8
    var reserved: UInt8
    /// Bit 15: valid.
    var clockOffset: UInt16
  }
}

extension HCICommand.RemoteNameRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    pageScanRepetitionMode = try reader.integer()
    reserved = try reader.integer()
    clockOffset = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(pageScanRepetitionMode)
    writer.integer(reserved)
    writer.integer(clockOffset)
  }
}

extension HCICommand {
  /// Remote Name Request Cancel (§7.1.20).
  struct RemoteNameRequestCancel: WireMessage {
    var address: Address
  }
}

extension HCICommand.RemoteNameRequestCancel {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// Read Remote Supported Features (§7.1.21).
  struct ReadRemoteSupportedFeatures: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadRemoteSupportedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read Remote Extended Features (§7.1.22).
  struct ReadRemoteExtendedFeatures: WireMessage {
    var handle: UInt16
    var pageNumber: UInt8
  }
}

extension HCICommand.ReadRemoteExtendedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    pageNumber = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.integer(pageNumber)
  }
}

extension HCICommand {
  /// Read Remote Version Information (§7.1.23).
  struct ReadRemoteVersionInformation: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadRemoteVersionInformation {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read Clock Offset (§7.1.24).
  struct ReadClockOffset: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadClockOffset {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Read LMP Handle (§7.1.25).
  struct ReadLMPHandle: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ReadLMPHandle {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Truncated Page (§7.1.47).
  struct TruncatedPage: WireMessage {
    var address: Address
    var pageScanRepetitionMode: UInt8
    /// Bit 15: valid.
    var clockOffset: UInt16
  }
}

extension HCICommand.TruncatedPage {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    pageScanRepetitionMode = try reader.integer()
    clockOffset = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(pageScanRepetitionMode)
    writer.integer(clockOffset)
  }
}

extension HCICommand {
  /// Truncated Page Cancel (§7.1.48).
  struct TruncatedPageCancel: WireMessage {
    var address: Address
  }
}

extension HCICommand.TruncatedPageCancel {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}
