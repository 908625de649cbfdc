// The enumerated parameters of HCI commands and events. All are open: what the specification doesn't assign survives.

/// Which part a device plays on a link (Core Vol 4 Part E §7.7.12).
public struct LinkRole: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Central.
  public static let central = LinkRole(rawValue: 0)
  /// Peripheral.
  public static let peripheral = LinkRole(rawValue: 1)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .central: "Central"
    case .peripheral: "Peripheral"
    default: nil
    }
  }
}

/// What kind of link was asked for or made (Core Vol 4 Part E §7.7.3, §7.7.4, §7.7.35).
public struct LinkType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// SCO.
  public static let sco = LinkType(rawValue: 0)
  /// ACL.
  public static let acl = LinkType(rawValue: 1)
  /// eSCO.
  public static let esco = LinkType(rawValue: 2)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .sco: "SCO"
    case .acl: "ACL"
    case .esco: "eSCO"
    default: nil
    }
  }
}

/// Whether a link is encrypted, and how (Core Vol 4 Part E §7.7.8).
public struct EncryptionMode: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// off.
  public static let off = EncryptionMode(rawValue: 0)
  /// on (E0 on BR/EDR, AES-CCM on LE).
  public static let on = EncryptionMode(rawValue: 1)
  /// on (AES-CCM on BR/EDR).
  public static let aesCCM = EncryptionMode(rawValue: 2)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .off: "off"
    case .on: "on (E0 on BR/EDR, AES-CCM on LE)"
    case .aesCCM: "on (AES-CCM on BR/EDR)"
    default: nil
    }
  }

  /// Whether anything is encrypted.
  public var isOn: Bool { rawValue != 0 }
}

/// What a device can show and enter while it pairs (Core Vol 4 Part E §7.1.29).
public struct IOCapability: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// DisplayOnly.
  public static let displayOnly = IOCapability(rawValue: 0)
  /// DisplayYesNo.
  public static let displayYesNo = IOCapability(rawValue: 1)
  /// KeyboardOnly.
  public static let keyboardOnly = IOCapability(rawValue: 2)
  /// NoInputNoOutput.
  public static let noInputNoOutput = IOCapability(rawValue: 3)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .displayOnly: "DisplayOnly"
    case .displayYesNo: "DisplayYesNo"
    case .keyboardOnly: "KeyboardOnly"
    case .noInputNoOutput: "NoInputNoOutput"
    default: nil
    }
  }
}

/// Which bonding and protection a device asks for while it pairs (Core Vol 4 Part E §7.1.29).
public struct AuthenticationRequirements: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// MITM Protection Not Required - No Bonding.
  public static let noBonding = AuthenticationRequirements(rawValue: 0)
  /// MITM Protection Required - No Bonding.
  public static let noBondingMITM = AuthenticationRequirements(rawValue: 1)
  /// MITM Protection Not Required - Dedicated Bonding.
  public static let dedicatedBonding = AuthenticationRequirements(rawValue: 2)
  /// MITM Protection Required - Dedicated Bonding.
  public static let dedicatedBondingMITM = AuthenticationRequirements(rawValue: 3)
  /// MITM Protection Not Required - General Bonding.
  public static let generalBonding = AuthenticationRequirements(rawValue: 4)
  /// MITM Protection Required - General Bonding.
  public static let generalBondingMITM = AuthenticationRequirements(rawValue: 5)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .noBonding: "MITM Protection Not Required - No Bonding"
    case .noBondingMITM: "MITM Protection Required - No Bonding"
    case .dedicatedBonding: "MITM Protection Not Required - Dedicated Bonding"
    case .dedicatedBondingMITM: "MITM Protection Required - Dedicated Bonding"
    case .generalBonding: "MITM Protection Not Required - General Bonding"
    case .generalBondingMITM: "MITM Protection Required - General Bonding"
    default: nil
    }
  }

  /// Whether the device wants to keep the key (dedicated or general bonding).
  public var wantsBonding: Bool { rawValue >= 2 && rawValue <= 5 }
  /// Whether the device demands protection against somebody in the middle.
  public var requiresMITMProtection: Bool { rawValue & 1 != 0 }
}

