/// The path of a file as a URI reference (RFC 3986): an absolute one as `file:`, a relative one against the root of the
/// sources, as GitHub calls the folder that it has checked out.
struct ArtifactURI: Sendable, Equatable {
  /// What relative ones are relative to.
  static let base = "%SRCROOT%"

  /// The reference.
  let text: String
  /// It is to be put together with ``base``.
  let isRelative: Bool

  /// The URI of the file at `path`.
  init(path: String) {
    let plain = path.withoutDotSegments
    isRelative = !plain.hasPrefix("/")
    text = (isRelative ? "" : "file://") + plain.percentEncoded
  }
}

extension String {
  /// The path without `.` segments and empty ones, as repositories name their files.
  var withoutDotSegments: String {
    let segments = split(separator: "/").filter { $0 != "." }
    let path = segments.joined(separator: "/")
    return hasPrefix("/") ? "/" + path : path.isEmpty ? self : path
  }

  /// The path with each byte but `/` and RFC 3986's unreserved ones as `%XX`.
  fileprivate var percentEncoded: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
