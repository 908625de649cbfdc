extension ByteReader {
  /// A name of UTF-8 that ends at a zero or at the end of the bytes (Core Vol 3 Part C §3.2.2); at most `limit`
  /// octets are kept. Octets that are not UTF-8 become U+FFFD. The cursor doesn't move.
  func name(limit: Int = 248) -> String {
    var length = 0
    while length < limit, let octet = peek(length), octet != 0 { length &+= 1 }
    let octets = (0..<length).map { peek($0) ?? 0 }
    return String(decoding: octets, as: UTF8.self)
  }
}
