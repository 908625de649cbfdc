/// Listens for the 440 Hz test tone in the SBC frames of a stream.
///
/// The tone's energy is in subband 0 alone, which the scale factors of a frame tell without decoding anything. Frames
/// like that are decoded, of them subband 0 only, for windows of a tenth of a second. After each window that tells
/// something several times as many frames go by undecoded, and the more of them the longer the tone has sounded: of ten
/// minutes two per cent are decoded.
struct ToneDetector {
  /// Microseconds of one window, 44 periods of the tone.
  private static let window: Int64 = 100_000
  /// Windows that go by after one without the tone, and after one in the midst of it.
  private static let rest: Int64 = 3, trust: Int64 = 9
  /// Which part of a tone goes by after a window in the midst of it, where that is more.
  private static let share: Int64 = 32
  /// Microseconds of the shortest tone that counts: a note of music may be pure for less.
  private static let least: Int64 = 400_000
  /// Seconds between two sounds of one tone.
  private static let pause = 0.5
  /// The tone's share of a channel's energy in subband 0: the frequency is right within about 1.3 Hz.
  private static let purity = 0.95
  /// How much softer one channel is than the other when its tone counts, as energy: 26 dB.
  private static let softest = 1.0 / 400

  /// What the frames of the window are like.
  private var header: SBCFrameHeader?
  /// Where the tone is.
  private var subband = SBCSubband(0)
  private var left = ToneFilter(angle: 0), right = ToneFilter(angle: 0)
  /// Channels that can have the tone, all through the window: bit 0 is left, bit 1 right.
  private var candidates: UInt8 = 0
  /// The first and the last frame of the window.
  private var first = PacketRef(number: 0, microseconds: 0), last = PacketRef(number: 0, microseconds: 0)
  /// Microseconds in the window, and of the frames that went by since the one before.
  private var heard: Int64 = 0, passed: Int64 = 0
  /// Microseconds that have still to go by before the next window.
  private var resting: Int64 = 0
  /// Windows without the tone since the last with it.
  private var failures = 0
  /// The tone that sounds, or that may go on after a pause.
  private var tone: TestTone?

  /// Lets the frames of a packet go by all at once, where taking one after the other would do nothing else: in music, in
  /// silence, and in a tone that is trusted. `false` where each of them has to be taken.
  @inline(__always)
  mutating func letsPass(_ frames: borrowing SBCRun, at ref: PacketRef) -> Bool {
    let playTime = frames.microseconds
    guard resting > 0 else {
      return heard == 0 && passed == 0 && tone == nil && frames.haveNoTone
    }
    guard resting > playTime &- frames.layout.microseconds else { return false }
    if tone != nil {
      guard frames.lookLikeTone else { return false }
      passed &+= playTime
      last = ref
    }
    resting &-= playTime
    return true
  }

  /// Takes one frame; returns a tone that is over.
  mutating func take(_ frame: SBCFrame, _ body: ByteReader, at ref: PacketRef) -> TestTone? {
    let playTime = frame.header.microseconds
    let candidates = frame.factors?.toneChannels ?? 0
    if resting > 0 {
      resting &-= playTime
      guard candidates == 0 || tone == nil else {
        passed &+= playTime
        last = ref
        return nil
      }
      if tone != nil { breakOff() }
      return nil
    }
    if candidates == 0 {
      if heard > 0 || passed > 0 { breakOff() }
      guard let tone, ref.seconds(since: tone.last) >= Self.pause else { return nil }
      return close()
    }
    if heard > 0, frame.header.format != header?.format || candidates & self.candidates == 0 { breakOff() }
    guard let coding = subband.coding(of: frame, body) else { return nil }
    if heard == 0 { begin(frame.header, candidates, at: ref) }
    self.candidates &= candidates
    var block = 0
    while block < coding.blocks {
      let samples = coding.four(block, body)
      left.take(samples.left)
      right.take(samples.right)
      block &+= 4
    }
    heard &+= playTime
    last = ref
    return heard >= Self.window || isHopeless ? judge() : nil
  }

  /// The tone that sounds when the stream ends.
  mutating func finish() -> TestTone? {
    breakOff()
    return close()
  }

  /// A quarter of the window shows that it is something else.
  private var isHopeless: Bool {
    tone == nil && heard >= Self.window / 4 && left.purity < 0.5 && right.purity < 0.5
  }

  private mutating func begin(_ header: SBCFrameHeader, _ candidates: UInt8, at ref: PacketRef) {
    let rate = Double(max(header.hertz, 1)) / Double(header.subbands)
    let filter = ToneFilter(angle: 2 * .pi * Double(TestTone.hertz) / rate)
    (left, right) = (filter, filter)
    self.header = header
    self.candidates = candidates
    first = ref
  }

  /// The window is full.
  private mutating func judge() -> TestTone? {
    defer { heard = 0 }
    guard let channels else {
      failures &+= 1
      // One bad window, after a lost packet maybe, does not end a tone.
      if tone != nil, failures == 1 {
        passed &+= heard
        return nil
      }
      passed = 0
      resting = Self.rest &* Self.window
      return close()
    }
    defer { passed = 0 }
    failures = 0
    guard var tone, tone.channels == channels, passed > 0 || first.seconds(since: tone.last) < Self.pause
    else {
      let over = close()
      tone = TestTone(channels: channels, first: first, last: last, microseconds: heard)
      return over
    }
    tone.last = last
    tone.microseconds &+= heard &+ passed
    self.tone = tone
    if tone.microseconds >= Self.least {
      resting = max(Self.trust &* Self.window, tone.microseconds / Self.share)
    }
    return nil
  }

  /// The frames cease to look like a tone: what went by since the last window was one all the same, and so is what is
  /// in this window if there is enough of it to say so.
  private mutating func breakOff() {
    defer { (heard, passed) = (0, 0) }
    guard var tone else {
      // Music now and then looks like a tone for some frames.
      resting = max(resting, Self.rest &* heard)
      return
    }
    if failures == 0 { tone.microseconds &+= passed }
    let isTone = heard >= Self.window / 4 && channels == tone.channels
    if isTone { tone.microseconds &+= heard }
    if isTone || heard == 0 && failures == 0 { tone.last = last }
    self.tone = tone
    resting = 0
  }

  /// The tone is over; one that is too short was none.
  private mutating func close() -> TestTone? {
    defer { tone = nil }
    guard let tone, tone.microseconds >= Self.least else { return nil }
    return tone
  }

  /// Where the window has the tone; `nil` where it hasn't.
  private var channels: TestTone.Channels? {
    let isStereo = header?.channels == 2
    let loudest = max(left.energy, right.energy) * Self.softest
    let isLeft = candidates & 1 != 0 && left.energy > loudest && left.purity >= Self.purity
    let isRight = isStereo && candidates & 2 != 0 && right.energy > loudest && right.purity >= Self.purity
    switch (isLeft, isRight) {
    case (true, true): return .both
    case (true, false): return isStereo ? .left : .mono
    case (false, true): return .right
    case (false, false): return nil
    }
  }
}
