/// A protocol that a service is reached by, with what its layer needs (Core Vol 3 Part B §5.1.5).
public struct SDPProtocol: Hashable, Sendable {
  /// Which protocol.
  public var uuid: BluetoothUUID
  /// Its numbers: the PSM of L2CAP, the channel of RFCOMM, the version of AVDTP, AVCTP or BNEP …
  public var parameters: [UInt64]

  /// A protocol.
  public init(_ uuid: BluetoothUUID, _ parameters: UInt64...) {
    self.uuid = uuid
    self.parameters = parameters
  }

  init(_ uuid: BluetoothUUID, parameters: [UInt64]) {
    self.uuid = uuid
    self.parameters = parameters
  }
}

/// A profile that a service conforms to (Core Vol 3 Part B §5.1.11).
public struct SDPProfile: Hashable, Sendable {
  /// Which profile.
  public var uuid: BluetoothUUID
  /// Its version, 0x0103 for 1.3; `nil` where it is missing.
  public var version: UInt16?

  /// A profile.
  public init(_ uuid: BluetoothUUID, version: UInt16?) {
    self.uuid = uuid
    self.version = version
  }
}

/// Who made a device and which one it is (Device Identification 1.3 §5).
public struct SDPDeviceIdentification: Hashable, Sendable {
  /// Version of the specification.
  public var specification: UInt16?
  /// Whose numbers the vendor's is: 1 the Bluetooth SIG's, 2 the USB Implementers Forum's.
  public var vendorSource: UInt16?
  /// The vendor.
  public var vendor: UInt16?
  /// The product.
  public var product: UInt16?
  /// Its version, 0xJJMN for JJ.M.N.
  public var version: UInt16?

  /// Knows nothing yet.
  public init() {}

  /// Device Identification with all of its numbers.
  public init(vendorSource: UInt16, vendor: UInt16, product: UInt16, version: UInt16) {
    specification = 0x0103
    self.vendorSource = vendorSource
    self.vendor = vendor
    self.product = product
    self.version = version
  }
}

/// What a server says about one service (Core Vol 3 Part B §2.3, §5.1), as much of it as hcitrace needs.
public struct SDPRecord: Hashable, Sendable {
  /// Attribute 0x0000: the record's number at its server.
  public var handle: UInt32?
  /// Attribute 0x0001: what the service is, most special first.
  public var serviceClasses: [BluetoothUUID] = []
  /// Attribute 0x0004: the protocols it is reached by, lowest first.
  public var protocols: [SDPProtocol] = []
  /// Attribute 0x000D: further ways to reach it.
  public var additionalProtocols: [[SDPProtocol]] = []
  /// Attribute 0x0009: the profiles it conforms to.
  public var profiles: [SDPProfile] = []
  /// Attribute 0x0005: where it is found by browsing.
  public var browseGroups: [BluetoothUUID] = []
  /// Attribute 0x0100: its name, at most ``textLimit`` octets of it.
  public var name: String?
  /// Attribute 0x0101: what it is, in words.
  public var summary: String?
  /// Attribute 0x0102: who provides it.
  public var provider: String?
  /// Attribute 0x0311: bits that mean what the profile says.
  public var supportedFeatures: UInt16?
  /// Attributes 0x0200–0x0205, where the service is Device Identification, or its class list wasn't asked for.
  public var deviceIdentification: SDPDeviceIdentification?
  /// Identifiers of all attributes that the record was given with, in their order, the first ``attributeLimit``.
  public var attributes: [UInt16] = []

  /// A record that says nothing.
  public init() {}

  /// Octets of a text that are kept.
  public static let textLimit = 248
  /// Attribute identifiers that are kept.
  public static let attributeLimit = 256
  /// Entries of any list in a record that are kept.
  public static let listLimit = 32

  /// The PSM in its protocol list.
  public var psm: ProtocolServiceMultiplexer? {
    parameter(of: .l2cap).flatMap { UInt16(exactly: $0) }.map { ProtocolServiceMultiplexer(rawValue: $0) }
  }

  /// The RFCOMM channel in its protocol list.
  public var rfcommChannel: UInt8? { parameter(of: .rfcomm).flatMap { UInt8(exactly: $0) } }

  /// The version of AVDTP in its protocol list, 0x0103 for 1.3.
  public var avdtpVersion: UInt16? { parameter(of: .avdtp).flatMap { UInt16(exactly: $0) } }

  /// The version of `profile`.
  public func version(of profile: BluetoothUUID) -> UInt16? {
    profiles.lazy.filter { $0.uuid == profile }.compactMap(\.version).first
  }

  /// Whether the service belongs to `service`.
  public func offers(_ service: BluetoothUUID) -> Bool { serviceClasses.contains(service) }

  private func parameter(of uuid: BluetoothUUID) -> UInt64? {
    protocols.first { $0.uuid == uuid }?.parameters.first
  }
}
