// Ready-made capabilities and configurations of codecs, and endpoints.

extension CodecInformation {
  /// SBC, all that A2DP knows, as most speakers have it.
  public static let sbcCapabilities = sbc(
    .init(
      frequencies: [.hz16000, .hz32000, .hz44100, .hz48000],
      channelModes: [.mono, .dual, .stereo, .jointStereo],
      blockLengths: [.four, .eight, .twelve, .sixteen], subbands: [.four, .eight],
      allocations: [.snr, .loudness],
      minimumBitpool: 2, maximumBitpool: 53))

  /// SBC, the least that A2DP asks of a sink: 44.1 and 48 kHz, all channel modes.
  public static let sbcMandatoryCapabilities = sbc(
    .init(
      frequencies: [.hz44100, .hz48000], channelModes: [.mono, .dual, .stereo, .jointStereo],
      blockLengths: [.four, .eight, .twelve, .sixteen], subbands: [.four, .eight],
      allocations: [.snr, .loudness],
      minimumBitpool: 2, maximumBitpool: 53))

  /// SBC in mono only.
  public static let sbcMonoCapabilities = sbc(
    .init(
      frequencies: [.hz16000, .hz44100, .hz48000], channelModes: .mono, blockLengths: .sixteen,
      subbands: .eight,
      allocations: .loudness, minimumBitpool: 2, maximumBitpool: 31))

  /// SBC configured as nearly everybody does: 44.1 kHz, joint stereo, 16 blocks, 8 subbands, loudness.
  public static let sbc44JointStereo = sbcConfiguration()

  /// SBC configured with 48 kHz in joint stereo.
  public static let sbc48JointStereo = sbcConfiguration(.hz48000)

  /// SBC configured with 44.1 kHz in mono.
  public static let sbc44Mono = sbcConfiguration(channelMode: .mono, maximumBitpool: 31)

  /// SBC configured with 16 blocks, 8 subbands and loudness.
  public static func sbcConfiguration(
    _ frequency: SBCInformation.Frequencies = .hz44100,
    channelMode: SBCInformation.ChannelModes = .jointStereo,
    minimumBitpool: UInt8 = 2, maximumBitpool: UInt8 = 53
  ) -> Self {
    .sbc(
      .init(
        frequencies: frequency, channelModes: channelMode, blockLengths: .sixteen, subbands: .eight,
        allocations: .loudness, minimumBitpool: minimumBitpool, maximumBitpool: maximumBitpool))
  }

  /// AAC LC with 44.1 and 48 kHz in stereo, 320 kbit/s at most.
  public static let aacCapabilities = aac(
    .init(
      objectTypes: [.mpeg2LC, .mpeg4LC], frequencies: [.hz44100, .hz48000], channels: [.mono, .stereo],
      variableBitRate: true, bitRate: 320_000))

  /// AAC LC configured with 44.1 kHz in stereo.
  public static let aac44Stereo = aac(
    .init(
      objectTypes: .mpeg2LC, frequencies: .hz44100, channels: .stereo, variableBitRate: true, bitRate: 320_000
    ))

  /// aptX with 44.1 and 48 kHz in stereo.
  public static let aptXCapabilities = vendor(VendorCodec(.aptX, parameters: [0x32]))

  /// aptX configured with 44.1 kHz in stereo.
  public static let aptX44Stereo = vendor(VendorCodec(.aptX, parameters: [0x22]))
}

extension [AVDTPEndpoint] {
  /// One sink for audio, endpoint 1.
  public static let oneSink = [AVDTPEndpoint(seid: 1, isSink: true)]
  /// Two sinks for audio: endpoint 1 and endpoint 2.
  public static let twoSinks = [AVDTPEndpoint(seid: 1, isSink: true), AVDTPEndpoint(seid: 2, isSink: true)]
  /// One sink for audio that a stream holds already.
  public static let oneBusySink = [AVDTPEndpoint(seid: 1, isInUse: true, isSink: true)]
  /// One source, no sink.
  public static let oneSource = [AVDTPEndpoint(seid: 1, isSink: false)]
}
