extension CodecInformation {
  /// Every field in words, in the order of the specification. Empty for a codec that hcitrace does not know.
  public var fields: [CodecField] {
    switch self {
    case .sbc(let sbc):
      [
        sbc.frequencies.field, sbc.channelModes.field, sbc.blockLengths.field, sbc.subbands.field,
        sbc.allocations.field, CodecField("bitpool", ["\(sbc.minimumBitpool)–\(sbc.maximumBitpool)"]),
      ]
    case .mpegAudio(let mpeg):
      [
        mpeg.layers.field, mpeg.channelModes.field, mpeg.frequencies.field,
        CodecField("variable bit rate", [mpeg.variableBitRate ? "yes" : "no"]),
      ]
    case .aac(let aac):
      [
        aac.objectTypes.field, aac.frequencies.field, aac.channels.field,
        CodecField("variable bit rate", [aac.variableBitRate ? "yes" : "no"]),
        CodecField.bitRate(aac.bitRate),
      ]
    case .usac(let usac):
      [
        usac.frequencies.field, usac.channels.field,
        CodecField("variable bit rate", [usac.variableBitRate ? "yes" : "no"]),
        CodecField.bitRate(usac.bitRate),
      ]
    case .atrac(let atrac):
      [
        CodecField("version", ["\(atrac.version)"]), atrac.channelModes.field, atrac.frequencies.field,
        CodecField("variable bit rate", [atrac.variableBitRate ? "yes" : "no"]),
      ]
    case .vendor(let vendor): vendor.fields
    case .unknown: []
    }
  }

  /// The fields in which a configuration sets several options, or none: it is illegal then.
  public var ambiguousFields: [String] {
    if case .sbc(let sbc) = self { return sbc.ambiguousFields.map(\.title) }
    return fields.filter { $0.isChoice && $0.values.count != 1 }.map(\.title)
  }

  /// The fields in which this configuration asks for what `capabilities` of the same codec do not offer.
  public func fieldsBeyond(_ capabilities: Self) -> [String] {
    guard isSameCodec(as: capabilities) else { return ["codec"] }
    if case .sbc(let sbc) = self, case .sbc(let offered) = capabilities {
      return sbc.fieldsBeyond(offered).map(\.title)
    }
    return zip(fields, capabilities.fields)
      .filter { $0.isChoice && !Set($0.values).isSubset(of: $1.values) }
      .map { $0.0.title }
  }

  /// The sampling frequencies that are set, in hertz; one in a configuration.
  public var hertz: [Int] {
    switch self {
    case .sbc(let sbc):
      [
        (SBCInformation.Frequencies.hz16000, 16_000), (.hz32000, 32_000), (.hz44100, 44_100),
        (.hz48000, 48_000),
      ]
      .filter { sbc.frequencies.contains($0.0) }.map(\.1)
    case .mpegAudio(let mpeg): mpeg.frequencies.hertz
    case .aac(let aac): aac.frequencies.hertz
    case .usac(let usac): usac.frequencies.hertz
    case .atrac(let atrac): atrac.frequencies.hertz
    case .vendor(let vendor): vendor.hertz
    case .unknown: []
    }
  }

  /// The sampling frequency of a configuration, in hertz; `nil` where several are set, or none.
  public var samplingFrequency: Int? { hertz.count == 1 ? hertz.first : nil }

  /// Whether one channel is all that there can be; `nil` where that is not known.
  public var isMonoOnly: Bool? {
    switch self {
    case .sbc(let sbc): sbc.channelModes.isEmpty ? nil : sbc.channelModes == .mono
    case .mpegAudio(let mpeg): mpeg.channelModes.isEmpty ? nil : mpeg.channelModes == .mono
    case .aac(let aac): aac.channels.isEmpty ? nil : aac.channels == .mono
    case .usac(let usac): usac.channels.isEmpty ? nil : usac.channels == .mono
    case .atrac(let atrac): atrac.channelModes.isEmpty ? nil : atrac.channelModes.rawValue == 4
    case .vendor(let vendor): vendor.isMonoOnly
    case .unknown: nil
    }
  }

  /// The greatest bit rate of a configuration, in bits per second, where the information says it:
  /// for SBC at its greatest bitpool.
  public var bitRate: Int? {
    switch self {
    case .sbc(let sbc): sbc.bitRate(bitpool: sbc.maximumBitpool)
    case .aac(let aac): aac.bitRate == 0 ? nil : Int(aac.bitRate)
    case .usac(let usac): usac.bitRate == 0 ? nil : Int(usac.bitRate)
    default: nil
    }
  }
}

extension CodecField {
  fileprivate static func bitRate(_ rate: UInt32) -> Self {
    Self("bit rate", [rate == 0 ? "unknown" : "\(rate) bit/s"])
  }
}
