// Link Control commands of pairing, authentication and encryption (Core Vol 4 Part E §7.1). Keys, PINs and
// passkeys are read over, never kept; they are written as zeros.

extension HCICommand {
  /// Link Key Request Reply (§7.1.10). The key itself is never kept.
  struct LinkKeyRequestReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.LinkKeyRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(16)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(16)
  }
}

extension HCICommand {
  /// Link Key Request Negative Reply (§7.1.11).
  struct LinkKeyRequestNegativeReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.LinkKeyRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// PIN Code Request Reply (§7.1.12). The PIN itself is never kept.
  struct PINCodeRequestReply: WireMessage {
    var address: Address
    /// Octets.
    var pinLength: UInt8
  }
}

extension HCICommand.PINCodeRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    pinLength = try reader.integer()
    try reader.skip(16)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.integer(pinLength)
    writer.zeros(16)
  }
}

extension HCICommand {
  /// PIN Code Request Negative Reply (§7.1.13).
  struct PINCodeRequestNegativeReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.PINCodeRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// Authentication Requested (§7.1.15).
  struct AuthenticationRequested: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.AuthenticationRequested {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Set Connection Encryption (§7.1.16).
  struct SetConnectionEncryption: WireMessage {
    var handle: UInt16
    var encryptionEnable: Bool
  }
}

extension HCICommand.SetConnectionEncryption {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
    encryptionEnable = try reader.flag()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
    writer.flag(encryptionEnable)
  }
}

extension HCICommand {
  /// Change Connection Link Key (§7.1.17).
  struct ChangeConnectionLinkKey: WireMessage {
    var handle: UInt16
  }
}

extension HCICommand.ChangeConnectionLinkKey {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}

extension HCICommand {
  /// Link Key Selection (§7.1.18).
  struct LinkKeySelection: WireMessage {
    /// 0 semi-permanent, 1 temporary.
    var keyFlag: UInt8
  }
}

extension HCICommand.LinkKeySelection {
  init(from reader: inout ByteReader) throws(WireError) {
    keyFlag = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(keyFlag)
  }
}

extension HCICommand {
  /// IO Capability Request Reply (§7.1.29).
  struct IOCapabilityRequestReply: WireMessage {
    var address: Address
    var ioCapability: IOCapability
    var oobDataPresent: UInt8
    var authenticationRequirements: AuthenticationRequirements
  }
}

extension HCICommand.IOCapabilityRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    ioCapability = try reader.code()
    oobDataPresent = try reader.integer()
    authenticationRequirements = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(ioCapability)
    writer.integer(oobDataPresent)
    writer.code(authenticationRequirements)
  }
}

extension HCICommand {
  /// User Confirmation Request Reply (§7.1.30).
  struct UserConfirmationRequestReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.UserConfirmationRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// User Confirmation Request Negative Reply (§7.1.31).
  struct UserConfirmationRequestNegativeReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.UserConfirmationRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// User Passkey Request Reply (§7.1.32). The passkey itself is never kept.
  struct UserPasskeyRequestReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.UserPasskeyRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(4)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(4)
  }
}

extension HCICommand {
  /// User Passkey Request Negative Reply (§7.1.33).
  struct UserPasskeyRequestNegativeReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.UserPasskeyRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// Remote OOB Data Request Reply (§7.1.34). Hash and randomizer are never kept.
  struct RemoteOOBDataRequestReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.RemoteOOBDataRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(32)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(32)
  }
}

extension HCICommand {
  /// Remote OOB Data Request Negative Reply (§7.1.35).
  struct RemoteOOBDataRequestNegativeReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.RemoteOOBDataRequestNegativeReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCICommand {
  /// IO Capability Request Negative Reply (§7.1.36).
  struct IOCapabilityRequestNegativeReply: WireMessage {
    var address: Address
    var reason: HCIStatus
  }
}

extension HCICommand.IOCapabilityRequestNegativeReply {
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
  /// Remote OOB Extended Data Request Reply (§7.1.53). Hashes and randomizers are never kept.
  struct RemoteOOBExtendedDataRequestReply: WireMessage {
    var address: Address
  }
}

extension HCICommand.RemoteOOBExtendedDataRequestReply {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(64)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(64)
  }
}
