/// How playback stands (AVRCP 1.6 §6.7.1).
public struct PlaybackStatus: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The status `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Stopped.
  public static let stopped = Self(rawValue: 0x00)
  /// Playing.
  public static let playing = Self(rawValue: 0x01)
  /// Paused.
  public static let paused = Self(rawValue: 0x02)

  /// The status in words.
  public var name: String? {
    switch rawValue {
    case 0x00: "stopped"
    case 0x01: "playing"
    case 0x02: "paused"
    case 0x03: "seeking forward"
    case 0x04: "seeking backward"
    case 0xFF: "error"
    default: nil
    }
  }
}

/// How a battery stands (AVRCP 1.6 §6.4.8, table 6.31).
public struct BatteryStatus: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The status `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// In normal state.
  public static let normal = Self(rawValue: 0x00)
  /// Unable to operate soon.
  public static let warning = Self(rawValue: 0x01)
  /// Cannot operate any more.
  public static let critical = Self(rawValue: 0x02)
  /// Plugged in.
  public static let external = Self(rawValue: 0x03)
  /// Completely charged from an external supply.
  public static let fullCharge = Self(rawValue: 0x04)

  /// The status in words.
  public var name: String? {
    switch self {
    case .normal: "normal"
    case .warning: "warning"
    case .critical: "critical"
    case .external: "external"
    case .fullCharge: "full charge"
    default: nil
    }
  }
}

/// Why a PDU was rejected, or how it went (AVRCP 1.6 §6.15.3).
public struct AVRCPStatus: OpenCode {
  /// The code.
  public var rawValue: UInt8
  /// The status `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The status in words.
  public var name: String? {
    switch rawValue {
    case 0x00: "invalid command"
    case 0x01: "invalid parameter"
    case 0x02: "parameter not found"
    case 0x03: "internal error"
    case 0x04: "completed without error"
    case 0x05: "UID changed"
    case 0x07: "invalid direction"
    case 0x08: "not a directory"
    case 0x09: "does not exist"
    case 0x0A: "invalid scope"
    case 0x0B: "range out of bounds"
    case 0x0C: "folder item is not playable"
    case 0x0D: "media in use"
    case 0x0E: "now playing list full"
    case 0x0F: "search not supported"
    case 0x10: "search in progress"
    case 0x11: "invalid player id"
    case 0x12: "player not browsable"
    case 0x13: "player not addressed"
    case 0x14: "no valid search results"
    case 0x15: "no available players"
    case 0x16: "addressed player changed"
    default: nil
    }
  }
}

/// A key of a remote control (AV/C Panel Subunit §9.4; AVRCP 1.6 §4.4.1).
public struct PassThroughOperation: OpenCode {
  /// The code, 7 bits.
  public var rawValue: UInt8
  /// The operation `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Volume up.
  public static let volumeUp = Self(rawValue: 0x41)
  /// Volume down.
  public static let volumeDown = Self(rawValue: 0x42)
  /// Mute.
  public static let mute = Self(rawValue: 0x43)
  /// Play.
  public static let play = Self(rawValue: 0x44)
  /// Stop.
  public static let stop = Self(rawValue: 0x45)
  /// Pause.
  public static let pause = Self(rawValue: 0x46)

  /// The operation in words.
  public var name: String? {
    switch rawValue {
    case 0x20...0x29: "\(rawValue & 0xF)"
    case 0x71...0x75: "F\(rawValue & 0xF)"
    default: Self.names[rawValue]
    }
  }

  private static let names: [UInt8: String] = [
    0x00: "select", 0x01: "up", 0x02: "down", 0x03: "left", 0x04: "right", 0x05: "right-up",
    0x06: "right-down",
    0x07: "left-up", 0x08: "left-down", 0x09: "root menu", 0x0A: "setup menu", 0x0B: "contents menu",
    0x0C: "favorite menu", 0x0D: "exit", 0x2A: "dot", 0x2B: "enter", 0x2C: "clear", 0x30: "channel up",
    0x31: "channel down", 0x32: "previous channel", 0x33: "sound select", 0x34: "input select",
    0x35: "display information", 0x36: "help", 0x37: "page up", 0x38: "page down", 0x40: "power",
    0x41: "volume up", 0x42: "volume down", 0x43: "mute", 0x44: "play", 0x45: "stop", 0x46: "pause",
    0x47: "record", 0x48: "rewind", 0x49: "fast forward", 0x4A: "eject", 0x4B: "forward", 0x4C: "backward",
    0x50: "angle", 0x51: "subpicture", 0x7E: "vendor unique",
  ]
}
