// Events of pairing, authentication and encryption (Core Vol 4 Part E §7.7). Keys and passkeys are read
// over, never kept.

extension HCIEvent {
  /// Authentication Complete (§7.7.6).
  struct AuthenticationComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
  }
}

extension HCIEvent.AuthenticationComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
  }
}

extension HCIEvent {
  /// Encryption Change (§7.7.8).
  struct EncryptionChange: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var encryptionEnabled: EncryptionMode
  }
}

extension HCIEvent.EncryptionChange {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    encryptionEnabled = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(encryptionEnabled)
  }
}

extension HCIEvent {
  /// Encryption Change [v2] (§7.7.8).
  struct EncryptionChangeV2: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    var encryptionEnabled: EncryptionMode
    /// Octets.
    var encryptionKeySize: UInt8
  }
}

extension HCIEvent.EncryptionChangeV2 {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    encryptionEnabled = try reader.code()
    encryptionKeySize = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.code(encryptionEnabled)
    writer.integer(encryptionKeySize)
  }
}

extension HCIEvent {
  /// Change Connection Link Key Complete (§7.7.9).
  struct ChangeConnectionLinkKeyComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
  }
}

extension HCIEvent.ChangeConnectionLinkKeyComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
  }
}

extension HCIEvent {
  /// Link Key Type Changed (§7.7.10).
  struct LinkKeyTypeChanged: WireMessage {
    var status: HCIStatus
    var handle: UInt16
    /// 0 semi-permanent, 1 temporary.
    var keyFlag: UInt8
  }
}

extension HCIEvent.LinkKeyTypeChanged {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
    keyFlag = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
    writer.integer(keyFlag)
  }
}

extension HCIEvent {
  /// Return Link Keys (§7.7.21). The addresses and keys stay in the reader, unread.
  struct ReturnLinkKeys: WireMessage {
    var numKeys: UInt8
  }
}

extension HCIEvent.ReturnLinkKeys {
  init(from reader: inout ByteReader) throws(WireError) {
    numKeys = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(numKeys)
  }
}

extension HCIEvent {
  /// PIN Code Request (§7.7.22).
  struct PINCodeRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.PINCodeRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCIEvent {
  /// Link Key Request (§7.7.23).
  struct LinkKeyRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.LinkKeyRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCIEvent {
  /// Link Key Notification (§7.7.24). The key itself is never kept.
  struct LinkKeyNotification: WireMessage {
    var address: Address
    var keyType: LinkKeyType
  }
}

extension HCIEvent.LinkKeyNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(16)
    keyType = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(16)
    writer.code(keyType)
  }
}

extension HCIEvent {
  /// Encryption Key Refresh Complete (§7.7.39).
  struct EncryptionKeyRefreshComplete: WireMessage {
    var status: HCIStatus
    var handle: UInt16
  }
}

extension HCIEvent.EncryptionKeyRefreshComplete {
  init(from reader: inout ByteReader) throws(WireError) {
    status = try reader.code()
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.code(status)
    writer.handle(handle)
  }
}

extension HCIEvent {
  /// IO Capability Request (§7.7.40).
  struct IOCapabilityRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.IOCapabilityRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCIEvent {
  /// IO Capability Response (§7.7.41).
  struct IOCapabilityResponse: WireMessage {
    var address: Address
    var ioCapability: IOCapability
    var oobDataPresent: UInt8
    var authenticationRequirements: AuthenticationRequirements
  }
}

extension HCIEvent.IOCapabilityResponse {
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

extension HCIEvent {
  /// User Confirmation Request (§7.7.42). The number that both sides show is not kept.
  struct UserConfirmationRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.UserConfirmationRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(4)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(4)
  }
}

extension HCIEvent {
  /// User Passkey Request (§7.7.43).
  struct UserPasskeyRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.UserPasskeyRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCIEvent {
  /// Remote OOB Data Request (§7.7.44).
  struct RemoteOOBDataRequest: WireMessage {
    var address: Address
  }
}

extension HCIEvent.RemoteOOBDataRequest {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
  }
}

extension HCIEvent {
  /// Simple Pairing Complete (§7.7.45).
  struct SimplePairingComplete: WireMessage {
    var status: HCIStatus
    var address: Address
  }
}

extension HCIEvent.SimplePairingComplete {
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
  /// User Passkey Notification (§7.7.48). The passkey itself is never kept.
  struct UserPasskeyNotification: WireMessage {
    var address: Address
  }
}

extension HCIEvent.UserPasskeyNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    try reader.skip(4)
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.zeros(4)
  }
}

extension HCIEvent {
  /// Keypress Notification (§7.7.49).
  struct KeypressNotification: WireMessage {
    var address: Address
    var notificationType: KeypressNotificationType
  }
}

extension HCIEvent.KeypressNotification {
  init(from reader: inout ByteReader) throws(WireError) {
    address = try reader.address()
    notificationType = try reader.code()
  }

  func encode(to writer: inout ByteWriter) {
    writer.address(address)
    writer.code(notificationType)
  }
}

extension HCIEvent {
  /// Authenticated Payload Timeout Expired (§7.7.75).
  struct AuthenticatedPayloadTimeoutExpired: WireMessage {
    var handle: UInt16
  }
}

extension HCIEvent.AuthenticatedPayloadTimeoutExpired {
  init(from reader: inout ByteReader) throws(WireError) {
    handle = try reader.handle()
  }

  func encode(to writer: inout ByteWriter) {
    writer.handle(handle)
  }
}
