/// The line of one frame: number, time, direction, device, layer, what it says.
struct FrameLine {
  var ref: PacketRef
  /// Microseconds since the first frame.
  var elapsed: Int64
  var direction: Direction?
  var layer: StaticString
  var isFailure: Bool
  var isColoured: Bool

  private static let deviceWidth = 17
  private static let layerWidth = 8

  /// Writes everything but the line's end.
  func write(
    to line: inout TextBuffer, device: Address?, named name: String?, _ summary: borrowing TextBuffer
  ) {
    if isColoured { line.append(isFailure ? "\u{1B}[31m" : layer.colour) }
    line.padding(6, digitsOf: ref.number)
    line.decimal(ref.number)
    line.append("  ")
    line.padding(4, digitsOf: Int(elapsed.magnitude / 1_000_000))
    line.seconds(elapsed)
    switch direction {
    case .sent?: line.append("  →  ")
    case .received?: line.append("  ←  ")
    case nil: line.append("  ·  ")
    }
    column(device, named: name, in: &line)
    let start = line.count
    line.append(layer.capitals)
    while line.count &- start < Self.layerWidth { line.append(UInt8(ascii: " ")) }
    line.append(summary)
  }

  /// Ends the line.
  func end(_ line: inout TextBuffer) {
    if isColoured { line.append("\u{1B}[0m") }
    line.append(UInt8(ascii: "\n"))
  }

  /// The device by its name, which is cut or filled to the column, or by its address, which fills it.
  private func column(_ device: Address?, named name: String?, in line: inout TextBuffer) {
    var width = 0
    if let name {
      let count = name.unicodeScalars.count
      if count <= Self.deviceWidth {
        let before = line.count
        line.air(name)
        // Escapes make a name longer than it is; the column then moves.
        width = max(line.count &- before &- (name.utf8.count &- count), 0)
      } else {
        line.air(name, limit: Self.deviceWidth &- 1)
        width = Self.deviceWidth
      }
    } else if let device {
      line.address(device)
      width = Self.deviceWidth
    }
    while width < Self.deviceWidth &+ 2 {
      line.append(UInt8(ascii: " "))
      width &+= 1
    }
  }
}

extension TextBuffer {
  /// Spaces before a number, so that it ends `width` columns on.
  fileprivate mutating func padding(_ width: Int, digitsOf value: Int) {
    var left = width &- 1
    var rest = value / 10
    while rest > 0 {
      left &-= 1
      rest /= 10
    }
    while left > 0 {
      append(UInt8(ascii: " "))
      left &-= 1
    }
  }
}

extension StaticString {
  /// The name of a layer as a line shows it.
  var capitals: String {
    "\(self)" == "advertising" ? "ADV" : "\(self)".uppercased()
  }

  /// The colour of a layer's lines.
  fileprivate var colour: StaticString {
    switch "\(self)" {
    case "hci": "\u{1B}[36m"
    case "l2cap", "acl": "\u{1B}[34m"
    case "sdp": "\u{1B}[35m"
    case "avdtp": "\u{1B}[33m"
    case "avctp", "avrcp": "\u{1B}[32m"
    case "media", "sco", "iso", "advertising", "log": "\u{1B}[2m"
    default: "\u{1B}[0m"
    }
  }
}