/// How a link key came about (Core Vol 4 Part E §7.7.24).
public struct LinkKeyType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Combination Key.
  public static let combination = LinkKeyType(rawValue: 0)
  /// Local Unit Key.
  public static let localUnit = LinkKeyType(rawValue: 1)
  /// Remote Unit Key.
  public static let remoteUnit = LinkKeyType(rawValue: 2)
  /// Debug Combination Key.
  public static let debugCombination = LinkKeyType(rawValue: 3)
  /// Unauthenticated Combination Key (P-192).
  public static let unauthenticatedP192 = LinkKeyType(rawValue: 4)
  /// Authenticated Combination Key (P-192).
  public static let authenticatedP192 = LinkKeyType(rawValue: 5)
  /// Changed Combination Key.
  public static let changedCombination = LinkKeyType(rawValue: 6)
  /// Unauthenticated Combination Key (P-256).
  public static let unauthenticatedP256 = LinkKeyType(rawValue: 7)
  /// Authenticated Combination Key (P-256).
  public static let authenticatedP256 = LinkKeyType(rawValue: 8)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .combination: "Combination Key"
    case .localUnit: "Local Unit Key"
    case .remoteUnit: "Remote Unit Key"
    case .debugCombination: "Debug Combination Key"
    case .unauthenticatedP192: "Unauthenticated Combination Key (P-192)"
    case .authenticatedP192: "Authenticated Combination Key (P-192)"
    case .changedCombination: "Changed Combination Key"
    case .unauthenticatedP256: "Unauthenticated Combination Key (P-256)"
    case .authenticatedP256: "Authenticated Combination Key (P-256)"
    default: nil
    }
  }

  /// Whether the pairing was protected against somebody in the middle; legacy keys say nothing about it.
  public var isAuthenticated: Bool { self == .authenticatedP192 || self == .authenticatedP256 }
}

/// How often a link is used (Core Vol 4 Part E §7.7.20).
public struct LinkMode: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Active.
  public static let active = LinkMode(rawValue: 0)
  /// Hold.
  public static let hold = LinkMode(rawValue: 1)
  /// Sniff.
  public static let sniff = LinkMode(rawValue: 2)
  /// Park.
  public static let park = LinkMode(rawValue: 3)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .active: "Active"
    case .hold: "Hold"
    case .sniff: "Sniff"
    case .park: "Park"
    default: nil
    }
  }
}

/// Which scans make a device discoverable and connectable (Core Vol 4 Part E §7.3.18).
public struct ScanEnable: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No Scans.
  public static let none = ScanEnable(rawValue: 0)
  /// Inquiry Scan.
  public static let inquiry = ScanEnable(rawValue: 1)
  /// Page Scan.
  public static let page = ScanEnable(rawValue: 2)
  /// Inquiry Scan and Page Scan.
  public static let inquiryAndPage = ScanEnable(rawValue: 3)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .none: "No Scans"
    case .inquiry: "Inquiry Scan"
    case .page: "Page Scan"
    case .inquiryAndPage: "Inquiry Scan and Page Scan"
    default: nil
    }
  }

  /// Whether the device answers inquiries.
  public var isDiscoverable: Bool { rawValue & 1 != 0 }
  /// Whether the device answers pages.
  public var isConnectable: Bool { rawValue & 2 != 0 }
}

/// What a quality of service promises (Core Vol 4 Part E §7.2.6).
public struct QoSServiceType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No Traffic.
  public static let noTraffic = QoSServiceType(rawValue: 0)
  /// Best Effort.
  public static let bestEffort = QoSServiceType(rawValue: 1)
  /// Guaranteed.
  public static let guaranteed = QoSServiceType(rawValue: 2)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .noTraffic: "No Traffic"
    case .bestEffort: "Best Effort"
    case .guaranteed: "Guaranteed"
    default: nil
    }
  }
}

