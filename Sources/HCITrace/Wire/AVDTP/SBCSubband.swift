/// Knows how one subband of SBC frames is coded, all of whose samples are wanted.
///
/// What there is to know before a sample is read follows from a frame's header, join flags and scale factors. Of a sound
/// that goes on those are few, and come again and again: what was worked out for the last few is kept.
struct SBCSubband {
  private let subband: Int
  private var known: [Coding?] = []

  /// Knows of `subband`.
  init(_ subband: Int) { self.subband = subband }

  /// How the subband is coded in frames that are alike.
  struct Coding: Sendable, BitwiseCopyable {
    fileprivate var header: SBCFrameHeader
    fileprivate var factors: SBCScaleFactors
    /// Octets behind the header.
    fileprivate var length: Int
    /// Its samples in the first coded channel and in the second; the first once more where there is one.
    fileprivate var first: SBCSampleRow, second: SBCSampleRow
    fileprivate var isJoined: Bool
  }

  /// How it is coded in a frame; `body` stands behind the header. `nil` where the capture holds less than all of the frame,
  /// its checksum is another or its bitpool impossible.
  @inline(__always)
  mutating func coding(of frame: SBCFrame, _ body: borrowing ByteReader) -> Coding? {
    guard let factors = frame.factors, let coding = coding(frame.header, factors),
      body.remaining >= coding.length
    else { return nil }
    return coding
  }

  @inline(__always)
  private mutating func coding(_ header: SBCFrameHeader, _ factors: SBCScaleFactors) -> Coding? {
    // Frames of one format that have the same factors have the same checksum, and others mostly another.
    let place = Int(header.checksum & 7)
    if place < known.count, let coding = known[place], coding.header == header, coding.factors == factors {
      return coding
    }
    return meet(header, factors, at: place)
  }

  @inline(never)
  private mutating func meet(
    _ header: SBCFrameHeader, _ factors: SBCScaleFactors, at place: Int
  ) -> Coding? {
    guard let frame = SBCCoding(header, factors) else { return nil }
    let first = frame.row(0, subband)
    let coding = Coding(
      header: header, factors: factors, length: header.length &- 4, first: first,
      second: header.channels == 2 ? frame.row(1, subband) : first, isJoined: factors.isJoined(subband))
    if known.isEmpty { known = Array(repeating: nil, count: 8) }
    known[place] = coding
    return coding
  }
}

extension SBCSubband.Coding {
  /// Blocks of a frame: four, or a multiple of that.
  var blocks: Int { header.blocks }

  /// The samples of four blocks, from `block` on: of the left channel and of the right one, or of the only one twice. `body`
  /// stands behind the frame's header.
  @inline(__always)
  func four(_ block: Int, _ body: borrowing ByteReader) -> (left: SIMD4<Float>, right: SIMD4<Float>) {
    let one = first.four(block, body), two = second.four(block, body)
    return isJoined ? (one + two, one - two) : (one, two)
  }
}
