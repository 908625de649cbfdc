/// Takes the SBC frames of one period: what they are like, how many are silent, and when they carry the test tone.
struct SBCListener {
  /// What one media packet turned out to hold.
  struct Content {
    /// Microseconds of audio, where the frames tell.
    var playTime: Int64?
    /// It isn't what is configured.
    var isForeign = false
  }

  /// What all frames of the last packets are like, how many there were and how many of them silent: what packets have in
  /// common is put into ``counts`` only when it changes.
  private var layout: SBCLayout?
  private var alike = 0, silent = 0
  /// ``layout`` isn't what is configured.
  private var isForeign = false
  private var tone = ToneDetector()
  private var counts = SBCCounts()
  private var tones: [TestTone] = []

  /// Takes the payload of one packet, which begins behind the RTP header and the content protection octet.
  @inline(__always)
  mutating func take(_ payload: ByteReader, _ configuration: SBCInformation?, at ref: PacketRef) -> Content {
    if layout?.begins(payload, at: 1) != true { meet(payload, configuration) }
    guard let layout, let frames = SBCRun(payload, layout) else {
      return takeEach(payload, configuration, at: ref)
    }
    if !tone.letsPass(frames, at: ref) { listen(frames, at: ref) }
    alike &+= frames.count
    silent &+= frames.silent
    return Content(playTime: frames.microseconds, isForeign: isForeign)
  }

  /// The configuration is another.
  mutating func reconfigure() {
    count()
    layout = nil
  }

  /// The period is over: tells it what its frames were.
  mutating func finish(_ period: inout StreamingPeriod) {
    if let over = tone.finish() { note(over) }
    count()
    counts.tell(&period)
    period.testTones = tones
  }

  /// Frames come that are not like the last.
  @inline(never)
  private mutating func meet(_ payload: ByteReader, _ configuration: SBCInformation?) {
    count()
    layout = SBCLayout(payload, at: 1)
    isForeign = if let layout, let configuration { !layout.header.fits(configuration) } else { false }
  }

  private mutating func count() {
    if let layout { counts.note(layout.header, frames: alike, silent: silent) }
    (alike, silent) = (0, 0)
  }

  /// Listens to each frame.
  @inline(never)
  private mutating func listen(_ frames: borrowing SBCRun, at ref: PacketRef) {
    for number in 0..<frames.count {
      if let over = tone.take(frames.frame(number), frames.body(number), at: ref) { note(over) }
    }
  }

  /// Takes a packet in which a frame is cut or is not like the others.
  @inline(never)
  private mutating func takeEach(
    _ payload: ByteReader, _ configuration: SBCInformation?, at ref: PacketRef
  ) -> Content {
    count()
    var content = Content()
    do throws(WireError) {
      var frames = try SBCFrames(payload)
      let count = Int64(frames.left)
      while let frame = try frames.next() {
        // All frames of a packet are alike; a snap length may hide those after the first.
        if content.playTime == nil { content.playTime = count &* frame.header.microseconds }
        counts.note(frame, isWhole: frames.body.remaining >= frame.header.length &- 4)
        if let over = tone.take(frame, frames.body, at: ref) { note(over) }
        if let configuration, !frame.header.fits(configuration) { content.isForeign = true }
      }
      counts.cut &+= Int(frames.left)
    } catch {
      if configuration != nil { content.isForeign = true }
    }
    return content
  }

  private mutating func note(_ tone: TestTone) {
    if tones.count < Limits.gaps { tones.append(tone) }
  }
}

/// What the SBC frames of a period come to.
private struct SBCCounts {
  /// Frames whose scale factors the capture holds, those of them that are silent, and those of one channel.
  var seen = 0, silent = 0, mono = 0
  /// Frames that the capture holds whole, and those that it doesn't.
  var whole = 0, cut = 0
  /// Octets of the frames and microseconds of audio in them.
  var octets = 0, microseconds: Int64 = 0
  /// The least and the greatest bitpool; 0 while there were no frames.
  var leastBitpool: UInt8 = 0, greatestBitpool: UInt8 = 0

  /// Counts whole frames that are alike.
  mutating func note(_ header: SBCFrameHeader, frames: Int, silent: Int) {
    guard frames > 0 else { return }
    seen &+= frames
    whole &+= frames
    self.silent &+= silent
    note(header, frames)
  }

  /// Counts one frame.
  mutating func note(_ frame: SBCFrame, isWhole: Bool) {
    if let isSilent = frame.isSilent {
      seen &+= 1
      if isSilent { silent &+= 1 }
    }
    if isWhole { whole &+= 1 } else { cut &+= 1 }
    note(frame.header, 1)
  }

  private mutating func note(_ header: SBCFrameHeader, _ frames: Int) {
    if header.channels == 1 { mono &+= frames }
    octets &+= frames &* header.length
    microseconds &+= Int64(frames) &* header.microseconds
    leastBitpool = leastBitpool == 0 ? header.bitpool : min(leastBitpool, header.bitpool)
    greatestBitpool = max(greatestBitpool, header.bitpool)
  }

  /// Tells the period, at its end.
  func tell(_ period: inout StreamingPeriod) {
    (period.sbcFrames, period.silentFrames, period.monoFrames) = (seen, silent, mono)
    (period.wholeFrames, period.cutFrames) = (whole, cut)
    (period.frameOctets, period.frameMicroseconds) = (octets, Int(microseconds))
    (period.leastBitpool, period.greatestBitpool) = (leastBitpool, greatestBitpool)
  }
}
