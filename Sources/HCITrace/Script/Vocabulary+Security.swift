// Authentication, pairing, encryption.

/// Whether the host has a link key for the device.
public enum StoredKey: Sendable {
  /// It has one.
  case stored
  /// It has none.
  case none
}

// MARK: The whole way

/// The host authenticates a device that it is bonded with; with `key: .none` it has no key to offer.
public func authenticates(
  _ status: HCIStatus = .success, key: StoredKey = .stored, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksToAuthenticate(with: device) + asksForKey(with: device)
    + (key == .stored ? offersKey(with: device) : hasNoKey(with: device))
    + authenticationCompletes(status, with: device)
}

/// The host pairs with a device by Secure Simple Pairing, "just works" unless both can do more.
public func pairs(
  _ status: HCIStatus = .success, host hostCapability: IOCapability = .displayYesNo,
  speaker speakerCapability: IOCapability = .noInputNoOutput, keyType: LinkKeyType = .unauthenticatedP256,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  var steps =
    asksToAuthenticate(with: device) + asksForKey(with: device) + hasNoKey(with: device)
    + exchangesCapabilities(host: hostCapability, speaker: speakerCapability, with: device)
    + asksConfirmation(with: device) + confirms(with: device)
    + simplePairingCompletes(status, with: device)
  if status.isSuccess { steps += keyComes(keyType, with: device) }
  return steps + authenticationCompletes(status, with: device)
}

/// The device pairs with us: it asks, the host answers.
public func speakerPairs(
  _ status: HCIStatus = .success, host hostCapability: IOCapability = .displayYesNo,
  speaker speakerCapability: IOCapability = .noInputNoOutput, keyType: LinkKeyType = .unauthenticatedP256,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  tellsCapability(speakerCapability, with: device)
    + asksCapability(host: hostCapability, with: device)
    + asksConfirmation(with: device) + confirms(with: device)
    + simplePairingCompletes(status, with: device) + (status.isSuccess ? keyComes(keyType, with: device) : [])
}

/// The host pairs with an old device by PIN.
public func pairsByPIN(
  _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksToAuthenticate(with: device) + asksForKey(with: device) + hasNoKey(with: device)
    + asksPIN(with: device) + offersPIN(with: device)
    + (status.isSuccess ? keyComes(.combination, with: device) : [])
    + authenticationCompletes(status, with: device)
}

/// The host encrypts the link, and the controller tells that it is, or why not.
public func encrypts(
  _ status: HCIStatus = .success, mode: EncryptionMode = .on, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksToEncrypt(with: device) + encryptionChanges(status, mode: mode, with: device)
}

// MARK: Its steps

/// The host asks to authenticate; the controller accepts the command, or refuses it.
public func asksToAuthenticate(
  refused status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.authenticationRequested(.init(handle: device.handle))),
    .status(.authenticationRequested, status),
  ]
}

/// The controller asks the host for its key.
public func asksForKey(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.event(.linkKeyRequest(.init(address: device.address)))]
}

