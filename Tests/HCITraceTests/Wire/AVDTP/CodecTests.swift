@testable import HCITrace
import Testing

/// Media codec elements without category and length, and what others say of them: Wireshark of the captured ones, the tables of
/// A2DP 1.4 §4 of the rest.
private let vectors: [(element: Octets, codec: CodecInformation)] = [
  (
    "00 00 21 15 02 35",
    .sbc(
      SBCInformation(
        frequencies: .hz44100, channelModes: .jointStereo, blockLengths: .sixteen, subbands: .eight,
        allocations: .loudness, minimumBitpool: 2, maximumBitpool: 53))
  ),
  (
    "00 02 80 01 8C 04 E2 00",
    .aac(
      AACInformation(
        objectTypes: .mpeg2LC, frequencies: [.hz44100, .hz48000], channels: [.mono, .stereo],
        variableBitRate: false, bitRate: 320_000))
  ),
  ("00 FF 4F000000 0100 12", .vendor(VendorCodec(.aptX, parameters: [0x12]))),
  ("00 FF 2D010000 AA00 3C07", .vendor(VendorCodec(.ldac, parameters: [0x3C, 0x07]))),
  ("00 FF 44330000 2211 0102", .vendor(VendorCodec(vendor: 0x3344, codec: 0x1122, parameters: [1, 2]))),
  ("00 7F 0102", .unknown(type: 0x7F, length: 2)),
]

private func sbc(_ octets: Octets) throws -> SBCInformation {
  try octets.read { reader throws in try SBCInformation(from: &reader) }
}

private func codec(_ octets: Octets) throws -> CodecInformation {
  try octets.read { reader throws in
    let mediaType = try reader.bigEndian(UInt8.self) >> 4
    return try CodecInformation(mediaType: mediaType, from: &reader)
  }
}

@Suite struct CodecTests {
  @Test(arguments: vectors.indices) func reads(_ index: Int) throws {
    #expect(try codec(vectors[index].element) == vectors[index].codec)
  }

  @Test(
    arguments: [
      "00 00 21 15 02 35", "00 01 3F 3F FF FE", "00 02 80 01 8C 84 E2 00", "00 03 B2 00 00 4C 81 F4 00",
      "00 04 74 3F FF FF 01 78 00", "00 FF 4F000000 0100 12", "00 FF D7000000 2400 1200000000",
      "00 FF 3A050000 334C 1F0180", "00 FF F1050000 0510 0201030000000880006000000000000000",
    ] as [Octets])
  func comesBack(_ element: Octets) throws {
    let codec = try codec(element)
    #expect(written { codec.encode(to: &$0) }.prefix(16) == element.bytes.dropFirst().prefix(16))
    #expect(written { codec.encode(to: &$0) }.count == element.bytes.count - 1)
  }

  @Test func saysInWordsWhatIsInTheBits() throws {
    let aac = try codec("00 02 80 01 04 85 DC 00")
    #expect(aac.name == "MPEG-2,4 AAC")
    #expect(aac.fields.map(\.values) == [["MPEG-2 AAC LC"], ["44.1 kHz"], ["2"], ["yes"], ["384000 bit/s"]])
    #expect(aac.ambiguousFields.isEmpty)
    #expect(aac.samplingFrequency == 44_100)
    #expect(aac.bitRate == 384_000)
    let mpeg = try codec("00 01 3F 3F FF FE")
    #expect(mpeg.fields.first?.values == ["III (mp3)"])
    #expect(mpeg.hertz == [16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
    let usac = try codec("00 03 80 00 0C 0C 81 F4 00")
    #expect(usac.hertz == [44_100, 48_000])
    #expect(usac.bitRate == 128_000)
    #expect(usac.isMonoOnly == false)
    let atrac = try codec("00 04 64 30 00 01 01 78 00")
    #expect(atrac.hertz == [44_100, 48_000])
    #expect(atrac.fields.map(\.values) == [["3"], ["joint stereo"], ["44.1 kHz", "48 kHz"], ["no"]])
    #expect(try codec("10 01 07").name == "codec type 1")
  }

