/// Takes SLIP's framing off a serial line (RFC 1055, and Core Vol 4 Part D §3 with its escapes for flow control).
struct SlipDecoder {
  private static let end: UInt8 = 0xC0
  private static let escape: UInt8 = 0xDB
  /// A packet of 4,095 octets, its header and its check.
  private static let longestFrame = 4 + 4095 + 2

  /// The frame so far; whole once ``push(_:)`` said so.
  private(set) var frame: [UInt8] = []
  private var isInside = false
  private var isEscaped = false
  private var isComplete = false

  /// Whether a frame has begun that has not ended.
  var isUnfinished: Bool { isInside && !isComplete && !frame.isEmpty }

  /// Takes one octet; `true` where it completes a frame.
  mutating func push(_ byte: UInt8) -> Bool {
    if isComplete {
      frame.removeAll(keepingCapacity: true)
      isComplete = false
    }
    if byte == Self.end {
      isEscaped = false
      isComplete = isInside && !frame.isEmpty
      isInside = true
      return isComplete
    }
    guard isInside else { return false }
    if byte == Self.escape {
      isEscaped = true
      return false
    }
    frame.append(isEscaped ? Self.unescaped(byte) : byte)
    isEscaped = false
    if frame.count > Self.longestFrame {
      // No frame is that long: wait for the next.
      frame.removeAll(keepingCapacity: true)
      isInside = false
    }
    return false
  }

  private static func unescaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0xDC: 0xC0
    case 0xDD: 0xDB
    case 0xDE: 0x11
    case 0xDF: 0x13
    default: byte
    }
  }
}
