import Testing

@testable import HCITrace

/// Which messages of an attempt a ladder tells, and as what.
@Suite("Steps of a ladder") struct LadderStepTests {
  private func ladder(_ name: String, attempt: Int = 1, citing: Set<Int> = []) throws -> (Attempt, Ladder) {
    let path = try #require(Sample.path(name))
    let session = try Analysis.session(path: path, member: nil)
    let attempt = try #require(session.attempts.first { $0.number == attempt })
    return (attempt, try Decoding.ladder(of: attempt, in: session, citing: citing, path: path))
  }

  /// Whatever is decoded as a message of the control plane has a step, and nothing else has.
  @Test(arguments: [
    "g2_reconnect_link_key.btsnoop", "f5a_avdtp_before_sdp_done.btsnoop", "d4_g1_dlt201.pcap",
    "f3a_setconf_reject_0x29.btsnoop", "d6_g1.pcapng", "d8_g1_monitor_2001.btsnoop",
  ])
  func everyMessageHasAStep(_ name: String) throws {
    let (attempt, ladder) = try ladder(name)
    let decoded = try Decoded(sample: name)
    let range = attempt.first.number...attempt.last.number
    let inside = decoded.frames.filter { range.contains($0["frame"] as? Int ?? 0) }
    let wanted = inside.filter { frame in
      frame["sdp"] != nil || frame["avdtp"] != nil || frame["signals"] != nil
    }.compactMap { $0["frame"] as? Int }
    let told = ladder.steps.filter { $0.fold == nil && $0.layer != "HCI" }
    #expect(told.map(\.at.number) == wanted)
    for step in told { #expect(step.from != .controller && step.to != .controller) }
    let commands = inside.filter { $0["type"] as? String == "command" }.compactMap { $0["frame"] as? Int }
    for step in ladder.steps where step.layer == "HCI" && step.fold == nil {
      #expect((step.from == .host) == commands.contains(step.at.number))
    }
    let media = inside.filter { $0["media"] != nil }.count
    #expect(ladder.steps.reduce(0) { $0 + ($1.fold?.flow == .media ? $1.fold?.count ?? 0 : 0) } == media)
  }

  /// No packet of the link is told twice, or neither told nor counted.
  @Test(arguments: ["g2_reconnect_link_key.btsnoop", "41a_peer_leaves_after_set_configuration.btsnoop"])
  func everyPacketCounts(_ name: String) throws {
    let (attempt, ladder) = try ladder(name)
    let told = ladder.steps.reduce(0) { $0 + ($1.fold?.count ?? 1) }
    let hidden = ladder.hidden.values.reduce(0, +)
    #expect(told + hidden == attempt.last.number - attempt.first.number + 1)
  }

  @Test func answersKnowTheirQuestions() throws {
    let (_, ladder) = try ladder("f5a_avdtp_before_sdp_done.btsnoop")
    let questions = Dictionary(
      ladder.steps.compactMap { step in step.question.map { (step.at.number, $0.number) } },
      uniquingKeysWith: { first, _ in first })
    // L2CAP, and SDP whose second part was asked for as well.
    #expect(questions[128] == 126 && questions[123] == 121)
    for (answer, question) in questions { #expect(question < answer) }
    let (_, success) = try self.ladder("g2_reconnect_link_key.btsnoop")
    let known = Dictionary(
      success.steps.compactMap { step in step.question.map { (step.at.number, $0.number) } },
      uniquingKeysWith: { first, _ in first })
    // Create Connection, Link Key Request, Configuration of both sides, Discover.
    #expect(known[63] == 61 && known[84] == 83 && known[97] == 96 && known[100] == 95 && known[118] == 116)
  }

  @Test func labelsLeaveOutWhatTheHeadTells() throws {
    let (_, ladder) = try ladder("f5a_avdtp_before_sdp_done.btsnoop")
    for step in ladder.steps {
      for part in ["handle 0x", "source 0x", "destination 0x", "FC:58:FA:12:34:56"] {
        #expect(!step.label.contains(part), "\(step.label)")
      }
    }
    let refused = try #require(ladder.steps.first { $0.at.number == 128 })
    #expect(refused.label == "Connection Response, no resources available" && refused.isFailure)
    #expect(refused.layer == "L2CAP" && refused.from == .peer && refused.to == .host)
  }

  /// What nobody would look at has a step where a finding cites it.
  @Test func whatIsCitedHasAStep() throws {
    let (_, ladder) = try ladder("g2_reconnect_link_key.btsnoop", citing: [76, 140, 200])
    let told = ladder.steps.filter { $0.fold == nil }.map(\.at.number)
    #expect([76, 140, 200].allSatisfy(told.contains))
  }

  // MARK: Long ones

  private func step(_ number: Int, _ label: String, from: Ladder.Lane = .host) -> Ladder.Step {
    Ladder.Step(
      at: PacketRef(number: number, microseconds: Int64(number)), from: from,
      to: from == .host ? .peer : .host, layer: "L2CAP", label: label)
  }

  @Test func theMiddleOfALongOneIsLeftOut() throws {
    var ladder = Ladder()
    for number in 1...100_000 { ladder.add(step(number, "Message \(number)"), isCited: false) }
    #expect(ladder.steps.count < Ladder.mostSteps)
    #expect(ladder.steps.first?.at.number == 1 && ladder.steps.last?.at.number == 100_000)
    let elisions = ladder.steps.filter { $0.fold?.flow == .leftOut }
    #expect(elisions.count == 1 && elisions.first?.fold?.count == ladder.leftOut)
    #expect(ladder.leftOut + ladder.steps.count - 1 == 100_000)
  }

  @Test func repetitionsAreOneStep() throws {
    var ladder = Ladder()
    for number in 1...1_000 { ladder.add(step(number, "Information Request, \(number)"), isCited: false) }
    #expect(ladder.steps.map { $0.fold?.count } == [nil, nil, 998])
    ladder.add(step(1_001, "Information Response", from: .peer), isCited: false)
    ladder.add(step(1_002, "Information Request"), isCited: false)
    #expect(ladder.steps.count == 5)
    // Neither what failed, nor what is cited.
    ladder.add(step(1_003, "Information Request"), isCited: false)
    ladder.add(step(1_004, "Information Request"), isCited: true)
    #expect(ladder.steps.last?.fold == nil && ladder.steps.last?.at.number == 1_004)
  }
}
