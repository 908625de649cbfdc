/// Why bytes could not be read as the message they should be.
///
/// An offset counts from the start of the reader that threw; an enclosing layer adds its own offset on the way out.
public struct WireError: Error, Hashable, Sendable {
  /// What was wrong.
  public enum Kind: UInt8, Hashable, Sendable {
    /// The bytes ended before the field did.
    case tooShort
    /// A length field points past the end of what contains it.
    case lengthBeyondParent
    /// A field holds a value that the specification forbids here.
    case invalidValue
    /// Elements are nested deeper than hcitrace follows them.
    case tooDeep
  }

  /// What was wrong.
  public var kind: Kind
  /// Byte offset, from the start of the message, at which it was wrong.
  public var offset: Int
  /// Bytes that the field needs; 0 where that says nothing.
  public var needed: Int
  /// Bytes that were there; 0 where that says nothing.
  public var available: Int

  /// Makes an error of `kind` at `offset`.
  public init(_ kind: Kind, at offset: Int, needed: Int = 0, available: Int = 0) {
    self.kind = kind
    self.offset = offset
    self.needed = needed
    self.available = available
  }
}

extension WireError: CustomStringConvertible {
  /// The error in words, with its offset.
  public var description: String {
    switch kind {
    case .tooShort: "needs \(needed) bytes at offset \(offset), \(available) are left"
    case .lengthBeyondParent:
      "a length of \(needed) at offset \(offset) exceeds the \(available) bytes around it"
    case .invalidValue: "an impossible value at offset \(offset)"
    case .tooDeep: "nested too deep at offset \(offset)"
    }
  }
}
