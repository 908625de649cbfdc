extension SBCInformation {
  /// A field on which two sides must agree.
  public enum Field: CaseIterable, Sendable {
    /// Sampling frequency.
    case frequency
    /// Channel mode.
    case channelMode
    /// Block length.
    case blockLength
    /// Subbands.
    case subbands
    /// Allocation method.
    case allocation
    /// Bitpool range.
    case bitpool

    /// The field in words.
    public var title: String {
      switch self {
      case .frequency: Frequencies.title
      case .channelMode: ChannelModes.title
      case .blockLength: BlockLengths.title
      case .subbands: Subbands.title
      case .allocation: Allocations.title
      case .bitpool: "bitpool"
      }
    }
  }

  /// What both sides can do, field by field. Where they have nothing in common the field is empty, and a bitpool's
  /// least value exceeds its greatest: see ``emptyFields``.
  public func intersection(_ other: Self) -> Self {
    Self(
      frequencies: frequencies.intersection(other.frequencies),
      channelModes: channelModes.intersection(other.channelModes),
      blockLengths: blockLengths.intersection(other.blockLengths),
      subbands: subbands.intersection(other.subbands),
      allocations: allocations.intersection(other.allocations),
      minimumBitpool: max(minimumBitpool, other.minimumBitpool),
      maximumBitpool: min(maximumBitpool, other.maximumBitpool))
  }

  /// The fields that allow nothing.
  public var emptyFields: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .frequency: frequencies.isEmpty
      case .channelMode: channelModes.isEmpty
      case .blockLength: blockLengths.isEmpty
      case .subbands: subbands.isEmpty
      case .allocation: allocations.isEmpty
      case .bitpool: minimumBitpool > maximumBitpool
      }
    }
  }

  /// The fields in which a configuration sets several options, or none.
  public var ambiguousFields: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .frequency: !frequencies.isSingle
      case .channelMode: !channelModes.isSingle
      case .blockLength: !blockLengths.isSingle
      case .subbands: !subbands.isSingle
      case .allocation: !allocations.isSingle
      case .bitpool: minimumBitpool > maximumBitpool
      }
    }
  }

  /// The fields in which this configuration asks for something that `capabilities` do not offer.
  public func fieldsBeyond(_ capabilities: Self) -> [Field] {
    Field.allCases.filter { field in
      switch field {
      case .frequency: !frequencies.isSubset(of: capabilities.frequencies)
      case .channelMode: !channelModes.isSubset(of: capabilities.channelModes)
      case .blockLength: !blockLengths.isSubset(of: capabilities.blockLengths)
      case .subbands: !subbands.isSubset(of: capabilities.subbands)
      case .allocation: !allocations.isSubset(of: capabilities.allocations)
      case .bitpool:
        minimumBitpool < capabilities.minimumBitpool || maximumBitpool > capabilities.maximumBitpool
      }
    }
  }

  /// The best configuration that these capabilities (an ``intersection(_:)`` mostly) allow; `nil` where there is none.
  public var legalConfiguration: Self? { legalConfiguration(maximumBitRate: nil) }

  /// The best configuration that these capabilities allow within so many bits per second, counted in whole thousands;
  /// `nil` where there is none.
  public func legalConfiguration(maximumBitRate: Int?) -> Self? {
    guard emptyFields.isEmpty,
      let frequency = frequencies.best, let channelMode = channelModes.best,
      let blockLength = blockLengths.best,
      let subband = subbands.best, let allocation = allocations.best
    else { return nil }
    var legal = Self(
      frequencies: frequency, channelModes: channelMode, blockLengths: blockLength, subbands: subband,
      allocations: allocation, minimumBitpool: max(minimumBitpool, 2), maximumBitpool: maximumBitpool)
    legal.maximumBitpool = min(maximumBitpool, legal.greatestBitpool)
    if let maximumBitRate {
      while legal.maximumBitpool >= legal.minimumBitpool,
        let rate = legal.bitRate(bitpool: legal.maximumBitpool), rate / 1_000 > maximumBitRate / 1_000
      {
        legal.maximumBitpool &-= 1
      }
    }
    return legal.minimumBitpool <= legal.maximumBitpool ? legal : nil
  }

  /// The greatest bitpool that a configuration of these subbands and this channel mode can have (A2DP 1.4 §12.5).
  private var greatestBitpool: UInt8 {
    let shares = channelModes == .mono || channelModes == .dual ? 16 : 32
    return UInt8(min((subbands.count ?? 8) * shares, 250))
  }

  /// Octets of one frame at `bitpool` (A2DP 1.4 §12.9); `nil` unless this is a configuration.
  public func frameLength(bitpool: UInt8) -> Int? {
    guard let subbands = subbands.count, let blocks = blockLengths.count, channelModes.isSingle else {
      return nil
    }
    return SBCFrameHeader.length(
      subbands: subbands, blocks: blocks, channelMode: channelModes, bitpool: bitpool)
  }

  /// Bits per second at `bitpool` (A2DP 1.4 §12.9), rounded down; `nil` unless this is a configuration.
  public func bitRate(bitpool: UInt8) -> Int? {
    guard let length = frameLength(bitpool: bitpool), let hertz = frequencies.hertz,
      let samples = samplesPerFrame
    else { return nil }
    return 8 * length * hertz / samples
  }

  /// Samples of each channel in one frame; `nil` unless this is a configuration.
  public var samplesPerFrame: Int? {
    guard let subbands = subbands.count, let blocks = blockLengths.count else { return nil }
    return subbands * blocks
  }
}

extension CodecOptions where Element == Self {
  /// The first of the known options that is set.
  fileprivate var best: Self? { Self.known.first { contains($0.option) }?.option }
}
