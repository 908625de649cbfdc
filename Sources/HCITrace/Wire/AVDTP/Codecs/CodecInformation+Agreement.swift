extension CodecInformation {
  /// What two sides with the same codec can both do, field by field; a field in which they have nothing in common is
  /// empty. `nil` for different codecs, and for those whose fields only their vendor knows.
  public func intersection(_ other: Self) -> Self? {
    switch (self, other) {
    case (.sbc(let one), .sbc(let two)): .sbc(one.intersection(two))
    case (.mpegAudio(let one), .mpegAudio(let two)): .mpegAudio(one.intersection(two))
    case (.aac(let one), .aac(let two)): .aac(one.intersection(two))
    case (.usac(let one), .usac(let two)): .usac(one.intersection(two))
    default: nil
    }
  }

  /// The fields of capabilities that allow nothing.
  public var emptyFields: [String] {
    if case .sbc(let sbc) = self { return sbc.emptyFields.map(\.title) }
    return fields.filter { $0.isChoice && $0.values.isEmpty }.map(\.title)
  }

  /// The best configuration that these capabilities allow, with one value for each choice; `nil` where there is none,
  /// or where only the codec's vendor knows.
  public var legalConfiguration: Self? {
    switch self {
    case .sbc(let sbc): sbc.legalConfiguration.map(Self.sbc)
    case .mpegAudio(let mpeg): mpeg.legalConfiguration.map(Self.mpegAudio)
    case .aac(let aac): aac.legalConfiguration.map(Self.aac)
    case .usac(let usac): usac.legalConfiguration.map(Self.usac)
    case .atrac, .vendor, .unknown: nil
    }
  }

  /// The codec specific information elements, as Set Configuration carries them (A2DP 1.4 §4.3.2, 4.4.2, 4.5.2, …).
  public var octets: [UInt8] {
    var writer = ByteWriter()
    encode(to: &writer)
    return Array(writer.bytes.dropFirst())
  }

  /// The service capabilities of a Set Configuration that asks for this and nothing else: Media Transport and Media
  /// Codec for audio (AVDTP 1.3 §8.21.2, 8.21.5).
  public var serviceOctets: [UInt8] {
    let octets = octets
    return [0x01, 0x00, 0x07, UInt8(truncatingIfNeeded: octets.count &+ 2), 0x00, type] + octets
  }
}

extension AACInformation {
  /// What both can do. A bit rate of 0 says nothing.
  func intersection(_ other: Self) -> Self {
    let rates = [bitRate, other.bitRate].filter { $0 > 0 }
    return Self(
      objectTypes: objectTypes.intersection(other.objectTypes),
      dynamicRangeControl: dynamicRangeControl && other.dynamicRangeControl,
      frequencies: frequencies.intersection(other.frequencies),
      channels: channels.intersection(other.channels),
      variableBitRate: variableBitRate && other.variableBitRate, bitRate: rates.min() ?? 0)
  }

  /// The best configuration in these capabilities: 44.1 or 48 kHz and two channels where possible.
  var legalConfiguration: Self? {
    guard let objectType = objectTypes.choice(preferring: []),
      let frequency = frequencies.choice(preferring: [.hz44100, .hz48000]),
      let channel = channels.choice(preferring: [.stereo, .mono])
    else { return nil }
    return Self(
      objectTypes: objectType, dynamicRangeControl: dynamicRangeControl, frequencies: frequency,
      channels: channel, variableBitRate: variableBitRate, bitRate: bitRate)
  }
}

extension USACInformation {
  /// What both can do. A bit rate of 0 says nothing.
  func intersection(_ other: Self) -> Self {
    var common = self
    common.objectTypes &= other.objectTypes
    common.frequencies.formIntersection(other.frequencies)
    common.channels.formIntersection(other.channels)
    common.variableBitRate = variableBitRate && other.variableBitRate
    common.bitRate = [bitRate, other.bitRate].filter { $0 > 0 }.min() ?? 0
    return common
  }

  /// The best configuration in these capabilities.
  var legalConfiguration: Self? {
    let hz44100 = Frequencies(rawValue: 1 << 7), hz48000 = Frequencies(rawValue: 1 << 6)
    guard objectTypes & 0x3 != 0, let frequency = frequencies.choice(preferring: [hz44100, hz48000]),
      let channel = channels.choice(preferring: [.stereo, .mono])
    else { return nil }
    var legal = self
    legal.objectTypes = objectTypes & 0x2 != 0 ? 0x2 : 0x1
    legal.frequencies = frequency
    legal.channels = channel
    return legal
  }
}

extension MPEGAudioInformation {
  /// What both can do.
  func intersection(_ other: Self) -> Self {
    var common = self
    common.layers.formIntersection(other.layers)
    common.crc = crc && other.crc
    common.channelModes.formIntersection(other.channelModes)
    common.payloadFormat2 = payloadFormat2 && other.payloadFormat2
    common.frequencies.formIntersection(other.frequencies)
    common.variableBitRate = variableBitRate && other.variableBitRate
    common.bitRateIndices &= other.bitRateIndices
    return common
  }

  /// The best configuration in these capabilities: without checksums, at the greatest constant bit rate.
  var legalConfiguration: Self? {
    let hz44100 = Frequencies(rawValue: 1 << 1), hz48000 = Frequencies(rawValue: 1 << 0)
    guard let layer = layers.choice(preferring: []), let mode = channelModes.choice(preferring: []),
      let frequency = frequencies.choice(preferring: [hz44100, hz48000])
    else { return nil }
    var legal = self
    legal.layers = layer
    legal.crc = false
    legal.channelModes = mode
    legal.payloadFormat2 = false
    legal.frequencies = frequency
    if bitRateIndices != 0 {
      legal.variableBitRate = false
      legal.bitRateIndices = 1 << UInt16(15 - bitRateIndices.leadingZeroBitCount)
    } else if !variableBitRate {
      return nil
    }
    return legal
  }
}

extension CodecOptions where Element == Self {
  /// One of the options that are set: the first of `preferred`, else of those that the specification knows.
  fileprivate func choice(preferring preferred: [Self]) -> Self? {
    preferred.first { contains($0) } ?? Self.known.first { contains($0.option) }?.option
  }
}
