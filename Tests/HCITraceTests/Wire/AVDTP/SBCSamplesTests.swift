import Foundation
@testable import HCITrace
import Testing

/// SBC frames against what an independent encoder made of sound and an independent decoder made of them: libsbc 2.0
/// (`sbcenc`, `sbcdec`); ffmpeg 5.1 decodes them to the same samples.
@Suite struct SBCSamplesTests {
  /// Every sampling frequency, channel mode, number of blocks and subbands, allocation; bitpools from least to greatest.
  static let names = [
    "44100-joint-16-8-loudness-53", "44100-joint-16-8-snr-35", "48000-stereo-12-8-loudness-51",
    "48000-joint-8-4-loudness-30", "32000-dual-16-8-loudness-31", "32000-stereo-4-4-snr-23",
    "16000-mono-16-8-snr-29", "16000-joint-12-4-snr-17", "44100-mono-8-8-loudness-31",
    "44100-dual-4-4-loudness-12", "16000-stereo-8-8-loudness-64", "48000-mono-12-4-loudness-64",
    "32000-joint-4-8-loudness-97", "44100-stereo-16-4-loudness-2", "48000-dual-16-8-snr-128",
    "44100-joint-16-8-loudness-250",
  ]

  @Test(arguments: names) func decodesAsTheReferenceDoes(_ name: String) throws {
    let octets = try vector("\(name).sbc")
    let expected = try vector("\(name).au").dropFirst(24)
    var decoded: [Double] = []
    var header: SBCFrameHeader?
    var filters: [SBCSynthesis] = []
    try Octets(octets).read { reader throws in
      while reader.remaining > 0 {
        let frame = try SBCFrameHeader(from: &reader)
        if let header { #expect(frame.format == header.format) }
        header = frame
        if filters.isEmpty {
          filters = Array(repeating: SBCSynthesis(subbands: frame.subbands), count: frame.channels)
        }
        let body = try reader.prefix(frame.length - 4)
        decoded += pcm(of: try SBCSamples(frame, body), &filters)
      }
    }
    let found = try #require(header)
    let words = name.split(separator: "-")
    #expect(["\(found.hertz)", "\(found.blocks)", "\(found.subbands)"] == [words[0], words[2], words[3]])
    #expect(found.isSNR == (words[4] == "snr") && "\(found.bitpool)" == words[5])
    #expect(decoded.count == expected.count / 2)
    let reference = stride(from: expected.startIndex, to: expected.endIndex - 1, by: 2).map {
      Double(Int16(truncatingIfNeeded: Int(expected[$0]) << 8 | Int(expected[$0 + 1])))
    }
    // The reference works with integers: it rounds in each step.
    let worst = zip(decoded, reference).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst <= 3, "off by \(worst)")
    #expect(reference.contains { abs($0) > 4_000 })
  }

  @Test func refusesWhatIsCutOrDamaged() throws {
    let frame = Array(try vector("44100-joint-16-8-loudness-53.sbc").prefix(119))
    #expect(throws: Never.self) { try samples(frame) }
    for length in 4..<frame.count {
      #expect(throws: WireError.self) { try samples(Array(frame.prefix(length))) }
    }
    // Whatever the checksum is about cannot change unnoticed; the samples can.
    for bit in 8..<(13 * 8) where bit / 8 != 3 {
      var damaged = frame
      damaged[bit / 8] ^= 0x80 >> UInt8(bit % 8)
      #expect(throws: WireError.self) { try samples(damaged + Array(repeating: 0, count: 600)) }
    }
    var damaged = frame
    damaged[50] ^= 0x10
    #expect(throws: Never.self) { try samples(damaged) }
  }

  @Test func survivesEveryHeader() {
    for format in UInt8.min...UInt8.max {
      for bitpool: UInt8 in [0, 1, 2, 3, 16, 17, 53, 64, 65, 127, 128, 129, 250, 255] {
        for filling: UInt8 in [0x00, 0x5A, 0xFF] {
          let body = Array(repeating: filling, count: 2_100)
          var reader = ByteReader([0x9C, format, bitpool, 0].rawSpan)
          guard var header = try? SBCFrameHeader(from: &reader),
            let factors = SBCScaleFactors(header, ByteReader(body.rawSpan))
          else { continue }
          header.checksum = factors.checksum(of: header)
          guard let samples = try? SBCSamples(header, ByteReader(body.rawSpan)) else { continue }
          // A frame never gives more bits than its bitpool has.
          let shares = header.modeIndex == 1 ? 2 : 1
          #expect(samples.allocation.block <= shares * Int(bitpool))
          let last = samples[header.blocks - 1, header.channels - 1, header.subbands - 1]
          #expect(last.isFinite && abs(last) <= 131_072)
        }
      }
    }
  }

  private func samples(_ octets: [UInt8]) throws {
    var reader = ByteReader(octets.rawSpan)
    let header = try SBCFrameHeader(from: &reader)
    _ = try SBCSamples(header, reader)
  }

  /// The samples of a frame, those of its channels in turn, as whole numbers of 16 bits.
  private func pcm(of samples: borrowing SBCSamples, _ filters: inout [SBCSynthesis]) -> [Double] {
    var pcm: [Double] = []
    for block in 0..<samples.header.blocks {
      var channels: [[Double]] = []
      for channel in filters.indices {
        var subbands: [Double] = []
        for subband in 0..<samples.header.subbands {
          subbands.append(Double(samples[block, channel, subband]))
        }
        channels.append(filters[channel].synthesize(subbands))
      }
      for place in 0..<samples.header.subbands {
        for channel in channels { pcm.append(min(max(channel[place].rounded(), -32_768), 32_767)) }
      }
    }
    return pcm
  }

  private func vector(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "SBC")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }
}
