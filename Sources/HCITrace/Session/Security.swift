/// One step of authentication, pairing or encryption, in the order of the log. Keys, PINs and passkeys are not kept.
public enum SecurityStep: Hashable, Sendable {
  /// Authentication Requested, by this host.
  case authenticationRequested
  /// Its Command Status, when it wasn't success.
  case authenticationRefused(HCIStatus)
  /// Link Key Request: the controller asks for a stored key.
  case linkKeyRequested
  /// Link Key Request Reply: the host has one.
  case linkKeyReply
  /// Link Key Request Negative Reply: the host has none.
  case linkKeyNegativeReply
  /// PIN Code Request.
  case pinRequested
  /// PIN Code Request Reply.
  case pinReply
  /// PIN Code Request Negative Reply.
  case pinNegativeReply
  /// IO Capability Request.
  case ioCapabilityRequested
  /// IO Capability Request Reply: what this host can do.
  case ioCapabilityReply(PairingCapability)
  /// IO Capability Request Negative Reply, with its reason.
  case ioCapabilityNegativeReply(HCIStatus)
  /// IO Capability Response: what the peer can do.
  case ioCapabilityResponse(PairingCapability)
  /// User Confirmation Request.
  case userConfirmationRequested
  /// User Confirmation Request Reply.
  case userConfirmationReply
  /// User Confirmation Request Negative Reply.
  case userConfirmationNegativeReply
  /// User Passkey Request.
  case passkeyRequested
  /// User Passkey Request Reply.
  case passkeyReply
  /// User Passkey Request Negative Reply.
  case passkeyNegativeReply
  /// User Passkey Notification.
  case passkeyNotification
  /// Remote OOB Data Request and its replies.
  case outOfBandRequested, outOfBandReply, outOfBandNegativeReply
  /// Simple Pairing Complete.
  case simplePairingComplete(HCIStatus)
  /// Link Key Notification, with the key's type.
  case linkKeyNotification(LinkKeyType)
  /// Authentication Complete.
  case authenticationComplete(HCIStatus)
  /// Set Connection Encryption.
  case setEncryption(Bool)
  /// Its Command Status, when it wasn't success.
  case encryptionRefused(HCIStatus)
  /// Encryption Change.
  case encryptionChange(HCIStatus, EncryptionMode)
  /// Encryption Key Refresh Complete.
  case encryptionKeyRefresh(HCIStatus)
  /// SMP Security Request on the BR/EDR link, by whom: that channel knows no such request (Core Vol 3 Part H §2.4.6).
  case securityRequested(Direction)
  /// LE Enable Encryption, by this host, on the handle of the BR/EDR link.
  case lowEnergyEncryption
  /// Its Command Status, when it wasn't success.
  case lowEnergyEncryptionRefused(HCIStatus)
  /// Read Encryption Key Size: the size in octets.
  case encryptionKeySize(HCIStatus, UInt8)
}

/// What one side can show and read, and what it wants of the pairing (Core Vol 4 Part E §7.7.41).
public struct PairingCapability: Hashable, Sendable {
  /// What it can show and read.
  public var io: IOCapability
  /// Whether it wants protection against a man in the middle, and whether the key is to be kept.
  public var requirements: AuthenticationRequirements
}
