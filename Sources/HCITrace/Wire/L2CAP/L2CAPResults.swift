/// The result of a Connection or Create Channel Response (Core Vol 3 Part A §4.3).
public struct ConnectionResult: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The result `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Connection successful.
  public static let successful = Self(rawValue: 0x0000)
  /// Connection pending: see the response's status.
  public static let pending = Self(rawValue: 0x0001)
  /// Refused: PSM not supported.
  public static let psmNotSupported = Self(rawValue: 0x0002)
  /// Refused: security block.
  public static let securityBlock = Self(rawValue: 0x0003)
  /// Refused: no resources available.
  public static let noResources = Self(rawValue: 0x0004)
  /// Refused: controller ID not supported (Create Channel).
  public static let controllerNotSupported = Self(rawValue: 0x0005)
  /// Refused: invalid source CID.
  public static let invalidSource = Self(rawValue: 0x0006)
  /// Refused: source CID already allocated.
  public static let sourceAllocated = Self(rawValue: 0x0007)

  /// What the code means.
  public var name: String? {
    switch self {
    case .successful: "successful"
    case .pending: "pending"
    case .psmNotSupported: "PSM not supported"
    case .securityBlock: "security block"
    case .noResources: "no resources available"
    case .controllerNotSupported: "controller ID not supported"
    case .invalidSource: "invalid source CID"
    case .sourceAllocated: "source CID already allocated"
    default: nil
    }
  }
}

/// Why a connection is pending (Core Vol 3 Part A §4.3); says nothing beside another result.
public struct ConnectionStatus: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The status `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// No further information available.
  public static let noInformation = Self(rawValue: 0x0000)
  /// Authentication pending.
  public static let authenticationPending = Self(rawValue: 0x0001)
  /// Authorization pending.
  public static let authorizationPending = Self(rawValue: 0x0002)

  /// What the code means.
  public var name: String? {
    switch self {
    case .noInformation: "no further information"
    case .authenticationPending: "authentication pending"
    case .authorizationPending: "authorization pending"
    default: nil
    }
  }
}

/// The result of a Configuration Response (Core Vol 3 Part A §4.5).
public struct ConfigurationResult: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The result `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Success.
  public static let success = Self(rawValue: 0x0000)
  /// Unacceptable parameters: the options say what would be accepted.
  public static let unacceptableParameters = Self(rawValue: 0x0001)
  /// Rejected, no reason provided.
  public static let rejected = Self(rawValue: 0x0002)
  /// Unknown options: the options say which.
  public static let unknownOptions = Self(rawValue: 0x0003)
  /// Pending.
  public static let pending = Self(rawValue: 0x0004)
  /// Flow specification rejected.
  public static let flowSpecificationRejected = Self(rawValue: 0x0005)

  /// What the code means.
  public var name: String? {
    switch self {
    case .success: "success"
    case .unacceptableParameters: "unacceptable parameters"
    case .rejected: "rejected"
    case .unknownOptions: "unknown options"
    case .pending: "pending"
    case .flowSpecificationRejected: "flow specification rejected"
    default: nil
    }
  }
}

/// Why a command was rejected (Core Vol 3 Part A §4.1).
public struct CommandRejectReason: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The reason `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Command not understood.
  public static let notUnderstood = Self(rawValue: 0x0000)
  /// Signalling MTU exceeded.
  public static let signallingMTUExceeded = Self(rawValue: 0x0001)
  /// Invalid CID in request.
  public static let invalidChannel = Self(rawValue: 0x0002)

  /// What the code means.
  public var name: String? {
    switch self {
    case .notUnderstood: "command not understood"
    case .signallingMTUExceeded: "signalling MTU exceeded"
    case .invalidChannel: "invalid CID in request"
    default: nil
    }
  }
}

/// What an Information Request asks for (Core Vol 3 Part A §4.10).
public struct InformationType: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The type `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Connectionless MTU.
  public static let connectionlessMTU = Self(rawValue: 0x0001)
  /// Extended features supported: a mask of 32 bits.
  public static let extendedFeatures = Self(rawValue: 0x0002)
  /// Fixed channels supported over BR/EDR: a mask of 64 bits.
  public static let fixedChannels = Self(rawValue: 0x0003)

  /// The type in words.
  public var name: String? {
    switch self {
    case .connectionlessMTU: "connectionless MTU"
    case .extendedFeatures: "extended features"
    case .fixedChannels: "fixed channels"
    default: nil
    }
  }
}

/// The result of an LE credit based connection (Core Vol 3 Part A §4.23, §4.26).
public struct CreditBasedResult: OpenCode {
  /// The code.
  public var rawValue: UInt16
  /// The result `rawValue`.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Connection successful.
  public static let successful = Self(rawValue: 0x0000)

  /// What the code means.
  public var name: String? {
    switch rawValue {
    case 0x0000: "successful"
    case 0x0002: "SPSM not supported"
    case 0x0004: "insufficient resources"
    case 0x0005: "insufficient authentication"
    case 0x0006: "insufficient authorization"
    case 0x0007: "encryption key size too short"
    case 0x0008: "insufficient encryption"
    case 0x0009: "invalid source CID"
    case 0x000A: "source CID already allocated"
    case 0x000B: "unacceptable parameters"
    case 0x000C: "invalid parameters"
    case 0x000D: "pending, no further information"
    case 0x000E: "pending, authentication"
    case 0x000F: "pending, authorization"
    default: nil
    }
  }
}
