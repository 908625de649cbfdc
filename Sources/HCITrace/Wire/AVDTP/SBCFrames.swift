/// One SBC frame of a media packet.
public struct SBCFrame: Hashable, Sendable, BitwiseCopyable {
  /// Its header.
  public var header: SBCFrameHeader
  /// Whether every scale factor is zero: the frame decodes to silence. `nil` where the capture does not hold them.
  public var isSilent: Bool?
}

/// The SBC frames of a media packet, one after the other, told from their headers without decoding a sample.
public struct SBCFrames: ~Escapable {
  private var reader: ByteReader
  /// Frames that are still to come, as far as the payload header says.
  public private(set) var left: UInt8

  /// The frames in `reader`, which stands behind the RTP header (and the content protection octet): reads the payload
  /// header. A part of a frame gives that frame where it is the first part, and none otherwise.
  @_lifetime(copy reader)
  public init(_ reader: ByteReader) throws(WireError) {
    self.reader = reader
    let header = try SBCPayloadHeader(from: &self.reader)
    left = header.isFragment ? (header.isFirst ? 1 : 0) : header.frames
  }

  /// The next frame; `nil` after the last, or where a snap length cut the packet.
  /// Throws, and ends, where a frame does not begin with the syncword.
  public mutating func next() throws(WireError) -> SBCFrame? {
    guard left > 0, reader.remaining >= 4 else { return nil }
    left &-= 1
    do throws(WireError) {
      let header = try SBCFrameHeader(from: &reader)
      let silent = header.isSilent(reader)
      try reader.skip(min(header.length &- 4, reader.remaining))
      return SBCFrame(header: header, isSilent: silent)
    } catch {
      left = 0
      throw error
    }
  }
}

extension SBCFrameHeader {
  /// Whether the scale factors behind the header are all zero. They follow the join flags, one a subband in joint stereo,
  /// in units of four bits, one for each subband of each channel (A2DP 1.4 §12.5).
  fileprivate func isSilent(_ reader: ByteReader) -> Bool? {
    let joinBits = modeIndex == 3 ? subbands : 0
    let bits = joinBits &+ 4 &* subbands &* channels
    guard reader.remaining &* 8 >= bits else { return nil }
    // Four join flags share an octet with the first scale factor.
    if joinBits == 4, let first = reader.peek(), first & 0x0F != 0 { return false }
    var distance = (joinBits &+ 7) / 8
    let end = (bits &+ 7) / 8
    while distance < end {
      guard var octet = reader.peek(distance) else { return nil }
      // Half of the last octet may be samples.
      if distance &+ 1 == end, bits % 8 == 4 { octet &= 0xF0 }
      if octet != 0 { return false }
      distance &+= 1
    }
    return true
  }
}