/// The host offers its key.
public func offersKey(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.linkKeyRequestReply(.init(address: device.address))),
    .complete(.linkKeyRequestReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The host has no key.
public func hasNoKey(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.linkKeyRequestNegativeReply(.init(address: device.address))),
    .complete(
      .linkKeyRequestNegativeReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// Both tell what they can show and read, the host first.
public func exchangesCapabilities(
  host hostCapability: IOCapability = .displayYesNo,
  speaker speakerCapability: IOCapability = .noInputNoOutput,
  hostWants: AuthenticationRequirements = .generalBonding,
  speakerWants: AuthenticationRequirements = .generalBonding,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  asksCapability(host: hostCapability, wants: hostWants, with: device)
    + tellsCapability(speakerCapability, wants: speakerWants, with: device)
}

/// The controller asks what the host can show and read, and the host tells.
public func asksCapability(
  host capability: IOCapability = .displayYesNo,
  wants requirements: AuthenticationRequirements = .generalBonding,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(.ioCapabilityRequest(.init(address: device.address))),
    .command(
      .ioCapabilityRequestReply(
        .init(
          address: device.address, ioCapability: capability, oobDataPresent: 0,
          authenticationRequirements: requirements))),
    .complete(
      .ioCapabilityRequestReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The host doesn't want to pair: IO Capability Request Negative Reply.
public func refusesPairing(
  _ reason: HCIStatus = .pairingNotAllowed, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(.ioCapabilityRequest(.init(address: device.address))),
    .command(.ioCapabilityRequestNegativeReply(.init(address: device.address, reason: reason))),
    .complete(
      .ioCapabilityRequestNegativeReply,
      HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The device tells what it can show and read.
public func tellsCapability(
  _ capability: IOCapability = .noInputNoOutput,
  wants requirements: AuthenticationRequirements = .generalBonding,
  with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .ioCapabilityResponse(
        .init(
          address: device.address, ioCapability: capability, oobDataPresent: 0,
          authenticationRequirements: requirements)))
  ]
}

/// The controller asks whether the user confirms.
public func asksConfirmation(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.event(.userConfirmationRequest(.init(address: device.address)))]
}

/// The user, or the host for him, confirms.
public func confirms(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.userConfirmationRequestReply(.init(address: device.address))),
    .complete(
      .userConfirmationRequestReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The user, or the host for him, does not confirm.
public func refusesConfirmation(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.userConfirmationRequestNegativeReply(.init(address: device.address))),
    .complete(
      .userConfirmationRequestNegativeReply,
      HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The controller asks for the passkey that the device shows.
public func asksPasskey(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.event(.userPasskeyRequest(.init(address: device.address)))]
}

/// The user types no passkey.
public func refusesPasskey(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.userPasskeyRequestNegativeReply(.init(address: device.address))),
    .complete(
      .userPasskeyRequestNegativeReply,
      HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// Simple Pairing Complete.
public func simplePairingCompletes(
  _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.event(.simplePairingComplete(.init(status: status, address: device.address)))]
}

/// A new key comes: Link Key Notification (the key itself is all zeros).
public func keyComes(
  _ type: LinkKeyType = .unauthenticatedP256, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.event(.linkKeyNotification(.init(address: device.address, keyType: type)))]
}

/// Authentication Complete.
public func authenticationCompletes(
  _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [.event(.authenticationComplete(.init(status: status, handle: device.handle)))]
}

/// The controller asks for a PIN.
public func asksPIN(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [.event(.pinCodeRequest(.init(address: device.address)))]
}

/// The host offers a PIN (all zeros).
public func offersPIN(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.pinCodeRequestReply(.init(address: device.address, pinLength: 4))),
    .complete(.pinCodeRequestReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The host has no PIN to offer.
public func refusesPIN(with device: TraceScript.Device = speaker) -> [TraceScript.Step] {
  [
    .command(.pinCodeRequestNegativeReply(.init(address: device.address))),
    .complete(
      .pinCodeRequestNegativeReply, HCIReturn.StatusAndAddress(status: .success, address: device.address)),
  ]
}

/// The host asks to encrypt; the controller accepts the command, or refuses it.
public func asksToEncrypt(
  refused status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.setConnectionEncryption(.init(handle: device.handle, encryptionEnable: true))),
    .status(.setConnectionEncryption, status),
  ]
}

/// The link is encrypted, or is not: Encryption Change.
public func encryptionChanges(
  _ status: HCIStatus = .success, mode: EncryptionMode = .on, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .event(
      .encryptionChange(
        .init(status: status, handle: device.handle, encryptionEnabled: status.isSuccess ? mode : .off)))
  ]
}

/// The controller tells how long the encryption key is, in octets.
public func tellsKeySize(
  _ size: UInt8 = 16, _ status: HCIStatus = .success, with device: TraceScript.Device = speaker
) -> [TraceScript.Step] {
  [
    .command(.readEncryptionKeySize(.init(handle: device.handle))),
    .complete(
      .readEncryptionKeySize,
      HCIReturn.ReadEncryptionKeySize(status: status, handle: device.handle, keySize: size)),
  ]
}
