import HCIDiagnosis
import HCITrace
import Testing

/// How much a finding weighs in the end, which no single rule decides.
@Suite struct SeverityTests {
  private func diagnose(@TraceBuilder _ steps: () -> [TraceScript.Step]) -> Diagnosis {
    Diagnoser().diagnose(TraceScript(steps).session)
  }

  /// A stream that is ready is healthy: what went wrong on the way and was overcome is worth a note.
  @Test func whatAReadyStreamOvercameIsANote() {
    let diagnosis = diagnose {
      reaches(.encrypt)
      opens(.sdp)
      searches()
      answersError(.insufficientResources)
      searches().after(.milliseconds(300))
      answers(with: [.audioSink()])
      closes(.sdp)
      opens(.signalling, mtu: 672)
      discovers()
      tellsCapabilities()
      asks(.setConfiguration)
      rejects(.setConfiguration, nil)
      configures(.sbc44JointStereo)
      opensStream()
      passes(.seconds(30))
      closesStream()
      closes(.signalling)
      disconnects()
    }
    #expect(diagnosis.attempts.map(\.verdict) == [.ready])
    #expect(
      Set(diagnosis.findings.map(\.info.id)).isSuperset(of: ["sdp-error-response", "avdtp-malformed"]))
    #expect(diagnosis.findings.allSatisfy { $0.severity == .note })
  }

  /// A collision that was got over fails nothing, wherever the log stops then.
  @Test func aCollisionThatWasGotOverFailsNothing() {
    for stop in ["configured", "opened"] {
      let diagnosis = diagnose {
        reaches(.discover)
        asks(.setConfiguration)
        asks(.setConfiguration, by: .speaker)
        rejects(.setConfiguration, .badState, category: 0, by: .host)
        rejects(.setConfiguration, .badState, category: 0)
        asks(.setConfiguration).after(.seconds(1))
        accepts(.setConfiguration)
        if stop == "opened" { exchanges(.open) }
      }
      #expect(diagnosis.attempts.map(\.verdict) == [.unfinished])
      #expect(diagnosis.findings.map(\.severity) == [.warning], "\(stop)")
    }
  }

  /// A new try that the log cuts short may yet succeed; one that has stood still for 6 s has failed as well.
  @Test(arguments: [1, 10]) func aNewTryThatIsCutShort(seconds: Int) {
    for isAnswered in [true, false] {
      let diagnosis = diagnose {
        reaches(.discover)
        if isAnswered { refusesConfiguration() } else { asks(.setConfiguration) }
        closes(.signalling).after(.seconds(7))
        opens(.signalling).after(.seconds(1))
        discovers()
        passes(.seconds(seconds))
      }
      #expect(diagnosis.attempts.map(\.verdict) == [seconds == 1 ? .unfinished : .failed])
    }
  }

  /// What keeps a ready stream from playing is a warning.
  @Test func whatAReadyStreamMissesIsAWarning() {
    let diagnosis = diagnose {
      reaches(.open)
      opens(.control)
      presses(.play)
      passes(.seconds(20))
      closesStream()
      closes(.signalling)
      disconnects()
    }
    #expect(diagnosis.attempts.map(\.verdict) == [.ready])
    #expect(diagnosis.findings.first { $0.info.id == "stream-never-started" }?.severity == .warning)
  }
}
