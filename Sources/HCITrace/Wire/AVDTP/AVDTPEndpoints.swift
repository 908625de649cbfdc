/// A stream endpoint as Discover tells of it (AVDTP 1.3 §8.6.2).
public struct AVDTPEndpoint: WireMessage, Hashable {
  /// Its identifier, 1–62.
  public var seid: UInt8
  /// Whether a stream holds it.
  public var isInUse: Bool
  /// 0 audio, 1 video, 2 multimedia.
  public var mediaType: UInt8
  /// Whether it is a sink.
  public var isSink: Bool

  /// An endpoint.
  public init(seid: UInt8, isInUse: Bool = false, mediaType: UInt8 = 0, isSink: Bool) {
    self.seid = seid
    self.isInUse = isInUse
    self.mediaType = mediaType
    self.isSink = isSink
  }

  /// Reads the two octets.
  public init(from reader: inout ByteReader) throws(WireError) {
    let first = try reader.bigEndian(UInt8.self)
    let second = try reader.bigEndian(UInt8.self)
    seid = first >> 2
    isInUse = first & 0x02 != 0
    mediaType = second >> 4
    isSink = second & 0x08 != 0
  }

  /// Writes the two octets.
  public func encode(to writer: inout ByteWriter) {
    writer.bigEndian(seid << 2 | (isInUse ? 0x02 : 0))
    writer.bigEndian(mediaType << 4 | (isSink ? 0x08 : 0))
  }

  /// The media type in words.
  public static func mediaTypeName(_ mediaType: UInt8) -> String? {
    switch mediaType {
    case 0: "audio"
    case 1: "video"
    case 2: "multimedia"
    default: nil
    }
  }
}

/// The endpoints in the answer to Discover, one after the other.
public struct AVDTPEndpoints: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader

  /// The endpoints in what ``AVDTPSignal`` left unread.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader) { self.reader = reader }

  /// The next endpoint; `nil` after the last. Throws, and ends, where half an endpoint is left.
  public mutating func next() throws(WireError) -> AVDTPEndpoint? {
    guard reader.remaining > 0 else { return nil }
    return try AVDTPEndpoint(from: &reader)
  }
}

/// The SEIDs that follow the first one in Start and Suspend (AVDTP 1.3 §8.13.1, §8.15.1).
public struct AVDTPEndpointIdentifiers: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader

  /// The SEIDs in what ``AVDTPSignal`` left unread.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader) { self.reader = reader }

  /// The next SEID; `nil` after the last.
  public mutating func next() -> UInt8? { (try? reader.bigEndian(UInt8.self)).map { $0 >> 2 } }
}
