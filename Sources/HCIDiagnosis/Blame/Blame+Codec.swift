import HCITrace

// Who could have helped where source and sink found no codec in common.

extension CodecMatch {
  /// None of the codecs that are offered may be used: SBC is what every A2DP device has to have (A2DP 1.4 §4.2.1).
  var blameForCodecs: Blame {
    sbc == nil
      ? .side(owner, .likely, "it offers no SBC, which every A2DP device has to have")
      : .side(owner.opposite, .likely, "it can't use SBC, which every A2DP device has to have")
  }

  /// Both have SBC, and nothing in common in `fields`: whoever leaves out there what A2DP makes mandatory could help.
  func blame(for fields: [SBCInformation.Field], of offered: SBCInformation) -> Blame {
    let missing = offered.missesMandatory(asSink: ownerIsSink)
    return fields.contains(where: missing.contains)
      ? .side(owner, .likely, "its SBC leaves out what A2DP makes mandatory")
      : .side(
        owner.opposite, .likely, "its own SBC is too narrow; the other side offers all that is mandatory")
  }

  /// The asking side read everything and went away.
  func blameForGivingUp(hasLegal: Bool) -> Blame {
    hasLegal
      ? .side(owner.opposite, .likely, "it gave up, though a configuration would have fitted")
      : .side(owner, .likely, "its SBC allows no configuration")
  }
}

extension Blame {
  /// The codec configuration of `exchange` was refused by a side that offers `offered`.
  static func codecRefusal(of exchange: AVDTPExchange, offered: CodecInformation?) -> Self {
    let refuser = exchange.initiator.opposite
    guard let offered, let asked = exchange.configuration?.codec else {
      return .side(refuser, .possible, "it refused the configuration; what it can do isn't in the log")
    }
    return asked.fieldsBeyond(offered).isEmpty
      ? .side(refuser, .likely, "it refused what it offers itself")
      : .side(exchange.initiator, .likely, "it asked for more than the other side offers")
  }
}

extension SBCInformation {
  /// The fields that lack something that a sink, or a source, has to support (A2DP 1.4 §4.3.2).
  func missesMandatory(asSink: Bool) -> [Field] {
    var missing: [Field] = []
    let rates: Frequencies = [.hz44100, .hz48000]
    if asSink ? !frequencies.isSuperset(of: rates) : frequencies.isDisjoint(with: rates) {
      missing.append(.frequency)
    }
    let twoChannels: ChannelModes = [.dual, .stereo, .jointStereo]
    if !channelModes.contains(.mono)
      || (asSink ? !channelModes.isSuperset(of: twoChannels) : channelModes.isDisjoint(with: twoChannels))
    {
      missing.append(.channelMode)
    }
    if !blockLengths.isSuperset(of: [.four, .eight, .twelve, .sixteen]) { missing.append(.blockLength) }
    if !subbands.isSuperset(of: asSink ? [.four, .eight] : .eight) { missing.append(.subbands) }
    if !allocations.isSuperset(of: asSink ? [.snr, .loudness] : .loudness) { missing.append(.allocation) }
    return missing
  }
}
