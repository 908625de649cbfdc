/// The SBC frames of a media packet that holds all of them and in which they are alike: nearly every packet. They stand
/// at equal distances, so nothing has to be read of one to find the next.
struct SBCRun: ~Escapable {
  /// What the frames have in common.
  let layout: SBCLayout
  /// How many there are; at least one.
  let count: Int
  /// Join flags and scale factors with the bits that any of the frames has, and with those that all of them have.
  let any: SBCScaleFactors, all: SBCScaleFactors
  /// Begins with the octet before the first frame.
  private let reader: ByteReader

  /// The frames of the payload in `reader`; `nil` where they are not all there, or not all like `layout`.
  @_lifetime(copy reader)
  @inline(__always)
  init?(_ reader: ByteReader, _ layout: SBCLayout) {
    guard let start = reader.peek(), start & 0x80 == 0, let first = layout.glance(reader, at: 1) else {
      return nil
    }
    count = Int(start & 0x0F)
    guard count > 0, reader.remaining > count &* layout.length else { return nil }
    // Bits are gathered and then looked at once, without a branch for each frame.
    var any = first, all = first
    var position = 1 &+ layout.length
    for _ in 1..<count {
      guard let frame = layout.glance(reader, at: position) else { return nil }
      any |= frame
      all &= frame
      position &+= layout.length
    }
    guard layout.fits(any), layout.fits(all) else { return nil }
    self.any = layout.factors(any)
    self.all = layout.factors(all)
    self.layout = layout
    self.reader = reader
  }

  /// Microseconds of audio in all of them.
  var microseconds: Int64 { Int64(count) &* layout.microseconds }

  /// The join flags and scale factors of the frame with this number, from 0.
  @inline(__always)
  func factors(_ number: Int) -> SBCScaleFactors {
    layout.factors(layout.glance(reader, at: 1 &+ number &* layout.length) ?? 0)
  }

  /// How many of the frames are silent.
  @inline(__always)
  var silent: Int {
    if !all.areZero { return 0 }
    return any.areZero ? count : silentOnes
  }

  @inline(never)
  private var silentOnes: Int {
    var silent = 0
    for number in 0..<count where factors(number).areZero { silent &+= 1 }
    return silent
  }

  /// The frame with this number.
  func frame(_ number: Int) -> SBCFrame {
    var header = layout.header
    header.checksum = reader.peek(4 &+ number &* layout.length) ?? 0
    return SBCFrame(header: header, factors: factors(number))
  }

  /// What stands behind the header of the frame with this number.
  @_lifetime(copy self)
  func body(_ number: Int) -> ByteReader {
    var body = reader
    guard (try? body.skip(5 &+ number &* layout.length)) != nil,
      let body = try? body.prefix(layout.length &- 4)
    else { return reader }
    return body
  }
}