  @Test func knowsVendorsCodecs() throws {
    let aptX = try codec("00 FF 4F000000 0100 12")
    #expect(aptX.name == "aptX")
    #expect(aptX.fields.map(\.values) == [["48 kHz"], ["stereo"]])
    #expect(aptX.samplingFrequency == 48_000)
    #expect(try codec("00 FF D7000000 2400 3200000000").name == "aptX HD")
    #expect(try codec("00 FF D7000000 AD00 00").name == "aptX Adaptive")
    let lowLatency = try codec("00 FF 0A000000 0200 22 01")
    #expect(lowLatency.fields.map(\.values) == [["44.1 kHz"], ["stereo"], ["yes"]])
    let fastStream = try codec("00 FF 0A000000 0100 03 22")
    #expect(fastStream.name == "FastStream")
    #expect(fastStream.fields.map(\.values) == [["44.1 kHz"], ["music", "voice"]])
    let ldac = try codec("00 FF 2D010000 AA00 3C 07")
    #expect(
      ldac.fields.map(\.values) == [
        ["44.1 kHz", "48 kHz", "88.2 kHz", "96 kHz"], ["stereo", "dual channel", "mono"],
      ])
    #expect(ldac.ambiguousFields == ["sampling frequency", "channel mode"])
    let lhdc = try codec("00 FF 3A050000 334C 24 01 01")
    #expect(lhdc.name == "LHDC V3/V4")
    #expect(lhdc.fields.map(\.values) == [["48 kHz"], ["16"]])
    #expect(try codec("00 FF 3A050000 354C 00").name == "LHDC V5")
    #expect(try codec("00 FF 75000000 0301 00").name == "Samsung SSC")
    let opus = try codec("00 FF E0000000 0100 92")
    #expect(opus.fields.map(\.values) == [["48 kHz"], ["stereo"], ["20 ms"]])
    #expect(try codec("00 FF F1050000 0510 00").name == "Opus (PipeWire)")
    #expect(try codec("00 FF 44330000 2211 0102").name == "vendor codec 13124:4386")
    // Longer than what is kept: no field is lost for that.
    let long = try codec(Octets([0x00, 0xFF, 0xD7, 0, 0, 0, 0xAD, 0] + [UInt8](repeating: 7, count: 40)))
    #expect(long.name == "aptX Adaptive")
    #expect(aptX.isSameCodec(as: try codec("00 FF 4F000000 0100 FF")))
    #expect(!aptX.isSameCodec(as: long))
  }

  /// The rates of A2DP 1.4 table 4.7, "recommended sets of SBC parameters".
  @Test(
    arguments: [
      ("28 15 02 FA", UInt8(31), 70, 193), ("18 15 02 FA", 29, 66, 198), ("21 15 02 FA", 53, 119, 328),
      ("11 15 02 FA", 51, 115, 345), ("28 15 02 FA", 19, 46, 127), ("21 15 02 FA", 35, 83, 229),
      ("11 15 02 FA", 33, 79, 237),
    ] as [(Octets, UInt8, Int, Int)])
  func computesFramesAndRates(_ octets: Octets, _ bitpool: UInt8, _ length: Int, _ kilobits: Int) throws {
    let information = try sbc(octets)
    #expect(information.frameLength(bitpool: bitpool) == length)
    #expect(information.bitRate(bitpool: bitpool).map { ($0 + 500) / 1000 } == kilobits)
    #expect(information.samplesPerFrame == 128)
  }

  /// Frames as libsbc makes them (the vectors of `SBCSamplesTests`), and rates of 44.1 kHz dual channel as they are
  /// published for "SBC XQ".
  @Test(
    arguments: [
      ("12 25 02 FA", UInt8(51), 89, 356_000), ("18 29 02 FA", 64, 102, 816_000),
      ("42 8A 02 FA", 23, 20, 320_000),
      ("22 19 02 FA", 2, 12, 66_150), ("81 2A 02 FA", 17, 34, 90_666), ("14 16 02 FA", 128, 524, 1_572_000),
      ("11 49 02 FA", 30, 39, 468_000), ("24 89 02 FA", 12, 20, 441_000), ("24 15 02 FA", 38, 164, 452_025),
      ("24 15 02 FA", 47, 200, 551_250), ("21 15 02 FA", 250, 513, 1_413_956),
    ] as [(Octets, UInt8, Int, Int)])
  func computesUnusualFramesAndRates(_ octets: Octets, _ bitpool: UInt8, _ length: Int, _ rate: Int) throws {
    let information = try sbc(octets)
    #expect(information.frameLength(bitpool: bitpool) == length)
    #expect(information.bitRate(bitpool: bitpool) == rate)
  }

  /// What would have been legal, in the octets that Set Configuration carries.
  @Test func makesLegalConfigurations() throws {
    func legal(_ one: Octets, _ two: Octets) throws -> [UInt8]? {
      let common = try #require(try codec(one).intersection(try codec(two)))
      return common.legalConfiguration?.octets
    }
    #expect(try legal("00 00 2F FF 02 35", "00 00 3F FF 02 FA") == Octets("21 15 02 35").bytes)
    // Dual channel with 4 subbands has no bitpool above 64.
    #expect(try legal("00 00 24 1A 02 FA", "00 00 3F FF 02 FA") == Octets("24 1A 02 40").bytes)
    #expect(try legal("00 00 20 1A 02 FA", "00 00 3F FF 02 FA") == nil)
    #expect(
      try legal("00 02 80 01 8C 84 E2 00", "00 02 C0 FF FC 03 E8 00") == Octets("80 01 04 03 E8 00").bytes)
    #expect(try legal("00 02 80 00 8C 84 E2 00", "00 02 80 01 0C 84 E2 00") == nil)
    // Layer III, joint stereo, 44.1 kHz, the greatest bit rate index in common.
    #expect(try legal("00 01 3F 07 BF FE", "00 01 2F 03 FF FE") == Octets("21 02 20 00").bytes)
    let aac = try codec("00 02 80 01 04 84 E2 00")
    #expect(aac.serviceOctets == Octets("01 00 07 08 00 02 80 01 04 84 E2 00").bytes)
    #expect(try codec("00 00 21 15 02 35").intersection(aac) == nil)
    // Within 328 kbit/s dual channel has a bitpool of 26.
    #expect(try sbc("24 15 02 35").legalConfiguration(maximumBitRate: 328_000)?.maximumBitpool == 26)
    #expect(try sbc("24 15 20 35").legalConfiguration(maximumBitRate: 328_000) == nil)
  }

  /// Stereo shares the bitpool between two channels, dual channel gives it to each.
  @Test func countsTheBitpoolByChannelMode() throws {
    #expect(try sbc("22 15 02 FA").frameLength(bitpool: 53) == 118)
    #expect(try sbc("24 15 02 FA").frameLength(bitpool: 20) == 92)
    #expect(try sbc("21 8A 02 FA").frameLength(bitpool: 3) == 10)
    #expect(try sbc("23 15 02 FA").frameLength(bitpool: 53) == nil)
  }

  @Test func findsWhatTwoSidesHaveInCommon() throws {
    let source = try sbc("2F FF 02 35")
    let speaker = try sbc("F8 15 02 1F")
    let common = source.intersection(speaker)
    #expect(common.emptyFields.isEmpty)
    #expect(common.maximumBitpool == 31)
    let legal = try #require(common.legalConfiguration)
    #expect(written { legal.encode(to: &$0) } == Octets("28 15 02 1F").bytes)
    #expect(legal.ambiguousFields.isEmpty)
    #expect(legal.fieldsBeyond(speaker).isEmpty)
    #expect(legal.fieldsBeyond(source).isEmpty)

    let onlyStereo = try sbc("27 FF 02 35")
    #expect(onlyStereo.intersection(speaker).emptyFields == [.channelMode])
    #expect(onlyStereo.intersection(speaker).legalConfiguration == nil)
    let highBitpool = try sbc("FF FF 36 FA")
    #expect(highBitpool.intersection(source).emptyFields == [.bitpool])
  }

  @Test func findsIllegalConfigurations() throws {
    // Two sampling frequencies, as it was captured.
    let two = CodecInformation.sbc(try sbc("31 15 02 35"))
    #expect(two.ambiguousFields == ["sampling frequency"])
    let beyond = CodecInformation.sbc(try sbc("21 15 02 40"))
    #expect(beyond.fieldsBeyond(.sbc(try sbc("3C FF 02 35"))) == ["channel mode", "bitpool"])
    #expect(beyond.fieldsBeyond(.unknown(type: 1, length: 0)) == ["codec"])
    let aac = try codec("00 02 C0 01 8C 84 E2 00")
    #expect(aac.ambiguousFields == ["object type", "sampling frequency", "channels"])
  }

  @Test func knowsMono() throws {
    #expect(CodecInformation.sbc(try sbc("28 15 02 1F")).isMonoOnly == true)
    #expect(CodecInformation.sbc(try sbc("2F 15 02 1F")).isMonoOnly == false)
    #expect(CodecInformation.unknown(type: 9, length: 0).isMonoOnly == nil)
  }

  @Test func damageIsAnErrorNotATrap() {
    for vector in vectors {
      for damaged in vector.element.damaged {
        guard let codec = try? codec(damaged) else { continue }
        _ = codec.fields
        _ = codec.ambiguousFields
        _ = codec.fieldsBeyond(vector.codec)
        _ = codec.bitRate
        _ = codec.hertz
        _ = codec.isMonoOnly
        _ = codec.intersection(vector.codec)?.legalConfiguration?.serviceOctets
        _ = codec.legalConfiguration
        _ = codec.emptyFields
        if case .sbc(let sbc) = codec {
          _ = sbc.legalConfiguration
          _ = sbc.bitRate(bitpool: 255)
        }
      }
    }
  }
}
