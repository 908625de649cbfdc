/// A device on the other side of the air, known by its BR/EDR address.
public struct Peer: Sendable {
  /// The adapter that knows it, as an index into ``Session/adapters``.
  public var adapter: Int
  /// Its address.
  public var address: Address
  /// Its names, each time another one was told (Remote Name Request, Extended Inquiry Response).
  public var names: [Observed<String>] = []
  /// Its class of device, each time another one was told.
  public var classOfDevice: [Observed<ClassOfDevice>] = []
  /// Service classes in its Extended Inquiry Response; the last response that had a list.
  public var advertisedServices: Observed<[BluetoothUUID]>?
  /// TX power level in its Extended Inquiry Response, in dBm.
  public var transmitPower: Observed<Int8>?
  /// RSSI of its inquiry answers, in dBm; the first ``Limits/gaps``.
  public var inquiryRSSI: [Observed<Int8>] = []
  /// Inquiry answers.
  public var inquiryAnswers: [PacketRef] = []
  /// LMP version and company identifier, each time another pair was told.
  public var versions: [Observed<RemoteVersion>] = []
  /// Its features say that it knows Secure Simple Pairing (host support); `nil` when it never told.
  public var supportsSimplePairing: Observed<Bool>?
  /// SDP records that it answered with over the whole capture, by handle, last answer last.
  public var records: [Observed<SDPRecord>] = []
  /// Link Key Notifications: it bonded with this host.
  public var bonded: [PacketRef] = []

  init(adapter: Int, address: Address) {
    self.adapter = adapter
    self.address = address
  }

  /// The last name that it told.
  public var name: String? { names.last?.value }
  /// The last class of device that it told.
  public var currentClass: Observed<ClassOfDevice>? { classOfDevice.last }
}

/// What Read Remote (or Local) Version Information tells of a controller.
public struct RemoteVersion: Hashable, Sendable {
  /// The version of the Core specification.
  public var version: CoreVersion
  /// The maker of the controller.
  public var manufacturer: CompanyIdentifier
  /// LMP subversion.
  public var subversion: UInt16
}

/// A device that advertised over Bluetooth LE.
public struct Advertiser: Sendable {
  /// The adapter that heard it.
  public var adapter: Int
  /// Its address.
  public var address: Address
  /// Public, random, or resolved.
  public var addressType: LEAddressType
  /// The first and the last advertising report.
  public var first: PacketRef, last: PacketRef
  /// The local name in its advertising or scan response data.
  public var name: Observed<String>?
  /// The Flags structure: bit 2 says "BR/EDR Not Supported".
  public var flags: Observed<UInt8>?
  /// Services of LE Audio that it offers: ASCS, PACS, CAS, BASS, TMAS.
  public var audioServices: [Observed<BluetoothUUID>] = []
  /// TX power level, in dBm.
  public var transmitPower: Observed<Int8>?
  /// Reports that were heard.
  public var reports = 0

  /// It says that it can't do BR/EDR.
  public var lacksClassic: Bool { (flags?.value ?? 0) & 0x04 != 0 }
}
