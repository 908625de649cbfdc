/// `value` as `0x` and at least `digits` digits in upper case.
func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return "0x" + String(repeating: "0", count: max(0, digits - text.count)) + text
}

extension ClassReport {
  /// The class as people write it: `0x20041C`.
  var hexadecimal: String { HCIReport.hexadecimal(value, digits: 6) }
}
