/// The octets of vendors' codecs, as the open implementations of Android, PipeWire and BlueALSA agree on them.
extension VendorCodec {
  /// The fields in words; none where hcitrace does not know the codec, or its octets are missing.
  public var fields: [CodecField] {
    guard let kind, let first = parameters[0] else { return [] }
    var fields: [CodecField] = []
    let frequencies = frequencyOptions(kind).filter { $0.isSet }.map { kilohertz($0.hertz) }
    if !frequencyOptions(kind).isEmpty {
      fields.append(CodecField("sampling frequency", frequencies, isChoice: kind != .fastStream))
    }
    if let modes = channelOptions(kind) {
      fields.append(CodecField("channel mode", modes.filter { $0.isSet }.map { $0.name }, isChoice: true))
    }
    switch kind {
    case .fastStream:
      let directions = [(0x01, "music"), (0x02, "voice")].filter { first & $0.0 != 0 }.map(\.1)
      fields.append(CodecField("direction", directions))
    case .aptXLowLatency:
      if let second = parameters[1] {
        fields.append(CodecField("voice channel back", [second & 1 != 0 ? "yes" : "no"]))
      }
    case .lhdcV1, .lhdcV2, .lhdcV3:
      let depths = [(0x10, "24"), (0x20, "16")].filter { first & $0.0 != 0 }.map(\.1)
      fields.append(CodecField("bits per sample", depths, isChoice: true))
    case .opus:
      let durations = [(0x08, "10 ms"), (0x10, "20 ms")].filter { first & $0.0 != 0 }.map(\.1)
      fields.append(CodecField("frame duration", durations, isChoice: true))
    default: break
    }
    return fields
  }

  /// The sampling frequencies that are set, in hertz.
  public var hertz: [Int] {
    guard let kind else { return [] }
    return frequencyOptions(kind).filter { $0.isSet }.map { $0.hertz }
  }

  /// Whether one channel is all that there can be; `nil` where that is not known.
  public var isMonoOnly: Bool? {
    guard let kind, let modes = channelOptions(kind) else { return nil }
    let names = modes.filter { $0.isSet }.map { $0.name }
    return names.isEmpty ? nil : names == ["mono"]
  }

  private func frequencyOptions(_ kind: Kind) -> [(hertz: Int, isSet: Bool)] {
    let masks: [(index: Int, mask: UInt8, hertz: Int)]
    switch kind {
    case .aptX, .aptXHD, .aptXLowLatency, .aptXTWS:
      masks = [(0, 0x80, 16_000), (0, 0x40, 32_000), (0, 0x20, 44_100), (0, 0x10, 48_000)]
    case .ldac:
      masks = [
        (0, 0x20, 44_100), (0, 0x10, 48_000), (0, 0x08, 88_200), (0, 0x04, 96_000), (0, 0x02, 176_400),
        (0, 0x01, 192_000),
      ]
    case .lhdcV1, .lhdcV2, .lhdcV3:
      masks = [(0, 0x08, 44_100), (0, 0x04, 48_000), (0, 0x02, 88_200), (0, 0x01, 96_000)]
    case .fastStream: masks = [(1, 0x02, 44_100), (1, 0x01, 48_000)]
    case .opus: masks = [(0, 0x20, 16_000), (0, 0x40, 24_000), (0, 0x80, 48_000)]
    case .lc3plus: masks = [(2, 0x01, 48_000), (3, 0x80, 96_000)]
    default: masks = []
    }
    return masks.compactMap { mask in parameters[mask.index].map { (mask.hertz, $0 & mask.mask != 0) } }
  }

  private func channelOptions(_ kind: Kind) -> [(name: String, isSet: Bool)]? {
    let index: Int
    let masks: [(mask: UInt8, name: String)]
    switch kind {
    case .aptX, .aptXHD, .aptXLowLatency: (index, masks) = (0, [(0x02, "stereo"), (0x01, "mono")])
    case .ldac: (index, masks) = (1, [(0x01, "stereo"), (0x02, "dual channel"), (0x04, "mono")])
    case .opus: (index, masks) = (0, [(0x02, "stereo"), (0x04, "dual mono"), (0x01, "mono")])
    case .lc3plus: (index, masks) = (1, [(0x40, "stereo"), (0x80, "mono")])
    default: return nil
    }
    guard let octet = parameters[index] else { return nil }
    return masks.map { ($0.name, octet & $0.mask != 0) }
  }
}
