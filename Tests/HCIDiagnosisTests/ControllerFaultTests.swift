import HCIDiagnosis
import HCITrace
import Testing

/// What no example can show, because the log's end decides.
@Suite struct ControllerFaultTests {
  /// The controller-fault findings of a script, and how each attempt ended.
  private func judge(@TraceBuilder _ steps: () -> [TraceScript.Step]) -> (
    faults: [DiagnosedFinding], verdicts: [Verdict]
  ) {
    let diagnosis = Diagnoser().diagnose(TraceScript(steps).session)
    return (diagnosis.findings.filter { $0.info.id == "controller-fault" }, diagnosis.attempts.map(\.verdict))
  }

  @Test func resetThatIsNotFollowedByInitialisation() {
    let judged = judge {
      reaches(.media)
      resets()
      passes(.seconds(4))
    }
    #expect(judged.faults.count == 1 && judged.faults.first?.isPrimary == true)
    #expect(judged.verdicts == [.interrupted])
  }

  @Test func resetAtTheEndOfTheLog() {
    let judged = judge {
      reaches(.media)
      resets()
      passes(.seconds(1))
    }
    #expect(judged.faults.isEmpty)
  }

  /// Nothing in the log ends the link, and the stream is lost all the same.
  @Test func silenceUntilTheEndOfTheLog() {
    let judged = judge {
      reaches(.media)
      hardwareError(0x07)
      passes(.seconds(10))
    }
    #expect(judged.faults.map(\.severity) == [.error])
    #expect(judged.verdicts == [.interrupted])
  }

  /// A controller that reports an error and plays on is no reason for what comes later.
  @Test func errorThatTheLinkSurvives() {
    let judged = judge {
      reaches(.media)
      hardwareError(0x07)
      plays(.seconds(3)).after(.milliseconds(20))
      losesLink()
    }
    #expect(judged.faults.map(\.isPrimary) == [false])
  }

  /// One fault, two links: each is told.
  @Test func faultUnderTwoLinks() {
    let judged = judge {
      reaches(.media)
      reaches(.encrypt, initializing: false, with: secondSpeaker)
      hardwareError(0x07)
      resets().after(.milliseconds(600))
      passes(.seconds(3))
    }
    #expect(judged.faults.map(\.attempt) == [1, 2])
    #expect(judged.faults.map(\.isPrimary) == [true, true])
  }

  /// A fault while no link is up says nothing of any attempt.
  @Test func faultBetweenLinks() {
    let judged = judge {
      reaches(.media)
      endsInOrder()
      hardwareError(0x07).after(.seconds(1))
      passes(.seconds(3))
    }
    #expect(judged.faults.map(\.severity) == [.warning])
    #expect(judged.faults.map(\.attempt) == [nil])
    #expect(judged.verdicts == [.streamed])
  }

  /// A log in which many commands have no answer lacks answers; its controller is not to blame.
  @Test func logThatLacksAnswers() {
    let judged = judge {
      reaches(.encrypt)
      for _ in 0..<8 { sends(.readLocalName).after(.milliseconds(500)) }
      discoversServices()
      passes(.seconds(5))
    }
    #expect(judged.faults.isEmpty)
  }
}
