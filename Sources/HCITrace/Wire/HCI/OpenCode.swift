/// A code of the wire that may hold values that no specification assigns (yet). Unknown values survive as numbers.
public protocol OpenCode: RawRepresentable, Hashable, Sendable, BitwiseCopyable, CustomStringConvertible
where RawValue: FixedWidthInteger & BitwiseCopyable & Sendable {
  /// The code with this value, whatever it is.
  init(rawValue: RawValue)
  /// What the specification calls it; `nil` for values that it doesn't assign.
  var name: String? { get }
}

extension OpenCode {
  /// The code in words, or its number where there are none.
  public var description: String { name ?? rawValue.hexadecimal }
  /// The code and its name: "0x04 Page Timeout".
  public var codeAndName: String { name.map { "\(rawValue.hexadecimal) \($0)" } ?? rawValue.hexadecimal }
}

extension FixedWidthInteger {
  /// The number with all its digits, as the specifications write it: "0x0408".
  var hexadecimal: String {
    let digits = String(Magnitude(truncatingIfNeeded: self), radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: Self.bitWidth / 4 - digits.utf8.count) + digits
  }
}

extension ByteReader {
  /// The next code, least significant octet first.
  @inline(__always)
  mutating func code<Code: OpenCode>(_: Code.Type = Code.self) throws(WireError) -> Code {
    Code(rawValue: try integer(Code.RawValue.self))
  }

  /// The next connection handle: 12 bits, the upper four are reserved.
  @inline(__always)
  mutating func handle() throws(WireError) -> UInt16 { try integer(UInt16.self) & 0x0FFF }

  /// The next octet as a truth value.
  @inline(__always)
  mutating func flag() throws(WireError) -> Bool { try integer(UInt8.self) != 0 }
}

extension ByteWriter {
  /// Appends `code`, least significant octet first.
  mutating func code(_ code: some OpenCode) { integer(code.rawValue) }

  /// Appends a connection handle.
  mutating func handle(_ handle: UInt16) { integer(handle & 0x0FFF) }

  /// Appends a truth value as an octet.
  mutating func flag(_ value: Bool) { integer(UInt8(value ? 1 : 0)) }
}
