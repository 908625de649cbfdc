// Media packets (AVDTP 1.3 §7.2; A2DP 1.4 §4): their headers and lengths stay, and of SBC the headers of its frames. What
// was heard is gone; that it was silent, or wasn't, is left.

extension Redactor {
  mutating func media(_ copy: inout FairCopy, _ stream: Int, _ place: MessagePlace) {
    let (codec, isProtected) = tracker.codec(place.adapter, place.handle, stream: stream)
    var payload = copy.reader
    guard (try? RTPHeader(from: &payload)) != nil else { return }
    let header = payload.offset
    if isProtected { try? payload.skip(1) }
    let holdsSBC: Bool
    switch codec {
    case .sbc?: holdsSBC = true
    case nil: holdsSBC = SBCFrames.makeUp(payload, length: payload.remaining &+ place.missing)
    default: holdsSBC = payload.peek(1) == SBCFrameHeader.syncword && SBCFrames.fill(payload)
    }
    // Packets that go without RTP only look as if they had some.
    if !holdsSBC, !isProtected, codec?.goesWithoutRTP == true { return }
    rtpHeader(&copy, length: header)
    if isProtected { copy.keep(1) }
    if holdsSBC { sbc(&copy) }
  }

  /// Data on a channel that nothing is known of yet. It may turn out that media are on it, by their RTP headers.
  func presumedMedia(_ copy: inout FairCopy) {
    var reader = copy.reader
    guard let header = try? RTPHeader(from: &reader), header.payloadType >= 96 else { return }
    rtpHeader(&copy, length: reader.offset)
  }

  /// Sequence number, time and source; of an extension only how long it is.
  private func rtpHeader(_ copy: inout FairCopy, length: Int) {
    let first = copy.peek() ?? 0
    let sources = Int(first & 0xF) &* 4
    let kept = 12 &+ sources &+ (first & 0x10 != 0 ? 4 : 0)
    copy.keep(min(kept, length))
    copy.blank(length &- kept)
  }

  /// The SBC frames of a payload, behind the octet that counts them.
  private mutating func sbc(_ copy: inout FairCopy) {
    var reader = copy.reader
    guard let payload = try? SBCPayloadHeader(from: &reader) else { return }
    copy.keep(1)
    var left = payload.isFragment ? (payload.isFirst ? 1 : 0) : payload.frames
    while left > 0, copy.remaining >= 4 {
      left &-= 1
      var frame = copy.reader
      guard let header = try? SBCFrameHeader(from: &frame) else { return }
      let outer = copy.enter(header.length)
      if let tone = ToneSBC(header, frame) {
        copy.put(tone.octets)
      } else {
        copy.put(stillness.frame(like: header, isSilent: header.isSilent(frame)))
      }
      copy.leave(outer)
    }
  }
}

extension SBCFrameHeader {
  /// Whether the frame is silent, as far as `body`, which stands behind the header, tells.
  fileprivate func isSilent(_ body: ByteReader) -> Bool {
    if let factors = SBCScaleFactors(self, body) { return factors.areZero }
    // Whole octets of scale factors that a cut left; the join flags before them mean nothing.
    let start = (joinBits &+ 7) / 8
    return (start..<max(start, body.remaining)).allSatisfy { body.peek($0) == 0 }
  }
}
