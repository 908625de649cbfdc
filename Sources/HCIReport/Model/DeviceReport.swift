public import HCIDiagnosis

/// A class of device in words.
public struct ClassReport: Sendable, Equatable {
  /// Its 24 bits.
  public var value: UInt32
  /// The service bits that are set, in words.
  public var services: [String]
  /// Its major class in words.
  public var major: String
  /// Its minor class in words.
  public var minor: String

  /// The class `value`.
  public init(value: UInt32, services: [String], major: String, minor: String) {
    self.value = value
    self.services = services
    self.major = major
    self.minor = minor
  }
}

/// Something with a number that the Bluetooth SIG assigned, and its name where that is known.
public struct NamedCode: Sendable, Equatable {
  /// The identifier as it is written.
  public var code: String
  /// What it stands for.
  public var name: String?

  /// `code`, which stands for `name`.
  public init(_ code: String, _ name: String?) {
    self.code = code
    self.name = name
  }
}

/// The side of the log.
public struct LocalReport: Sendable {
  /// Its number in the log (`hci0` is 0).
  public var adapter: Int
  /// Its address.
  public var address: String?
  /// Its own name, as it came from the log: escape it.
  public var name: String?
  /// Its class of device.
  public var classOfDevice: ClassReport?
  /// What it is to its peers.
  public var role: HCIDiagnosis.Role
  /// The maker of its controller.
  public var manufacturer: NamedCode?
  /// Its HCI version in words.
  public var version: String?

  /// The adapter with this number.
  public init(adapter: Int, role: HCIDiagnosis.Role) {
    self.adapter = adapter
    self.role = role
  }
}

/// A device on the other side of the air.
public struct PeerReport: Sendable {
  /// Its address.
  public var address: String
  /// The adapter that knows it.
  public var adapter: Int
  /// The name that it told last, as it came from the air: escape it.
  public var name: String?
  /// The user's own name for it.
  public var alias: String?
  /// The class of device that it told last.
  public var classOfDevice: ClassReport?
  /// The transmit power in its Extended Inquiry Response, in dBm.
  public var transmitPower: Int?
  /// The strengths at which its inquiry answers were heard, in dBm, in order.
  public var rssi: [Int] = []
  /// The maker of its controller.
  public var manufacturer: NamedCode?
  /// Its LMP version in words.
  public var version: String?
  /// The LMP subversion of its controller.
  public var subversion: Int?
  /// Its Device Identification record.
  public var deviceId: DeviceIdentification?
  /// The services that it offers, by its Extended Inquiry Response and its SDP records.
  public var services: [NamedCode] = []
  /// It bonded with this host in the capture.
  public var isBonded = false
  /// It answered this many inquiries.
  public var inquiryAnswers = 0

  /// The device at `address`.
  public init(address: String, adapter: Int) {
    self.address = address
    self.adapter = adapter
  }

  /// The radio power class that its transmit power shows: above +4 dBm only class 1 can be (Core Vol 2 Part A §3).
  public var radioClass: Int? { transmitPower.map { $0 > 4 ? 1 : $0 >= -6 ? 2 : 3 } }

  /// What a Device Identification record tells (DI 1.3 §5).
  public struct DeviceIdentification: Sendable, Equatable {
    /// Who assigned `vendor`: "Bluetooth SIG" or "USB Implementer's Forum".
    public var source: String
    /// The vendor's number, and name where it is known.
    public var vendor: NamedCode
    /// The product's number.
    public var product: String
    /// The version, 0xJJMN, written JJ.M.N.
    public var version: String

    /// The identification of a product.
    public init(source: String, vendor: NamedCode, product: String, version: String) {
      self.source = source
      self.vendor = vendor
      self.product = product
      self.version = version
    }
  }
}

/// A device that advertised over LE.
public struct AdvertiserReport: Sendable {
  /// Its address.
  public var address: String
  /// "public", "random" …
  public var addressType: String
  /// Its name, as it came from the air: escape it.
  public var name: String?
  /// The user's own name for it.
  public var alias: String?
  /// It says that it can't do BR/EDR.
  public var lacksClassic: Bool
  /// Services of LE Audio that it offers.
  public var audioServices: [NamedCode]
  /// In dBm.
  public var transmitPower: Int?
  /// Reports that were heard.
  public var reports: Int
}
