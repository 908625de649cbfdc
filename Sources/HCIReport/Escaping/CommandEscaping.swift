extension ReportBuffer {
  /// Appends `text` as the message of a workflow command of GitHub Actions, in which lines may break.
  mutating func append(commandMessage text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): append("%25")
      case UInt8(ascii: "\r"): append("%0D")
      case UInt8(ascii: "\n"): append("%0A")
      default: append(byte)
      }
    }
  }

  /// Appends `text` as the value of a property of such a command, which a comma or the `::` before the message would end.
  mutating func append(commandProperty text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "%"): append("%25")
      case UInt8(ascii: "\r"): append("%0D")
      case UInt8(ascii: "\n"): append("%0A")
      case UInt8(ascii: ":"): append("%3A")
      case UInt8(ascii: ","): append("%2C")
      default: append(byte)
      }
    }
  }
}
