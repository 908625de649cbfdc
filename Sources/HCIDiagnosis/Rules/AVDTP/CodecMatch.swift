import HCITrace

/// What the endpoints of one side offer, held against what the side that asked for them may use.
struct CodecMatch {
  /// The side that was asked.
  var owner: Direction
  /// It is the sink; else the source.
  var ownerIsSink: Bool
  /// What it offers: one entry for each endpoint, with the answer that told it.
  var offered: [Observed<CodecInformation>]
  /// Further endpoints are in use, and what they offer was not asked.
  var passesOver: Bool
  /// The signalling channel.
  var channel: Int
  /// What the asking side may use; `nil` where nobody told.
  var usable: Usable?

  /// What a side may use.
  enum Usable {
    /// The capabilities of its own endpoints, as the other side read them.
    case endpoints([Observed<CodecInformation>])
    /// What its profile allows.
    case profile(Profile)
  }

  /// The last answer that told a codec.
  var last: PacketRef? { offered.map(\.at).max() }
  /// Names of the codecs that are offered.
  var names: [String] { offered.map(\.value.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
  /// The SBC that is offered.
  var sbc: Observed<SBCInformation>? {
    for codec in offered { if case .sbc(let sbc) = codec.value { return Observed(sbc, at: codec.at) } }
    return nil
  }

  /// The asking side may use a codec like `codec`; true where nobody told.
  func allows(_ codec: CodecInformation) -> Bool {
    switch usable {
    case nil: true
    case .endpoints(let own): own.contains { $0.value.isSameCodec(as: codec) }
    case .profile(let profile):
      profile.codecs.isEmpty || (codec.profileName.map(profile.codecs.contains) ?? false)
    }
  }

  /// The names of what the asking side may use; `nil` where nobody told.
  var usableNames: [String]? {
    switch usable {
    case nil: nil
    case .endpoints(let own): own.map(\.value.name)
    case .profile(let profile):
      profile.codecs.isEmpty ? nil : Profile.CodecName.allCases.filter(profile.codecs.contains).map(\.title)
    }
  }

  /// The SBC that the asking side may use, as far as it is told.
  var usableSBC: SBCInformation? {
    switch usable {
    case nil: return nil
    case .endpoints(let own):
      for codec in own { if case .sbc(let sbc) = codec.value { return sbc } }
      return nil
    case .profile(let profile): return profile.sbc
    }
  }
}

extension Context {
  /// What the side `owner` of `attempt` offers and the other may use; `nil` unless all that it offers was told.
  func codecMatch(of owner: Direction, in attempt: Attempt) -> CodecMatch? {
    guard let survey = attempt.survey(of: owner) else { return nil }
    let role = intendedRole(of: owner.opposite, in: attempt)
    let kinds = Set(survey.endpoints.map(\.isSink))
    let isSink = role == .source ? true : role == .sink ? false : kinds == [false] ? false : true
    guard let told = survey.allCapabilities(ofSinks: isSink) else { return nil }
    var match = CodecMatch(
      owner: owner, ownerIsSink: isSink,
      offered: told.compactMap { told in told.value.codec.map { Observed($0, at: told.at) } },
      passesOver: !survey.passedOver(areSinks: isSink).isEmpty, channel: survey.channel)
    if let own = attempt.survey(of: owner.opposite)?.allCapabilities(ofSinks: !isSink) {
      match.usable = .endpoints(own.compactMap { told in told.value.codec.map { Observed($0, at: told.at) } })
    } else if isSink, profileDescribes(owner.opposite, of: attempt) {
      match.usable = .profile(profile)
    }
    return match
  }
}

extension Profile {
  /// The SBC of a source with this profile: everything but for the sampling frequency that it is held to. Mono counts:
  /// a stereo source can send it.
  var sbc: SBCInformation? {
    guard let hertz = samplingFrequency else { return nil }
    let frequencies = [SBCInformation.Frequencies.hz16000, .hz32000, .hz44100, .hz48000].first {
      $0.hertz == hertz
    }
    guard let frequencies else { return nil }
    return SBCInformation(
      frequencies: frequencies, channelModes: [.mono, .dual, .stereo, .jointStereo],
      blockLengths: [.four, .eight, .twelve, .sixteen], subbands: [.four, .eight],
      allocations: [.snr, .loudness],
      minimumBitpool: 2, maximumBitpool: greatestBitpool(at: frequencies))
  }

  /// The greatest bitpool of joint stereo with 16 blocks and 8 subbands that stays within the profile's bit rate, in
  /// whole kbit/s as people quote it.
  private func greatestBitpool(at frequency: SBCInformation.Frequencies) -> UInt8 {
    guard let maximumBitRate else { return 250 }
    let configuration = SBCInformation(
      frequencies: frequency, channelModes: .jointStereo, blockLengths: .sixteen, subbands: .eight,
      allocations: .loudness, minimumBitpool: 2, maximumBitpool: 250)
    // The bit rate grows with the bitpool.
    var bitpools = 2...250
    while bitpools.count > 1 {
      let middle = (bitpools.lowerBound + bitpools.upperBound + 1) / 2
      let rate = configuration.bitRate(bitpool: UInt8(middle))
      let fits = rate.map { $0 / 1000 <= maximumBitRate / 1000 } ?? false
      bitpools = fits ? middle...bitpools.upperBound : bitpools.lowerBound...middle - 1
    }
    let fits = configuration.bitRate(bitpool: UInt8(bitpools.lowerBound))
      .map { $0 / 1000 <= maximumBitRate / 1000 }
    return fits ?? false ? UInt8(bitpools.lowerBound) : 250
  }
}

extension Profile.CodecName {
  /// The codec's name.
  var title: String {
    switch self {
    case .sbc: "SBC"
    case .mpeg12: "MPEG-1,2 Audio"
    case .aac: "MPEG-2,4 AAC"
    case .usac: "MPEG-D USAC"
    case .atrac: "ATRAC"
    case .vendor: "vendor codecs"
    }
  }
}
