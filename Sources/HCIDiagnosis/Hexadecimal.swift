import HCITrace

extension FixedWidthInteger where Self: UnsignedInteger {
  /// With all its digits, as the specifications write it: 0x0E, 0x110B.
  var hex: String { hexadecimal(digits: Self.bitWidth / 4) }

  /// With `digits` digits at least.
  func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
  }
}

extension ClassOfDevice {
  /// As the field writes it: 0x20041C.
  var hex: String { value.hexadecimal(digits: 6) }
}
