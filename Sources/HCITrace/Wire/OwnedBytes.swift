extension [UInt8] {
  /// The array's bytes as a borrowed span: what a ``ByteReader`` reads.
  public var rawSpan: RawSpan {
    @_lifetime(borrow self)
    get {
      // Safe: every bit pattern of `UInt8` is initialised memory, and the span borrows the array.
      unsafe span.bytes
    }
  }

  /// Copies `bytes` to the end, for what must outlive its packet.
  mutating func append(copying bytes: RawSpan) {
    // Safe: the pointer is valid for its count inside the closure, and does not leave it.
    unsafe bytes.withUnsafeBytes { unsafe append(contentsOf: $0) }
  }
}
