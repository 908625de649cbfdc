/// The service capabilities in a message, one after the other (AVDTP 1.3 §8.21).
public struct AVDTPServices: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  /// The category of the element that was read last, even where its content made no sense.
  public private(set) var category: UInt8?
  /// After an error: the element as far as it could be read all the same, its length being wrong.
  public private(set) var salvaged: AVDTPService?

  /// The capabilities in what ``AVDTPSignal`` left unread.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader) { self.reader = reader }

  /// The next capability; `nil` after the last.
  ///
  /// Throws ``WireError/Kind/invalidValue`` where a length is not one that the category has: what follows can still be
  /// read. Throws ``WireError/Kind/lengthBeyondParent``, and ends, where a length exceeds the message.
  /// Offsets count from the start of the reader that the message was read with.
  public mutating func next() throws(WireError) -> AVDTPService? {
    salvaged = nil
    guard reader.remaining > 0 else { return nil }
    let start = reader.offset
    let category = try reader.bigEndian(UInt8.self)
    self.category = category
    let length: UInt8
    do throws(WireError) { length = try reader.bigEndian() } catch {
      reader.skipAll()
      throw WireError(.tooShort, at: start, needed: 2, available: 1)
    }
    guard reader.remaining >= Int(length) else {
      let available = reader.remaining
      salvaged = try? AVDTPService(category: category, from: &reader)
      reader.skipAll()
      throw WireError(.lengthBeyondParent, at: start &+ 1, needed: Int(length), available: available)
    }
    var content = try reader.prefix(Int(length))
    let service: AVDTPService
    do throws(WireError) { service = try AVDTPService(category: category, from: &content) } catch {
      let needed = error.needed &+ error.offset
      throw WireError(.invalidValue, at: start &+ 1, needed: needed, available: Int(length))
    }
    guard content.remaining == 0 else {
      // A category of fixed length with octets to spare.
      salvaged = service
      throw WireError(.invalidValue, at: start &+ 1, needed: content.offset, available: Int(length))
    }
    return service
  }
}

extension AVDTPService {
  /// Reads a capability of `category`; all that `reader` holds is its content. Octets to spare stay unread.
  init(category: UInt8, from reader: inout ByteReader) throws(WireError) {
    switch category {
    case 1: self = .mediaTransport
    case 2: self = .reporting
    case 3:
      self = .recovery(
        type: try reader.bigEndian(), windowSize: try reader.bigEndian(),
        minimumPackets: try reader.bigEndian())
    case 4:
      // Least significant octet first, unlike the rest of AVDTP (§8.21.5).
      self = .contentProtection(ContentProtectionType(rawValue: try reader.integer()))
      reader.skipAll()
    case 5: self = .headerCompression(try reader.bigEndian())
    case 6:
      self = .multiplexing(fragmentation: try reader.bigEndian(UInt8.self) & 0x80 != 0)
      reader.skipAll()
    case 7:
      let mediaType = try reader.bigEndian(UInt8.self) >> 4
      self = .mediaCodec(mediaType: mediaType, try CodecInformation(mediaType: mediaType, from: &reader))
    case 8: self = .delayReporting
    default:
      self = .unknown(category: category, length: UInt8(clamping: reader.remaining))
      reader.skipAll()
    }
  }

  /// Writes category, length and content; contents that are not kept as nothing or zeros.
  public func encode(to writer: inout ByteWriter) {
    var content = ByteWriter()
    switch self {
    case .mediaTransport, .reporting, .delayReporting: break
    case .recovery(let type, let windowSize, let minimumPackets):
      content.bigEndian(type)
      content.bigEndian(windowSize)
      content.bigEndian(minimumPackets)
    case .contentProtection(let type): content.integer(type.rawValue)
    case .headerCompression(let flags): content.bigEndian(flags)
    case .multiplexing(let fragmentation): content.bigEndian(UInt8(fragmentation ? 0x80 : 0))
    case .mediaCodec(let mediaType, let codec):
      content.bigEndian(mediaType << 4)
      codec.encode(to: &content)
    case .unknown(_, let length): content.zeros(Int(length))
    }
    writer.bigEndian(category)
    writer.bigEndian(UInt8(truncatingIfNeeded: content.bytes.count))
    writer.append(content.bytes)
  }
}