/// How voice is coded on a synchronous link (Core Vol 4 Part E §7.7.35).
public struct AirMode: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// µ-law.
  public static let muLaw = AirMode(rawValue: 0)
  /// A-law.
  public static let aLaw = AirMode(rawValue: 1)
  /// CVSD.
  public static let cvsd = AirMode(rawValue: 2)
  /// Transparent.
  public static let transparent = AirMode(rawValue: 3)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .muLaw: "µ-law"
    case .aLaw: "A-law"
    case .cvsd: "CVSD"
    case .transparent: "Transparent"
    default: nil
    }
  }
}

/// What was pressed while a passkey is entered (Core Vol 4 Part E §7.7.49).
public struct KeypressNotificationType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Passkey entry started.
  public static let entryStarted = KeypressNotificationType(rawValue: 0)
  /// Passkey digit entered.
  public static let digitEntered = KeypressNotificationType(rawValue: 1)
  /// Passkey digit erased.
  public static let digitErased = KeypressNotificationType(rawValue: 2)
  /// Passkey cleared.
  public static let cleared = KeypressNotificationType(rawValue: 3)
  /// Passkey entry completed.
  public static let entryCompleted = KeypressNotificationType(rawValue: 4)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .entryStarted: "Passkey entry started"
    case .digitEntered: "Passkey digit entered"
    case .digitErased: "Passkey digit erased"
    case .cleared: "Passkey cleared"
    case .entryCompleted: "Passkey entry completed"
    default: nil
    }
  }
}

/// What kind of address an LE device uses (Core Vol 4 Part E §7.7.65.1, §7.7.65.13).
public struct LEAddressType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Public Device Address.
  public static let publicDevice = LEAddressType(rawValue: 0)
  /// Random Device Address.
  public static let randomDevice = LEAddressType(rawValue: 1)
  /// Public Identity Address.
  public static let publicIdentity = LEAddressType(rawValue: 2)
  /// Random (static) Identity Address.
  public static let randomIdentity = LEAddressType(rawValue: 3)
  /// Random Device Address that could not be resolved.
  public static let unresolvable = LEAddressType(rawValue: 0xFE)
  /// Anonymous.
  public static let anonymous = LEAddressType(rawValue: 0xFF)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .publicDevice: "Public Device Address"
    case .randomDevice: "Random Device Address"
    case .publicIdentity: "Public Identity Address"
    case .randomIdentity: "Random (static) Identity Address"
    case .unresolvable: "Random Device Address that could not be resolved"
    case .anonymous: "Anonymous"
    default: nil
    }
  }
}

/// How LE packets are modulated and coded (Core Vol 4 Part E §7.7.65.12).
public struct LEPHY: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// LE 1M.
  public static let le1M = LEPHY(rawValue: 1)
  /// LE 2M.
  public static let le2M = LEPHY(rawValue: 2)
  /// LE Coded.
  public static let leCoded = LEPHY(rawValue: 3)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .le1M: "LE 1M"
    case .le2M: "LE 2M"
    case .leCoded: "LE Coded"
    default: nil
    }
  }
}

/// Which transmit power level is asked for (Core Vol 4 Part E §7.3.35).
public struct TransmitPowerLevelType: OpenCode {
  /// The value as it is sent.
  public let rawValue: UInt8

  /// The code with this value.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Current.
  public static let current = TransmitPowerLevelType(rawValue: 0)
  /// Maximum.
  public static let maximum = TransmitPowerLevelType(rawValue: 1)

  /// What the specification calls it.
  public var name: String? {
    switch self {
    case .current: "Current"
    case .maximum: "Maximum"
    default: nil
    }
  }
}
