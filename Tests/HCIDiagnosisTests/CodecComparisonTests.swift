import HCIDiagnosis
import HCITrace
import Testing

/// What source and sink can do, side by side, and what would have been legal.
@Suite struct CodecComparisonTests {
  @Test func noCodecInCommon() throws {
    let comparison = try compare {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      closes(.signalling)
      disconnects()
    }
    #expect(comparison.source.basis == .profile("echo") && comparison.source.codecs == ["SBC"])
    #expect(comparison.source.maximumBitRate == 328_000)
    #expect(comparison.sink.basis == .endpoints && comparison.sink.codecs == ["MPEG-2,4 AAC"])
    #expect(comparison.common == [])
    #expect(comparison.tables.map(\.codec) == ["MPEG-2,4 AAC", "SBC"])
    #expect(comparison.tables[0].sinkSEID == 1 && comparison.tables[0].rows.allSatisfy { $0.source == nil })
    // 328 kbit/s are a bitpool of 53.
    #expect(comparison.tables[1].row("bitpool")?.source == ["2–53"])
    #expect(comparison.legal == nil)
    #expect(comparison.whyNoLegal == "the sink offers no codec that the source may use")
    #expect(comparison.asked == nil)
  }

  @Test func noSamplingFrequencyInCommon() throws {
    let comparison = try compare {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.sbc48(.all))
      refusesConfiguration()
      disconnects()
    }
    let row = try #require(comparison.tables.first?.row("sampling frequency"))
    #expect(row.source == ["44.1 kHz"] && row.sink == ["48 kHz"] && row.common == [] && row.isConflict)
    #expect(row.asked == ["44.1 kHz"] && row.isAskedWrongly)
    #expect(comparison.tables.first?.row("subbands")?.isConflict == false)
    #expect(comparison.legal == nil)
    #expect(comparison.whyNoLegal == "SBC: nothing in common in sampling frequency")
  }

  @Test func aBitpoolOutOfRange() throws {
    let comparison = try compare("codec-configuration-illegal") {
      reaches(.discover)
      refusesConfiguration(AVDTPErrorCode(rawValue: 0xCD), of: .sbcConfiguration(maximumBitpool: 75))
      disconnects()
    }
    let asked = try #require(comparison.asked)
    #expect(asked.codec.octets == [0x21, 0x15, 0x02, 0x4B])
    #expect(asked.error?.rawValue == 0xCD && asked.category == 7 && asked.seid == 1)
    let wrong = comparison.tables.first?.rows.filter(\.isConflict).map(\.field)
    #expect(wrong == ["bitpool"])
    let legal = try #require(comparison.legal)
    #expect(legal.seid == 1 && legal.codec.octets == [0x21, 0x15, 0x02, 0x35] && !legal.isAsAsked)
    #expect(legal.codec.serviceOctets == [1, 0, 7, 6, 0, 0, 0x21, 0x15, 0x02, 0x35])
  }

  @Test func aLegalConfigurationIsRefused() throws {
    let comparison = try compare {
      reaches(.discover)
      refusesConfiguration(.unsupportedConfiguration, category: 0)
      passes(.seconds(10))
    }
    #expect(comparison.tables.flatMap(\.rows).allSatisfy { !$0.isConflict })
    #expect(comparison.legal?.isAsAsked == true)
  }

  /// Several endpoints, each with its capabilities; the one with SBC is in use, another is free.
  @Test func severalEndpoints() throws {
    let comparison = try compare {
      reaches(.avdtp)
      discovers([
        AVDTPEndpoint(seid: 1, isSink: true), AVDTPEndpoint(seid: 2, isInUse: true, isSink: true),
        AVDTPEndpoint(seid: 3, isSink: true), AVDTPEndpoint(seid: 4, isSink: true),
      ])
      tellsCapabilities(.aacCapabilities, seid: 1)
      tellsCapabilities(.sbcCapabilities, seid: 2, all: false)
      tellsCapabilities(.sbcMonoCapabilities, seid: 3)
      tellsCapabilities(.aptXCapabilities, seid: 4)
      closes(.signalling)
      disconnects()
    }
    #expect(comparison.sink.codecs == ["MPEG-2,4 AAC", "SBC", "aptX"])
    #expect(comparison.sink.endpoints.map(\.seid) == [1, 2, 3, 4])
    #expect(comparison.common == ["SBC"])
    #expect(comparison.tables.first?.codec == "SBC" && comparison.tables.first?.sinkSEID == 3)
    #expect(comparison.legal?.seid == 3 && comparison.legal?.codec.octets == [0x28, 0x15, 0x02, 0x1F])
  }

  /// Endpoints that are known from Get Capabilities alone.
  @Test func withoutDiscover() throws {
    let comparison = try compare("codec-configuration-illegal") {
      reaches(.avdtp)
      tellsCapabilities(.aacCapabilities, seid: 1)
      tellsCapabilities(.sbcMonoCapabilities, seid: 2, all: false)
      refusesConfiguration(AVDTPErrorCode(rawValue: 0xC6), seid: 2)
      disconnects()
    }
    #expect(comparison.sink.endpoints.map(\.seid) == [1, 2])
    #expect(comparison.tables.first?.rows.filter(\.isConflict).map(\.field) == ["channel mode", "bitpool"])
    #expect(comparison.legal?.seid == 2 && comparison.legal?.codec.octets == [0x28, 0x15, 0x02, 0x1F])
  }

  /// The log shows what the source's own endpoints can do, because the sink asked.
  @Test func theSourcesOwnEndpoints() throws {
    let comparison = try compare(profile: "generic") {
      reaches(.avdtp)
      discovers([AVDTPEndpoint(seid: 5, isSink: false)], by: .speaker)
      tellsCapabilities(.sbc48(.jointStereo), seid: 5, by: .speaker)
      discovers()
      tellsCapabilities(
        .sbc(
          SBCInformation(
            frequencies: [.hz44100, .hz48000], channelModes: [.mono, .dual, .stereo], blockLengths: .sixteen,
            subbands: .eight, allocations: .loudness, minimumBitpool: 2, maximumBitpool: 35)))
      refusesConfiguration(AVDTPErrorCode(rawValue: 0xC6), of: .sbc48JointStereo)
      disconnects()
    }
    #expect(comparison.source.basis == .endpoints && comparison.source.endpoints.map(\.seid) == [5])
    let table = try #require(comparison.tables.first)
    #expect(table.sourceSEID == 5 && table.sinkSEID == 1)
    let row = try #require(table.row("channel mode"))
    #expect(row.source == ["joint stereo"] && row.sink == ["stereo", "dual channel", "mono"])
    #expect(row.common == [] && row.asked == ["joint stereo"] && row.isConflict)
    #expect(comparison.whyNoLegal == "SBC: nothing in common in channel mode")
  }

  /// Where no profile and no endpoint tells what the source may use, the sink's offer alone says what is legal.
  @Test func nobodyTellsOfTheSource() throws {
    let comparison = try compare("codec-configuration-illegal", profile: "generic") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(.aacCapabilities)
      refusesConfiguration(of: .aac96)
      disconnects()
    }
    #expect(comparison.source.basis == .unknown && comparison.common == nil)
    let table = try #require(comparison.tables.first)
    #expect(table.codec == "MPEG-2,4 AAC")
    #expect(table.rows.filter(\.isConflict).map(\.field) == ["sampling frequency"])
    #expect(comparison.legal?.codec.octets == [0x80, 0x01, 0x04, 0x84, 0xE2, 0x00])
  }

  /// Dual channel takes twice the bitpool: what stays within 328 kbit/s is less than what both have.
  @Test func theProfilesBitRate() throws {
    let comparison = try compare("codec-configuration-illegal") {
      reaches(.avdtp)
      discovers()
      tellsCapabilities(
        .sbc(
          SBCInformation(
            frequencies: .hz44100, channelModes: .dual, blockLengths: .sixteen, subbands: .eight,
            allocations: .loudness, minimumBitpool: 2, maximumBitpool: 53)))
      refusesConfiguration()
      disconnects()
    }
    #expect(comparison.legal?.codec.octets == [0x24, 0x15, 0x02, 26])
  }

  /// The comparison of the finding of `rule`.
  private func compare(
    _ rule: String = "codec-mismatch", profile: String = "echo",
    @TraceBuilder _ steps: () -> [TraceScript.Step]
  ) throws -> CodecComparison {
    let chosen: Profile = try #require(Profile.builtIn[profile])
    let findings = Diagnoser(profile: chosen).diagnose(TraceScript(steps).session).findings
    return try #require(findings.first { $0.info.id == rule }?.finding.codecComparison)
  }
}

extension CodecComparison.Table {
  fileprivate func row(_ field: String) -> CodecComparison.Row? { rows.first { $0.field == field } }
}

extension SBCInformation.ChannelModes {
  fileprivate static let all: Self = [.mono, .dual, .stereo, .jointStereo]
}

extension CodecInformation {
  fileprivate static func sbc48(_ modes: SBCInformation.ChannelModes) -> Self {
    .sbc(
      SBCInformation(
        frequencies: .hz48000, channelModes: modes, blockLengths: .sixteen, subbands: .eight,
        allocations: .loudness, minimumBitpool: 2, maximumBitpool: 53))
  }

  /// AAC with a sampling frequency that hardly any speaker has.
  fileprivate static let aac96 = aac(
    AACInformation(
      objectTypes: .mpeg2LC, frequencies: .init(rawValue: 1), channels: .stereo, variableBitRate: true,
      bitRate: 320_000))
}
