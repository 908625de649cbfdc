@testable import HCITrace
import Testing

private func ref(_ number: Int) -> PacketRef { PacketRef(number: number, microseconds: Int64(number) * 1000) }

extension L2CAPReassembler {
  fileprivate mutating func add(_ octets: Octets, start: Bool, at number: Int, length: Int? = nil) -> Step {
    add(octets.bytes.rawSpan, length: length ?? octets.bytes.count, isStart: start, at: ref(number))
  }
}

@Suite struct L2CAPReassemblerTests {
  private var reassembler = L2CAPReassembler()

  @Test mutating func leavesAWholePDUInPlace() throws {
    let packet: Octets = "0200 4000 0001"
    #expect(reassembler.add(packet, start: true, at: 1) == .whole)
    #expect(reassembler.problem == nil)
    let frame = try L2CAPFrame(packet.bytes.rawSpan)
    #expect(frame.header == L2CAPHeader(length: 2, channel: 0x0040))
    #expect(frame.payload.copyRest(limit: 10) == [0x00, 0x01])
    #expect(frame.missing == 0)
  }

  @Test mutating func putsThreeFragmentsTogether() throws {
    #expect(reassembler.add("0500 4100 0A", start: true, at: 7) == .incomplete)
    #expect(reassembler.isIncomplete)
    #expect(reassembler.add("0B0C", start: false, at: 8) == .incomplete)
    #expect(reassembler.add("0D0E", start: false, at: 9) == .assembled(first: ref(7)))
    #expect(!reassembler.isIncomplete)
    let bytes = reassembler.take()
    #expect(bytes == [5, 0, 0x41, 0, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E])
    reassembler.recycle(bytes)
    #expect(reassembler.add("0100 4100", start: true, at: 10) == .incomplete)
    #expect(reassembler.add("FF", start: false, at: 11) == .assembled(first: ref(10)))
    #expect(reassembler.take() == [1, 0, 0x41, 0, 0xFF])
  }

  @Test mutating func readsAHeaderThatIsSplit() {
    #expect(reassembler.add("02", start: true, at: 1) == .incomplete)
    #expect(reassembler.add("0041", start: false, at: 2) == .incomplete)
    #expect(reassembler.add("000A0B", start: false, at: 3) == .assembled(first: ref(1)))
    #expect(reassembler.take() == [2, 0, 0x41, 0, 0x0A, 0x0B])
  }

  @Test mutating func dropsAContinuationWithoutStart() {
    #expect(reassembler.add("0102", start: false, at: 1) == .incomplete)
    #expect(reassembler.problem == .continuationWithoutStart)
    #expect(reassembler.add("0100 4000 FF", start: true, at: 2) == .whole)
    #expect(reassembler.problem == nil)
  }

  @Test mutating func saysWhenAStartCutsAnotherPDU() {
    _ = reassembler.add("0500 4100 0A", start: true, at: 1)
    #expect(reassembler.add("0100 4000 FF", start: true, at: 2) == .whole)
    #expect(reassembler.problem == .startWhileIncomplete(first: ref(1), missing: 4))
    #expect(!reassembler.isIncomplete)
  }

  @Test mutating func leavesOutWhatIsTooMuch() throws {
    let packet: Octets = "0100 4000 AABB"
    #expect(reassembler.add(packet, start: true, at: 1) == .whole)
    #expect(reassembler.problem == .tooLong(excess: 1))
    #expect(try L2CAPFrame(packet.bytes.rawSpan).payload.copyRest(limit: 10) == [0xAA])
    _ = reassembler.add("0200 4000 AA", start: true, at: 2)
    #expect(reassembler.add("BBCCDD", start: false, at: 3) == .assembled(first: ref(2)))
    #expect(reassembler.problem == .tooLong(excess: 2))
    #expect(reassembler.take() == [2, 0, 0x40, 0, 0xAA, 0xBB])
  }

  @Test mutating func countsWhatASnapLengthCut() throws {
    let packet: Octets = "0A00 4000 AABB"
    #expect(reassembler.add(packet, start: true, at: 1, length: 14) == .whole)
    #expect(reassembler.problem == nil)
    #expect(try L2CAPFrame(packet.bytes.rawSpan).missing == 8)
    #expect(reassembler.add("0A00 4000 AA", start: true, at: 2, length: 8) == .incomplete)
    #expect(reassembler.add("BB", start: false, at: 3, length: 6) == .assembled(first: ref(2)))
    // What came after the hole has no place.
    #expect(reassembler.take() == [0x0A, 0, 0x40, 0, 0xAA])
  }

  @Test mutating func neverGrowsBeyondItsLimit() {
    let large = Octets([UInt8](repeating: 0, count: 65_535))
    _ = reassembler.add("FFFF 4000", start: true, at: 1)
    for number in 2...5 { _ = reassembler.add(large, start: false, at: number) }
    let taken = reassembler.take()
    #expect(taken.count <= L2CAPReassembler.limit)
  }

  @Test mutating func survivesEveryCutOfEverything() {
    let fragments: [Octets] = ["0500 4100 0A", "0B0C", "0D0E"]
    for (index, fragment) in fragments.enumerated() {
      for damaged in fragment.damaged {
        for start in [true, false] {
          var reassembler = L2CAPReassembler()
          for (other, octets) in fragments.enumerated() {
            let step = reassembler.add(
              other == index ? damaged : octets, start: other == index ? start : other == 0, at: other)
            if case .assembled = step { reassembler.recycle(reassembler.take()) }
          }
        }
      }
    }
  }
}
