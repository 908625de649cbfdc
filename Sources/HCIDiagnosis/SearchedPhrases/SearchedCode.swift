import HCITrace

/// A number that somebody searches for, in one of the protocols that have it.
struct SearchedCode {
  /// Where the number is a code.
  enum Family: CaseIterable {
    case hci, avdtp, connectionResult, configurationResult, sdp, psm, service, classOfDevice

    /// Hexadecimal digits that the family's codes are written with.
    var digits: Int {
      switch self {
      case .hci, .avdtp: 2
      case .connectionResult, .configurationResult, .sdp, .psm, .service: 4
      case .classOfDevice: 6
      }
    }
  }

  /// What the number is called: "0x0D as HCI status: Connection Rejected due to Limited Resources".
  var title: String
  /// The rules that look for it.
  var rules: [any Rule.Type]

  private init(_ title: String, _ rules: [any Rule.Type]) {
    self.title = title
    self.rules = rules
  }

  private init?<Code: OpenCode>(_ code: Code, _ kind: String, rules: (Code) -> [any Rule.Type]) {
    guard let name = code.name else { return nil }
    let number = code.codeAndName.dropLast(name.count + 1)
    self.init("\(number) as \(kind): \(name)", rules(code))
  }

  /// `value` as a code of `family`; `nil` where it is none that has a name.
  init?(_ value: UInt32, in family: Family) {
    guard family != .classOfDevice else {
      self.init(classOfDevice: value)
      return
    }
    guard let short = UInt16(exactly: value), family.digits == 4 || short <= 0xFF else { return nil }
    let byte = UInt8(truncatingIfNeeded: short)
    switch family {
    case .hci: self.init(HCIStatus(rawValue: byte), "HCI status") { $0.rules }
    case .avdtp:
      self.init(AVDTPErrorCode(rawValue: byte), byte < 0xC0 ? "AVDTP error" : "A2DP error") { $0.rules }
    case .connectionResult:
      self.init(ConnectionResult(rawValue: short), "L2CAP connection result") { $0.rules }
    case .configurationResult:
      self.init(ConfigurationResult(rawValue: short), "L2CAP configuration result") { $0.rules }
    case .sdp: self.init(SDPErrorCode(rawValue: short), "SDP error") { $0.rules }
    case .psm: self.init(ProtocolServiceMultiplexer(rawValue: short), "PSM") { $0.rules }
    case .service, .classOfDevice: self.init(service: short)
    }
  }

  private init?(service: UInt16) {
    let uuid = BluetoothUUID(service)
    guard let name = uuid.name, !uuid.rules.isEmpty else { return nil }
    self.init("\(service.hex) as UUID: \(name)", uuid.rules)
  }

  private init?(classOfDevice value: UInt32) {
    guard value <= 0xFF_FFFF else { return nil }
    let device = ClassOfDevice(value: value)
    let words = [device.serviceNames.joined(separator: ", "), device.deviceName].filter { !$0.isEmpty }
    self.init(
      "\(device) as class of device: \(words.joined(separator: " · "))",
      device.isAudioVideo
        ? [SourceClassUnexpected.self, ClassOfDeviceRejected.self, Class1Rejection.self]
        : [ClassOfDeviceRejected.self, SourceClassUnexpected.self])
  }
}
