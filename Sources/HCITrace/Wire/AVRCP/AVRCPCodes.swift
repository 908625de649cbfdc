/// What a frame asks for, or how it is answered (AV/C Digital Interface Command Set §5.1; AVRCP 1.6 §4.4).
public struct AVRCPType: OpenCode {
  /// The code, 4 bits: up to 7 commands, from 8 responses.
  public var rawValue: UInt8
  /// The type `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Do it.
  public static let control = Self(rawValue: 0x0)
  /// How is it?
  public static let status = Self(rawValue: 0x1)
  /// Tell me when it changes.
  public static let notify = Self(rawValue: 0x3)
  /// Not implemented.
  public static let notImplemented = Self(rawValue: 0x8)
  /// Accepted.
  public static let accepted = Self(rawValue: 0x9)
  /// Rejected.
  public static let rejected = Self(rawValue: 0xA)
  /// The answer to Status.
  public static let stable = Self(rawValue: 0xC)
  /// It changed.
  public static let changed = Self(rawValue: 0xD)
  /// It is so now; a change will be told.
  public static let interim = Self(rawValue: 0xF)

  /// Whether it answers.
  public var isResponse: Bool { rawValue >= 0x8 }

  /// The type's name in the specification.
  public var name: String? {
    switch rawValue {
    case 0x0: "Control"
    case 0x1: "Status"
    case 0x2: "Specific Inquiry"
    case 0x3: "Notify"
    case 0x4: "General Inquiry"
    case 0x8: "Not Implemented"
    case 0x9: "Accepted"
    case 0xA: "Rejected"
    case 0xB: "In Transition"
    case 0xC: "Stable"
    case 0xD: "Changed"
    case 0xF: "Interim"
    default: nil
    }
  }
}

/// What kind of frame it is (AVRCP 1.6 §4.4).
public struct AVRCPOpcode: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The opcode `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A PDU of the Bluetooth SIG or of a vendor.
  public static let vendorDependent = Self(rawValue: 0x00)
  /// What the unit is.
  public static let unitInfo = Self(rawValue: 0x30)
  /// What its subunits are.
  public static let subunitInfo = Self(rawValue: 0x31)
  /// A key of a remote control.
  public static let passThrough = Self(rawValue: 0x7C)

  /// The opcode's name in the specification.
  public var name: String? {
    switch self {
    case .vendorDependent: "Vendor Dependent"
    case .unitInfo: "Unit Info"
    case .subunitInfo: "Subunit Info"
    case .passThrough: "Pass Through"
    default: nil
    }
  }
}

/// A PDU of the Bluetooth SIG in a vendor-dependent frame, or on the browsing channel (AVRCP 1.6 §4.5).
public struct AVRCPPDU: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The PDU `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Which events, or whose PDUs, are known?
  public static let getCapabilities = Self(rawValue: 0x10)
  /// The controller's battery.
  public static let informBatteryStatus = Self(rawValue: 0x18)
  /// Title, artist and the like of what plays.
  public static let getElementAttributes = Self(rawValue: 0x20)
  /// What is playing, and how far?
  public static let getPlayStatus = Self(rawValue: 0x30)
  /// Tell me when an event happens.
  public static let registerNotification = Self(rawValue: 0x31)
  /// Set the volume of the other side.
  public static let setAbsoluteVolume = Self(rawValue: 0x50)

  /// The PDU's name in the specification.
  public var name: String? {
    switch rawValue {
    case 0x10: "GetCapabilities"
    case 0x11: "ListPlayerApplicationSettingAttributes"
    case 0x12: "ListPlayerApplicationSettingValues"
    case 0x13: "GetCurrentPlayerApplicationSettingValue"
    case 0x14: "SetPlayerApplicationSettingValue"
    case 0x15: "GetPlayerApplicationSettingAttributeText"
    case 0x16: "GetPlayerApplicationSettingValueText"
    case 0x17: "InformDisplayableCharacterSet"
    case 0x18: "InformBatteryStatusOfCT"
    case 0x20: "GetElementAttributes"
    case 0x30: "GetPlayStatus"
    case 0x31: "RegisterNotification"
    case 0x40: "RequestContinuingResponse"
    case 0x41: "AbortContinuingResponse"
    case 0x50: "SetAbsoluteVolume"
    case 0x60: "SetAddressedPlayer"
    case 0x70: "SetBrowsedPlayer"
    case 0x71: "GetFolderItems"
    case 0x72: "ChangePath"
    case 0x73: "GetItemAttributes"
    case 0x74: "PlayItem"
    case 0x75: "GetTotalNumberOfItems"
    case 0x80: "Search"
    case 0x90: "AddToNowPlaying"
    case 0xA0: "GeneralReject"
    default: nil
    }
  }
}

/// What a controller can be told of (AVRCP 1.6 §6.7.2, appendix H).
public struct AVRCPEvent: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The event `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Playing, paused, stopped.
  public static let playbackStatusChanged = Self(rawValue: 0x01)
  /// Another track.
  public static let trackChanged = Self(rawValue: 0x02)
  /// How far the track is.
  public static let playbackPositionChanged = Self(rawValue: 0x05)
  /// The target's battery.
  public static let batteryStatusChanged = Self(rawValue: 0x06)
  /// Power on, off, unplugged.
  public static let systemStatusChanged = Self(rawValue: 0x07)
  /// The target's volume.
  public static let volumeChanged = Self(rawValue: 0x0D)

  /// The event's name in the specification.
  public var name: String? {
    switch rawValue {
    case 0x01: "EVENT_PLAYBACK_STATUS_CHANGED"
    case 0x02: "EVENT_TRACK_CHANGED"
    case 0x03: "EVENT_TRACK_REACHED_END"
    case 0x04: "EVENT_TRACK_REACHED_START"
    case 0x05: "EVENT_PLAYBACK_POS_CHANGED"
    case 0x06: "EVENT_BATT_STATUS_CHANGED"
    case 0x07: "EVENT_SYSTEM_STATUS_CHANGED"
    case 0x08: "EVENT_PLAYER_APPLICATION_SETTING_CHANGED"
    case 0x09: "EVENT_NOW_PLAYING_CONTENT_CHANGED"
    case 0x0A: "EVENT_AVAILABLE_PLAYERS_CHANGED"
    case 0x0B: "EVENT_ADDRESSED_PLAYER_CHANGED"
    case 0x0C: "EVENT_UIDS_CHANGED"
    case 0x0D: "EVENT_VOLUME_CHANGED"
    default: nil
    }
  }
}
