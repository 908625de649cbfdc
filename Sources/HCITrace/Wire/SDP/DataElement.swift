/// What a data element holds (Core Vol 3 Part B §3.2).
public enum DataElementType: UInt8, Sendable, BitwiseCopyable {
  /// The null type.
  case null
  /// Unsigned integer.
  case unsigned
  /// Signed integer, two's complement.
  case signed
  /// UUID of 16, 32 or 128 bits.
  case uuid
  /// Text string.
  case text
  /// Boolean.
  case boolean
  /// Data element sequence: all of its elements.
  case sequence
  /// Data element alternative: one of its elements.
  case alternative
  /// Uniform resource locator.
  case url
}

/// One data element: its type, and its value still unread (Core Vol 3 Part B §3).
public struct DataElement: ~Escapable, BitwiseCopyable {
  /// What it holds.
  public let type: DataElementType
  /// The octets of its value; for a sequence those of its elements.
  public let value: ByteReader
  /// Where its value begins, counted from the outermost reader.
  public let offset: Int

  @_lifetime(copy value)
  init(_ type: DataElementType, value: ByteReader, offset: Int) {
    self.type = type
    self.value = value
    self.offset = offset
  }

  /// The elements of a sequence or alternative; none of anything else.
  public var elements: DataElements {
    @_lifetime(copy self)
    get {
      var inside = value
      if type != .sequence, type != .alternative { inside.skipAll() }
      return DataElements(inside, at: offset)
    }
  }

  /// The number, where it is unsigned (or a Boolean) and of at most 64 bits.
  public var unsigned: UInt64? {
    guard type == .unsigned || type == .boolean else { return nil }
    var reader = value
    switch reader.remaining {
    case 1: return (try? reader.bigEndian(UInt8.self)).map(UInt64.init)
    case 2: return (try? reader.bigEndian(UInt16.self)).map(UInt64.init)
    case 4: return (try? reader.bigEndian(UInt32.self)).map(UInt64.init)
    case 8: return try? reader.bigEndian(UInt64.self)
    default: return nil
    }
  }

  /// The identifier, where it is a UUID.
  public var uuid: BluetoothUUID? {
    guard type == .uuid else { return nil }
    var reader = value
    switch reader.remaining {
    case 2: return (try? reader.bigEndian(UInt16.self)).map { BluetoothUUID($0) }
    case 4: return (try? reader.bigEndian(UInt32.self)).map { BluetoothUUID($0) }
    case 16:
      guard let high = try? reader.bigEndian(UInt64.self), let low = try? reader.bigEndian(UInt64.self) else {
        return nil
      }
      return BluetoothUUID(high: high, low: low)
    default: return nil
    }
  }

  /// The text of a string or URL, at most `limit` octets of it, invalid UTF-8 replaced and end marks removed.
  public func text(limit: Int) -> String? {
    guard type == .text || type == .url else { return nil }
    var octets = value.copyRest(limit: limit)
    while octets.last == 0 { octets.removeLast() }
    return String(decoding: octets, as: UTF8.self)
  }
}

/// Data elements, one after the other. Errors count their offset from the outermost reader.
public struct DataElements: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private let base: Int

  /// The elements in `reader`, which begins `base` octets into whatever offsets are counted from.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader, at base: Int = 0) {
    self.reader = reader
    self.base = base
  }

  /// Octets that are left.
  public var remaining: Int { reader.remaining }
  /// Where the next element begins.
  public var offset: Int { base &+ reader.offset }

  /// The next element; `nil` after the last. Throws, and ends, where an element exceeds what contains it
  /// or its type and size do not go together.
  @_lifetime(copy self)
  public mutating func next() throws(WireError) -> DataElement? {
    var excess: WireError?
    let element = try next(clippedAt: &excess)
    if let excess { throw excess }
    return element
  }

  /// The next element like ``next()``; one that exceeds what contains it is given with what there is of it, and
  /// `excess` says so.
  @_lifetime(copy self)
  mutating func next(clippedAt excess: inout WireError?) throws(WireError) -> DataElement? {
    guard reader.remaining > 0 else { return nil }
    let start = offset
    do throws(WireError) {
      let descriptor = try reader.bigEndian(UInt8.self)
      guard let type = DataElementType(rawValue: descriptor >> 3) else {
        throw WireError(.invalidValue, at: reader.offset)
      }
      let size = try Self.size(of: type, index: descriptor & 7, from: &reader)
      let available = reader.remaining
      if size > available {
        excess = WireError(.lengthBeyondParent, at: start, needed: size, available: available)
      }
      let valueOffset = offset
      return DataElement(type, value: try reader.prefix(min(size, available)), offset: valueOffset)
    } catch {
      reader.skipAll()
      throw WireError(error.kind, at: start, needed: error.needed, available: error.available)
    }
  }

  /// Octets of the value, from the size index and the length that may follow (Core Vol 3 Part B §3.3).
  private static func size(
    of type: DataElementType, index: UInt8, from reader: inout ByteReader
  ) throws(WireError) -> Int {
    let valid: Bool
    switch type {
    case .null, .boolean: valid = index == 0
    case .unsigned, .signed: valid = index <= 4
    case .uuid: valid = index == 1 || index == 2 || index == 4
    case .text, .sequence, .alternative, .url: valid = index >= 5
    }
    guard valid else { throw WireError(.invalidValue, at: reader.offset) }
    switch index {
    case 0: return type == .null ? 0 : 1
    case 1...4: return 1 << Int(index)
    case 5: return Int(try reader.bigEndian(UInt8.self))
    case 6: return Int(try reader.bigEndian(UInt16.self))
    default: return Int(try reader.bigEndian(UInt32.self))
    }
  }

  /// Reads everything to the end, sequences inside sequences too, and throws where something is wrong.
  /// Follows at most ``depthLimit`` levels.
  public consuming func validate(depth: Int = 0) throws(WireError) {
    guard depth < Self.depthLimit else { throw WireError(.tooDeep, at: offset) }
    while let element = try next() { try element.elements.validate(depth: depth &+ 1) }
  }

  /// Levels of sequences inside sequences that are followed.
  public static let depthLimit = 16
}

extension ByteReader {
  /// Moves the cursor to the end.
  mutating func skipAll() {
    // Cannot throw: exactly what is left is skipped.
    try? skip(remaining)
  }
}
