import HCITrace
import Testing

@Suite struct BTSnoopTests {
  @Test(.enabled(if: Sample.path("g1_full_success.btsnoop") != nil)) func readsH4() throws {
    let bytes = try #require(Sample.bytes("g1_full_success.btsnoop"))
    let reading = try #require(try Reading.all(of: bytes).first)
    let facts = try reading.result.get()
    #expect(facts.container == .btsnoop && facts.datalinkNumber == 1002)
    #expect(facts.frames == reading.packets.count && facts.hciPackets == facts.frames)
    #expect(reading.packets.first?.bytes == [0x03, 0x0C, 0x00])
  }
}
