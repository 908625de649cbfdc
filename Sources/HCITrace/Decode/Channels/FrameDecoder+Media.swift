// Media packets: RTP, and the frames of SBC.

extension FrameDecoder {
  mutating func media(_ payload: ByteReader, _ stream: Int, _ place: PDUPlace) {
    layers.insert(.media)
    fields.open("media")
    defer { fields.close() }
    var reader = payload
    let (codec, isProtected) = tracker.codec(adapter, place.handle, stream: stream)
    do throws(WireError) {
      let header = try RTPHeader(from: &reader)
      fields.field("sequence", header.sequence)
      fields.field("timestamp", header.timestamp)
      fields.field("payloadType", header.payloadType)
      fields.field("source", header.source)
      if header.marker { fields.field("marker", true) }
      fields.summary.append("Media ")
      fields.summary.decimal(header.sequence)
    } catch {
      fields.summary.append("Media")
      if let codec { fields.name("codec", codec.name) }
      fields.field("length", reader.remaining)
      // aptX needs no RTP: without content protection its packets are sound from the first octet (A2DP 1.4 §4.8).
      if !(codec?.isVendor ?? false), !isCut { malformed(.media, error) }
      return
    }
    if let codec {
      fields.name("codec", codec.name)
      fields.summary.append(", ")
      fields.summary.append(codec.name)
    }
    let length = reader.remaining
    if isProtected, let octet = try? reader.bigEndian(UInt8.self) { fields.field("contentProtection", octet) }
    switch codec {
    case .sbc?: frames(reader)
    case nil: if reader.peek(1) == SBCFrameHeader.syncword { frames(reader) }
    default: break
    }
    fields.field("length", length)
    quantity(length, "bytes")
  }

  private mutating func frames(_ reader: ByteReader) {
    var inside = reader
    guard let header = try? SBCPayloadHeader(from: &inside), var frames = try? SBCFrames(reader) else {
      return
    }
    if header.isFragment {
      fields.field("fragment", true)
      fields.field("fragmentsLeft", header.frames)
      return
    }
    var count = 0
    var silent = 0
    var first: SBCFrameHeader?
    do throws(WireError) {
      while let frame = try frames.next() {
        count &+= 1
        if frame.isSilent ?? false { silent &+= 1 }
        if first == nil { first = frame.header }
      }
    } catch { if !isCut { malformed(.media, error, at: 12) } }
    fields.field("frames", header.frames)
    if let first {
      fields.open("sbc")
      fields.field("frequency", first.hertz)
      fields.field("blocks", first.blocks)
      fields.field("subbands", first.subbands)
      fields.name("channelMode", first.channelMode.singleName)
      fields.field("bitpool", first.bitpool)
      fields.field("silentFrames", silent)
      fields.close()
    }
    quantity(Int(header.frames), "frames")
    if count > 0, silent == count { fields.summary.append(", silence") }
  }
}

extension SBCInformation.ChannelModes {
  /// The one mode of a frame in words.
  fileprivate var singleName: StaticString {
    switch self {
    case .mono: "mono"
    case .dual: "dual channel"
    case .stereo: "stereo"
    default: "joint stereo"
    }
  }
}

extension CodecInformation {
  fileprivate var isVendor: Bool { if case .vendor = self { true } else { false } }
}
