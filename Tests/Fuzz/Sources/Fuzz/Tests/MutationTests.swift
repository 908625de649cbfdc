import HCITrace
import Testing

/// Inputs stay what they are, so that what lies deep is reached.
struct MutationTests {
  /// Records that were changed, dropped, repeated and parted have headers that are right.
  @Test func recordHeadersStayValid() throws {
    let captures = try FuzzTarget.captures(upTo: 4_096)()
    var tools = MutationTools.plain(seed: 7)
    let rounds = 400
    var whole = 0
    var differing = 0
    for round in 0..<rounds {
      let capture = captures[round * 7919 % captures.count]
      let changed = CaptureMutation().change(capture, limit: 4_096, with: &tools)
      guard let records = BTSnoopRecords(changed) else { continue }
      // What the records say that they are is all that there is.
      if records.bytes == changed { whole += 1 }
      if changed != capture { differing += 1 }
    }
    #expect(whole > rounds * 14 / 16)
    #expect(differing > rounds * 3 / 4)
  }

  @Test func btsnoopIsTakenApartAndPutTogether() throws {
    for file in try SampleCaptures.btsnoop() { #expect(BTSnoopRecords(file)?.bytes == file) }
  }

  @Test func conversationsAreTakenApartAndPutTogether() {
    var conversation = Conversation()
    conversation.messages = [
      .init(isReceived: true, bytes: [1, 2, 3]), .init(isReceived: false, isElsewhere: true, bytes: []),
    ]
    #expect(Conversation(conversation.octets).messages == conversation.messages)
    #expect(Conversation(conversation.octets(limit: 7)).messages == [conversation.messages[0]])
  }

  /// What a fuzzer did can be done again.
  @Test func sameSeedSameChange() throws {
    let capture = try #require(SampleCaptures.examples.first)
    var first = MutationTools.plain(seed: 3)
    var second = MutationTools.plain(seed: 3)
    #expect(
      CaptureMutation().change(capture, limit: 8_192, with: &first)
        == CaptureMutation().change(capture, limit: 8_192, with: &second))
  }
}
