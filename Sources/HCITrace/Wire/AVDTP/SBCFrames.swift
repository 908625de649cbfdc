/// One SBC frame of a media packet.
public struct SBCFrame: Hashable, Sendable, BitwiseCopyable {
  /// Its header.
  public var header: SBCFrameHeader
  /// Its join flags and scale factors; `nil` where the capture does not hold them.
  public var factors: SBCScaleFactors?

  /// Whether every scale factor is zero: the frame decodes to silence. `nil` where the capture does not hold them.
  public var isSilent: Bool? { factors?.areZero }
}

/// The SBC frames of a media packet, one after the other, told from their headers without decoding a sample.
public struct SBCFrames: ~Escapable {
  private var reader: ByteReader
  /// Frames that are still to come, as far as the payload header says.
  public private(set) var left: UInt8
  /// What stands behind the header of the frame that was given last, as far as the capture holds it.
  public private(set) var body: ByteReader

  /// The frames in `reader`, which stands behind the RTP header (and the content protection octet): reads the payload
  /// header. A part of a frame gives that frame where it is the first part, and none otherwise.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader) throws(WireError) {
    self.reader = reader
    let header = try SBCPayloadHeader(from: &self.reader)
    left = header.isFragment ? (header.isFirst ? 1 : 0) : header.frames
    body = self.reader
  }

  /// The next frame; `nil` after the last, or where a snap length cut the packet.
  /// Throws, and ends, where a frame does not begin with the syncword.
  public mutating func next() throws(WireError) -> SBCFrame? {
    guard left > 0, reader.remaining >= 4 else { return nil }
    left &-= 1
    do throws(WireError) {
      let header = try SBCFrameHeader(from: &reader)
      body = try reader.prefix(min(header.length &- 4, reader.remaining))
      return SBCFrame(header: header, factors: SBCScaleFactors(header, body))
    } catch {
      left = 0
      throw error
    }
  }
}
