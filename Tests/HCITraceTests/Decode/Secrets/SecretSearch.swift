/// Looks for the secrets of ``SecretVector`` in what was written: in digits of either base and any notation, in either
/// order, and as they are.
struct SecretSearch {
  /// Any four octets of the key, in either order: enough to know it by.
  private let windows: Set<UInt32>
  /// Numbers that hold a secret, in decimal digits.
  private let numbers: Set<String>

  init() {
    let key = SecretVector.key
    var windows: Set<UInt32> = []
    var numbers: Set<String> = ["\(SecretVector.passkey)"]
    for start in 0...12 {
      let value = key[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      windows.formUnion([value, value.byteSwapped])
      for number in [value, value.byteSwapped] {
        numbers.formUnion(["\(number)", "\(Int32(bitPattern: number))"])
      }
    }
    for start in 0...8 {
      let value = key[start..<start + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      numbers.formUnion(["\(value)", "\(value.byteSwapped)"])
    }
    let passkey = SecretVector.passkey
    self.windows = windows.union([passkey, passkey.byteSwapped])
    self.numbers = numbers
  }

  /// The first secret in `text`; `nil` where there is none.
  func find(in text: String) -> String? { find(in: Array(text.utf8)) }

  /// The first secret in `octets`, as it is or in a text.
  func find(in octets: [UInt8]) -> String? {
    if octets.contains(Array(SecretVector.pin.utf8.prefix(5))) { return "the PIN" }
    if octets.contains(Array(SecretVector.key.prefix(4))) { return "the key as it is" }
    return hexadecimal(octets, dropping: false) ?? hexadecimal(octets, dropping: true) ?? decimal(octets)
  }

  /// Eight digits in a row that are four octets of the key, whatever stands between them; `dropping` each 0 before an x.
  private func hexadecimal(_ octets: [UInt8], dropping: Bool) -> String? {
    var last: UInt32 = 0
    for (index, octet) in octets.enumerated() {
      guard let digit = octet.hexadecimalDigit else { continue }
      if dropping, digit == 0, index + 1 < octets.count, octets[index + 1] | 0x20 == UInt8(ascii: "x") {
        continue
      }
      last = last << 4 | UInt32(digit)
      if windows.contains(last) { return "hexadecimal \(String(last, radix: 16))" }
    }
    return nil
  }

  /// A number that holds a secret, or four octets of the key each as a number.
  private func decimal(_ octets: [UInt8]) -> String? {
    let words = octets.split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    var last: UInt32 = 0
    for word in words {
      let text = String(decoding: word, as: UTF8.self)
      if numbers.contains(text) { return "decimal \(text)" }
      guard let octet = UInt8(text) else { continue }
      last = last << 8 | UInt32(octet)
      if windows.contains(last), last >> 24 > 0x0F { return "decimals of \(String(last, radix: 16))" }
    }
    return nil
  }
}

extension [UInt8] {
  /// `part` stands somewhere in it.
  fileprivate func contains(_ part: [UInt8]) -> Bool {
    guard let first = part.first, count >= part.count else { return false }
    return indices.dropLast(part.count - 1).contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}

extension UInt8 {
  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
