import HCITrace
import Testing

@testable import HCIDiagnosis

/// Captures with many attempts: what is said of one must not depend on how it is looked up among the others.
@Suite struct CrowdTests {
  /// Failures at one speaker, some fast after each other, are told as the runs that they are.
  @Test func runsOfFailures() {
    let pauses = [5, 5, 5, 300, 5, 300, 20, 20, 20, 20, 20, 300]
    let session = TraceScript {
      initializes()
      for pause in pauses {
        connects(.pageTimeout)
        passes(.seconds(pause))
      }
    }.session
    let attempts = session.attempts
    #expect(attempts.count == pauses.count)
    let runs = FailureRuns(Array(attempts.indices), in: session, .init(window: 60, tries: 3))
    for index in attempts.indices {
      // As a reader would do it: from each failure on, those that end within a minute of its begin.
      let expected = attempts.indices.lazy.map { start in
        let began = attempts[start].paging.began ?? attempts[start].first
        return
          start..<(attempts[start...].firstIndex { ($0.end?.at.seconds(since: began) ?? 0) > 60 }
          ?? attempts.endIndex)
      }.first { $0.count >= 3 && $0.contains(index) }
      #expect(
        runs.run(with: index).map(Array.init) == expected.map(Array.init), "attempt \(index + 1)")
    }
    let told = Diagnoser(profile: .builtIn["echo"]).diagnose(session).findings
      .filter { $0.info.id == "retry-storm" }
    #expect(told.compactMap(\.attempt) == [1, 2, 3, 4, 7, 8, 9, 10, 11, 12])
  }

  /// Searches that count as no attempt are judged all the same, whatever the class of the device that searched.
  @Test func aSearchOfATelephone() {
    let session = TraceScript {
      initializes(classOfDevice: 0x5A020C)
      for _ in 0..<3 {
        inquires()
        cancelsInquiry().after(.seconds(1))
      }
      passes(.seconds(25))
    }.session
    let diagnosis = Diagnoser(profile: .builtIn["echo"]).diagnose(session)
    #expect(diagnosis.attempts.isEmpty)
    #expect(diagnosis.findings.map(\.info.id).contains("inquiry-interrupted"))
  }

  /// Several threads judge as one does, and what they find comes in the order of the attempts.
  @Test func severalJudgeTheSame() {
    let session = TraceScript {
      initializes()
      for number in 0..<35 {
        connects(.pageTimeout)
        passes(.seconds(number % 7 * 20))
        connects()
        endsInOrder()
      }
    }.session
    let one = Diagnoser().diagnose(session)
    let several = Diagnoser().diagnose(session, with: Jobs(3))
    #expect(several.attempts.map(\.number) == Array(1...70))
    #expect(several.attempts.map(\.verdict) == one.attempts.map(\.verdict))
    #expect(one.findings.count > 35)
    #expect(several.findings.map { "\($0)" } == one.findings.map { "\($0)" })
    #expect(several.cannotShow.map { "\($0)" } == one.cannotShow.map { "\($0)" })
  }

  /// A verdict shares what happened with the session, and tells the same of it.
  @Test func verdictsTellOfTheSession() {
    let session = TraceScript {
      reaches(.media)
      plays(.seconds(2))
      endsInOrder()
      connects(.pageTimeout).after(.seconds(5))
    }.session
    let diagnosis = Diagnoser().diagnose(session)
    #expect(diagnosis.attempts.map(\.attempt.number) == [1, 2])
    #expect(diagnosis.attempts.map(\.attempt.first) == session.attempts.map(\.first))
    for diagnosed in diagnosis.attempts {
      #expect(diagnosed.assessment.phases.map(\.phase) == Phase.allCases)
      #expect(
        diagnosed.assessment.lastPassed
          == diagnosed.assessment.phases.last { $0.outcome == .passed }?.phase)
    }
  }

  /// Where the letters of `text` lie.
  private func place(_ text: String) -> UInt? {
    // Safe: the address is compared and nothing read through it.
    unsafe text.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
  }

  /// What is said of each of many attempts is kept once.
  @Test func sentencesAreKeptOnce() {
    let session = TraceScript {
      initializes()
      for _ in 0..<6 {
        connects(.pageTimeout)
        passes(.seconds(5))
      }
    }.session
    let findings = Diagnoser(profile: .builtIn["echo"]).diagnose(session).findings
    var places: [String: Set<UInt>] = [:]
    for text in findings.flatMap({ [$0.finding.message] + $0.finding.evidence.map(\.summary) })
    where text.utf8.count > 15 {
      places[text, default: []].insert(place(text) ?? 0)
    }
    #expect(findings.count > 6 && places.count < findings.count)
    #expect(places.values.allSatisfy { $0.count == 1 })
  }

  /// Texts that are equal and not the same octets, with an accent that stands for itself or behind its letter, both stay
  /// as they were said.
  @Test func accentsStay() {
    var texts = RepeatedTexts()
    let said = ["the speaker Caf\u{E9} refused", "the speaker Cafe\u{301} refused"]
    #expect(said[0] == said[1])
    for text in said + said {
      var shared = text
      texts.share(&shared)
      #expect(Array(shared.utf8) == Array(text.utf8))
    }
  }
}
