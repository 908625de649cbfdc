@testable import HCITrace
import Testing

/// Bits of the subbands as the specification works them out (A2DP 1.4 §12.6.3), step by step and with arrays.
@Suite struct SBCBitAllocationTests {
  @Test func givesTheBitsThatTheSpecificationGives() throws {
    var random = Random(state: 0x5BC)
    for format in UInt8.min...UInt8.max {
      for round in 0..<24 {
        var reader = ByteReader([0x9C, format, 0, 0].rawSpan)
        var header = try SBCFrameHeader(from: &reader)
        let most = header.subbands * (header.modeIndex >= 2 ? 32 : 16)
        header.bitpool = UInt8(truncatingIfNeeded: min(round < 4 ? round : Int(random.next() % 251), most))
        // Loud low subbands, as music has them; all alike; all zero; or anything.
        let octets = (0..<16).map { place -> UInt8 in
          switch round % 4 {
          case 0: UInt8(truncatingIfNeeded: random.next()) >> UInt8(place % 4) & 0x77
          case 1: UInt8(truncatingIfNeeded: round % 16 * 17)
          case 2: 0
          default: UInt8(truncatingIfNeeded: random.next())
          }
        }
        let read = SBCScaleFactors(header, ByteReader(octets.rawSpan))
        let factors = try #require(read)
        let found = try #require(SBCBitAllocation(header, factors))
        let expected = bits(header, factors)
        #expect(
          (0..<expected.count).map { Int(found.bits[$0]) } == expected, "\(header), factors \(octets)")
        #expect(found.block == expected.reduce(0, +))
      }
    }
  }

  private func bits(_ header: SBCFrameHeader, _ factors: SBCScaleFactors) -> [Int] {
    let four = [[-1, 0, 0, 0], [-2, 0, 0, 1], [-2, 0, 0, 1], [-2, 0, 0, 1]]
    let eight = [
      [-2, 0, 0, 0, 0, 0, 0, 1], [-3, 0, 0, 0, 0, 0, 1, 2], [-4, 0, 0, 0, 0, 0, 1, 2],
      [-4, 0, 0, 0, 0, 0, 1, 2],
    ]
    let offsets = (header.subbands == 4 ? four : eight)[Int(header.frequencyIndex)]
    let needs = (0..<header.channels).map { channel in
      (0..<header.subbands).map { subband -> Int in
        let factor = factors[channel, subband]
        if header.isSNR { return factor }
        if factor == 0 { return -5 }
        let loudness = factor - offsets[subband]
        return loudness > 0 ? loudness / 2 : loudness
      }
    }
    guard header.modeIndex >= 2 else {
      return needs.flatMap { give(Int(header.bitpool), $0, order: Array($0.indices)) }
    }
    let turns = (0..<header.subbands).flatMap { [$0, $0 + header.subbands] }
    return give(Int(header.bitpool), needs[0] + needs[1], order: turns)
  }

  /// Gives `pool` bits; in the order in which what is left is given.
  private func give(_ pool: Int, _ needs: [Int], order: [Int]) -> [Int] {
    var count = 0, slice = 0
    var line = max(needs.max() ?? 0, 0) + 1
    repeat {
      line -= 1
      count += slice
      slice = 0
      for need in needs {
        if need > line + 1 && need < line + 16 { slice += 1 } else if need == line + 1 { slice += 2 }
      }
    } while count + slice < pool && line > -32
    if count + slice == pool {
      count += slice
      line -= 1
    }
    var bits = needs.map { $0 < line + 2 ? 0 : min($0 - line, 16) }
    for index in order where count < pool {
      if bits[index] >= 2 && bits[index] < 16 {
        bits[index] += 1
        count += 1
      } else if needs[index] == line + 1 && pool > count + 1 {
        bits[index] = 2
        count += 2
      }
    }
    for index in order where count < pool && bits[index] < 16 {
      bits[index] += 1
      count += 1
    }
    return bits
  }

  /// Numbers that are the same in every run.
  private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
