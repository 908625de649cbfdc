import HCITrace
import Testing

@testable import HCIDiagnosis

/// A rule in YAML around the steps that a test is about.
private func rule(_ when: String, more: String = "", message: String = "it happened") -> String {
  """
  rules:
    - id: lab-rule
      title: A rule of the lab
      message: "\(message)"
      when:
  \(when.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n"))
  \(more.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n"))
  """
}

/// What the rule says of the conversation.
private func said(
  _ yaml: String, of script: TraceScript, builtIn: Bool = false
) throws -> [DiagnosedFinding] {
  let own = try OwnRules.load(yaml: yaml, named: "lab.yml")
  return Diagnoser(rules: builtIn ? RuleEntry.builtIn.adding(own) : own).diagnose(script.session).findings
}

@Suite struct OwnRulesTests {
  // MARK: Steps

  @Test func aMatchCitesWhatItFound() throws {
    let script = TraceScript {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState).flagged
      passes(.seconds(10))
    }
    let yaml = rule(
      """
      - event: AVDTP.Start
        kind: reject
        where: {error: BAD_STATE}
        as: refused
      """, message: "{refused.by} refused: {refused.error}")
    let found = try said(yaml, of: script)
    #expect(found.map(\.finding.message) == ["the sink refused: 0x31 BAD_STATE"])
    #expect(found.first?.finding.evidence.first.map { script.flaggedPackets.contains($0.at.number) } == true)
  }

  /// The clock decides: a capture that stops earlier, or a link that ends, leaves it open whether something came.
  @Test(arguments: [
    ("the time runs out in the capture", 6.0, false, "", 1), ("the capture stops first", 4.0, false, "", 0),
    ("the link ends first", 2.0, true, "", 0), ("the link's end counts", 2.0, true, "  orEnd: true", 1),
  ])
  func absenceNeedsTime(_ name: String, seconds: Double, ends: Bool, more: String, count: Int) throws {
    let script = TraceScript {
      reaches(.open)
      passes(.seconds(seconds))
      if ends { disconnects() }
    }
    let yaml = rule(
      """
      - event: AVDTP.Open
        kind: accept
      - no: AVDTP.Start
        within: 5 s
      \(more)
      """)
    #expect(try said(yaml, of: script).count == count)
  }

  @Test func absenceLastsUntilTheNextStep() throws {
    let yaml = rule(
      """
      - event: AVDTP.SetConfiguration
        kind: accept
      - no: AVDTP.Open
        before: next
      - event: AVDTP.Abort
        kind: command
      """)
    let without = TraceScript {
      reaches(.configure)
      aborts()
    }
    let with = TraceScript {
      reaches(.open)
      aborts()
    }
    #expect(try said(yaml, of: without).count == 1)
    #expect(try said(yaml, of: with).isEmpty)
  }

  @Test func capturedValuesMustAgree() throws {
    let yaml = rule(
      """
      - event: AVDTP.SetConfiguration
        kind: command
        capture: {endpoint: seid}
      - event: AVDTP.Open
        kind: command
        where: {seid: {not: $endpoint}}
      """)
    let same = TraceScript {
      reaches(.discover)
      configures(.sbc44JointStereo, seid: 2)
      exchanges(.open, seid: 2)
    }
    let other = TraceScript {
      reaches(.discover)
      configures(.sbc44JointStereo, seid: 2)
      exchanges(.open, seid: 1)
    }
    #expect(try said(yaml, of: same).isEmpty)
    #expect(try said(yaml, of: other).count == 1)
  }

  @Test func answersBelongToTheirQuestions() throws {
    let yaml = rule(
      """
      - event: AVDTP.*
        kind: command
        as: asked
      - event: AVDTP.*
        kind: accept
        answers: asked
        atLeast: 1 s
      """)
    let slow = TraceScript {
      reaches(.configure)
      asks(.open)
      accepts(.open).after(.seconds(2))
    }
    let quick = TraceScript {
      reaches(.configure)
      exchanges(.open)
      exchanges(.start).after(.seconds(2))
    }
    #expect(try said(yaml, of: slow).count == 1)
    #expect(try said(yaml, of: quick).isEmpty)
  }

  @Test(arguments: [("5 s", 0), ("30 s", 1)]) func timesAreCountedWithinATime(_ time: String, count: Int)
    throws
  {
    let script = TraceScript {
      reaches(.open)
      for _ in 0..<3 { asks(.start) + rejects(.start, .badState).after(.seconds(4)) }
    }
    let yaml = rule(
      """
      - event: AVDTP.Start
        kind: reject
        times: 3
        within: \(time)
      """)
    #expect(try said(yaml, of: script).count == count)
  }

  @Test(arguments: [("first", [1]), ("last", [3]), ("each", [1, 2, 3])])
  func reportsTheMatchesThatAreAskedFor(_ reporting: String, places: [Int]) throws {
    let script = TraceScript {
      reaches(.open)
      for _ in 0..<3 { asks(.start) + rejects(.start, .badState).flagged }
    }
    let yaml = rule(
      """
      - event: AVDTP.Start
        kind: reject
      """, more: "report: \(reporting)")
    let cited = try said(yaml, of: script).map { $0.finding.evidence[0].at.number }
    let flagged = script.flaggedPackets.sorted()
    #expect(cited == places.map { flagged[$0 - 1] })
  }

  // MARK: Bounds

  /// A rule that would take for ever is stopped, says so as an error, and is never taken for the cause.
  @Test func anExplodingRuleIsStopped() throws {
    let script = TraceScript {
      reaches(.open)
      for _ in 0..<400 { asks(.start) + rejects(.start, .badState) }
      disconnects()
    }
    let step = """
      - event: AVDTP.Start

      """
    let yaml = rule(
      String(repeating: step, count: 6) + """
        - event: AVDTP.Start
          where: {seid: 63}
        """)
    let found = try said(yaml, of: script)
    #expect(found.count == 1)
    #expect(found.first?.severity == .error && found.first?.isPrimary == false)
    #expect(found.first?.finding.message.contains("lab-rule was stopped") == true)
  }

  @Test func messagesAreBounded() throws {
    let name = String(repeating: "\u{1B}[31m", count: 49)
    let script = TraceScript {
      reaches(.open, pairing: true, with: speaker.named(name))
    }
    let yaml = rule(
      "- event: AVDTP.Open\n  kind: accept", message: String(repeating: "{peer} ", count: 100))
    let message = try said(yaml, of: script).first?.finding.message
    #expect(message.map { $0.count <= Message.limit } == true)
  }

  // MARK: Causes

  @Test func ownRulesExplainOnlyWhenTheySaySo() throws {
    let script = TraceScript {
      reaches(.open)
      asks(.start)
      rejects(.start, .badState)
      passes(.seconds(10))
      disconnects()
    }
    let when = """
      - event: AVDTP.Start
        kind: reject
      """
    func cause(_ more: String) throws -> String? {
      try said(rule(when, more: more), of: script, builtIn: true).first(where: \.isPrimary)?.info.id
    }
    #expect(try cause("phase: start") == "avdtp-rejected")
    #expect(try cause("phase: start\nseverity: error") == "avdtp-rejected")
    #expect(try cause("explainsEnd: true\nbefore: avdtp-rejected") == "lab-rule")
  }

  @Test func placesAreKept() throws {
    let own = try OwnRules.load(
      yaml: rule("- event: Attempt.Begin", more: "phase: sdp"), named: "lab.yml")
    let ids = RuleEntry.builtIn.adding(own).map(\.info.id)
    let place = ids.firstIndex(of: "lab-rule") ?? 0
    #expect(place > ids.firstIndex(of: "sdp-timeout") ?? 0)
    #expect(place < ids.firstIndex(of: "l2cap-no-response") ?? 0)
  }

  // MARK: The catalogue

  /// What is made of attempts is what the catalogue says, in all conversations of all rules.
  @Test func eventsAreThoseOfTheCatalogue() {
    let names = Set(EventCatalogue.all.map(\.name))
    #expect(names.count == EventCatalogue.all.count)
    var seen: Set<String> = []
    for example in ExampleCase.all {
      let session = example.example.script.session
      let context = Context(
        session: session, profile: .generic, profileIsChosen: false, firmware: StatedFirmware())
      for attempt in session.attempts {
        let stream = EventStream(attempt, in: context, naming: names)
        for event in stream.events {
          seen.insert(event.name)
          let known = EventCatalogue.fields(of: EventCatalogue.type(event.name).map { [$0] } ?? [])
          for (field, value) in event.fields {
            let kind = known.first { $0.name == field }?.kind
            #expect(kind.map { $0.admits(value) } == true, "\(event.name).\(field): \(value)")
          }
        }
        for field in AttemptField.all {
          guard let value = AttemptField.value(field.name, of: attempt, in: context) else { continue }
          #expect(field.kind.admits(value), "\(field.name): \(value)")
        }
      }
    }
    #expect(
      names.subtracting(seen).count < names.count / 4, "never made: \(names.subtracting(seen).sorted())")
  }

  @Test func globsMatch() {
    #expect("SoundBox Mini".matches(glob: "sound*mini"))
    #expect("SoundBox Mini".matches(glob: "*box?m*"))
    #expect(!"SoundBox Mini".matches(glob: "sound?mini"))
    #expect("".matches(glob: "*") && !"".matches(glob: "?"))
    #expect(!String(repeating: "a", count: 248).matches(glob: String(repeating: "*a", count: 100) + "b"))
  }
}

extension EventField.Kind {
  fileprivate func admits(_ value: FieldValue) -> Bool {
    switch (self, value) {
    case (.number, .number), (.truth, .truth), (.text, .text), (.code, .code): true
    case (.choice(let words), .text(let word)): words.contains(word)
    default: false
    }
  }
}
