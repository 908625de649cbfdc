/// How audio is coded on one side of a synchronous link (Core Vol 4 Part E §7.1.45).
struct CodingFormat: Hashable, Sendable, BitwiseCopyable {
  /// Which coding (Assigned Numbers §2.11).
  var identifier: CodingFormatIdentifier
  /// Whose codec it is; 0 unless vendor-specific.
  var company: CompanyIdentifier
  /// Which of that company's; 0 unless vendor-specific.
  var vendorCodec: UInt16
}

/// How audio is coded (Assigned Numbers §2.11).
struct CodingFormatIdentifier: OpenCode {
  /// The value as it is sent.
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  var name: String? {
    switch rawValue {
    case 0x00: "µ-law log"
    case 0x01: "A-law log"
    case 0x02: "CVSD"
    case 0x03: "Transparent"
    case 0x04: "Linear PCM"
    case 0x05: "mSBC"
    case 0x06: "LC3"
    case 0x07: "G.729A"
    case 0xFF: "Vendor Specific"
    default: nil
    }
  }
}

extension ByteReader {
  /// The next five octets as a coding format.
  mutating func codingFormat() throws(WireError) -> CodingFormat {
    CodingFormat(identifier: try code(), company: try code(), vendorCodec: try integer())
  }
}

extension ByteWriter {
  mutating func codingFormat(_ format: CodingFormat) {
    code(format.identifier)
    code(format.company)
    integer(format.vendorCodec)
  }
}
