/// A line of text between a hands-free unit and its gateway, as far as it tells of a battery
/// (HFP 1.8 §4.35, §4.36; Apple Accessory Design Guidelines, "Headset Battery Level").
public enum HandsFreeMessage: Hashable, Sendable, BitwiseCopyable {
  /// AT+IPHONEACCEV with key 1: the unit's battery, 0–9 for 10–100 %.
  case appleBattery(UInt8)
  /// AT+BIEV: an indicator of the unit; number 2 is its battery in percent.
  case indicator(number: UInt16, value: UInt16)
  /// +CIEV: an indicator of the gateway; which one its answer to AT+CIND says.
  case gatewayIndicator(number: UInt16, value: UInt16)
  /// Another line.
  case other

  /// The unit's battery in percent.
  public var batteryPercent: Int? {
    switch self {
    case .appleBattery(let level): (Int(level) &+ 1) &* 10
    case .indicator(number: 2, let value) where value <= 100: Int(value)
    default: nil
    }
  }
}

extension HandsFreeMessage {
  /// Reads the line in the data of an RFCOMM frame; `nil` where they are no line of text.
  public init?(_ data: ByteReader) {
    var reader = data
    while let octet = reader.peek(), octet == 0x0D || octet == 0x0A { reader.drop() }
    guard let first = reader.peek(), first == UInt8(ascii: "A") || first == UInt8(ascii: "+") || reader.isWord
    else {
      return nil
    }
    if reader.drop("AT+IPHONEACCEV=") {
      self = Self.appleBattery(&reader)
    } else if reader.drop("AT+BIEV=") {
      self = reader.pair().map { .indicator(number: $0.0, value: $0.1) } ?? .other
    } else if reader.drop("+CIEV:") {
      self = reader.pair().map { .gatewayIndicator(number: $0.0, value: $0.1) } ?? .other
    } else {
      self = .other
    }
  }

  /// The text of the line without its end, at most `limit` octets of it, everything but printable ASCII replaced
  /// by a question mark; `nil` where the data are no line of text.
  public static func text(_ data: ByteReader, limit: Int = 128) -> String? {
    guard Self(data) != nil else { return nil }
    var octets = data.copyRest(limit: limit + 2)
    while let last = octets.last, last == 0x0D || last == 0x0A { octets.removeLast() }
    let line = octets.drop { $0 == 0x0D || $0 == 0x0A }.prefix(limit)
    return String(decoding: line.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// Pairs of key and value, their number first; key 1 is the battery.
  private static func appleBattery(_ reader: inout ByteReader) -> Self {
    guard let count = reader.number() else { return .other }
    for _ in 0..<min(count, 16) {
      guard reader.drop(","), let key = reader.number(), reader.drop(","), let value = reader.number() else {
        break
      }
      if key == 1, value <= 9 { return .appleBattery(UInt8(value)) }
    }
    return .other
  }
}

extension ByteReader {
  /// Whether the text begins with one of the words that are neither AT command nor result code.
  fileprivate var isWord: Bool {
    var reader = self
    return reader.drop("OK") || reader.drop("ERROR") || reader.drop("RING")
  }

  /// Moves over one octet, where there is one.
  fileprivate mutating func drop() {
    // Cannot throw where something is left, and need not move where nothing is.
    try? skip(min(1, remaining))
  }

  /// Moves over `text` where the text begins with it.
  fileprivate mutating func drop(_ text: String) -> Bool {
    var distance = 0
    for octet in text.utf8 {
      guard peek(distance) == octet else { return false }
      distance &+= 1
    }
    try? skip(distance)
    return true
  }

  /// A decimal number of at most five digits, spaces before it allowed.
  fileprivate mutating func number() -> UInt16? {
    while peek() == UInt8(ascii: " ") { drop() }
    var value: UInt32 = 0
    var digits = 0
    while let octet = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet), digits < 5 {
      value = value &* 10 &+ UInt32(octet &- UInt8(ascii: "0"))
      digits &+= 1
      drop()
    }
    return digits > 0 ? UInt16(exactly: value) : nil
  }

  /// Two numbers with a comma between them.
  fileprivate mutating func pair() -> (UInt16, UInt16)? {
    guard let first = number(), drop(","), let second = number() else { return nil }
    return (first, second)
  }
}
