import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// Who is held responsible, by real packets.
@Suite struct BlameTests {
  /// A rule that can weigh says whom it holds responsible.
  @Test(arguments: allRules.map { $0.info }.filter { $0.severity > .note })
  func everyRuleThatWeighsBlames(_ info: RuleInfo) throws {
    let blame = try #require(info.blame, "\(info.id) names nobody")
    #expect(!blame.reason.isEmpty && !blame.reason.hasSuffix("."))
  }

  /// Every cause that an example shows yields a party with a ground, or says that it is unknown, and no rule leaves it
  /// to its findings to name a side and then forgets.
  @Test(arguments: ExampleCase.all.filter { $0.example.triggers })
  func everyCauseNamesAParty(_ example: ExampleCase) {
    let diagnosis = example.diagnosis()
    for attempt in diagnosis.attempts {
      let asks = [.failed, .silent, .interrupted].contains(attempt.verdict)
      #expect((attempt.responsible != nil) == asks)
      #expect((attempt.divergence != nil) == asks)
    }
    for finding in diagnosis.findings where finding.isPrimary || finding.info.id == example.rule.info.id {
      guard finding.info.blame != nil || finding.isPrimary else { continue }
      let told = finding.finding.blame ?? finding.info.blame
      #expect(
        told != nil && told?.suspect != .named, "\(finding.info.id) names no side: \(finding.finding.message)"
      )
      #expect(finding.responsible?.reason.isEmpty == false)
    }
  }

  /// The blame is never surer than the finding that it rests on.
  @Test func neverSurerThanItsFinding() throws {
    let order: [Confidence] = [.possible, .likely, .certain]
    for example in ExampleCase.all where example.example.triggers {
      for finding in example.diagnosis().findings {
        guard let blame = finding.responsible else { continue }
        let (sure, found) = (
          order.firstIndex(of: blame.confidence), order.firstIndex(of: finding.finding.confidence)
        )
        #expect(try #require(sure) <= #require(found))
      }
    }
  }

  /// Who refused, fell silent or gave up: by role where that is known, in the log of either side.
  @Test(arguments: [
    ("f5a_avdtp_before_sdp_done.btsnoop", Party.source, LogSide?.some(.local)),
    ("f2b_sbc_mono_only_rejected.btsnoop", .source, .local), ("f1_aac_only.btsnoop", .sink, .remote),
    ("f10a_pairing_rejected_by_peer.btsnoop", .sink, .remote), ("f10d_pairing_hangs.btsnoop", .sink, .remote),
    ("f9a_speaker_lost_key.btsnoop", .sink, .remote), ("39a_psm25_unanswered.btsnoop", .sink, .remote),
    ("f8_page_timeout.btsnoop", .person, nil), ("31c_nothing_found.btsnoop", .person, nil),
    ("f11_supervision_timeout.btsnoop", .radio, nil), ("33c_hardware_error.btsnoop", .controller, .local),
    ("f14b_started_no_media.btsnoop", .source, .local), ("f6a_sdp_truncated_element.btsnoop", .sink, .remote),
    ("42a_auth_unspecified_error.btsnoop", .unknown, nil),
  ])
  func namesTheParty(_ sample: String, _ party: Party, _ side: LogSide?) throws {
    let responsible = try #require(try diagnosis(ofSample: sample).attempts.first?.responsible)
    #expect(responsible.party == party && responsible.side == side)
  }

  /// What is certain is said to be, and what only fits is not.
  @Test(arguments: [
    ("33c_hardware_error.btsnoop", Confidence.certain), ("f6a_sdp_truncated_element.btsnoop", .certain),
    ("f10a_pairing_rejected_by_peer.btsnoop", .likely), ("f8_page_timeout.btsnoop", .possible),
  ])
  func saysHowSure(_ sample: String, _ confidence: Confidence) throws {
    #expect(try diagnosis(ofSample: sample).attempts.first?.responsible?.confidence == confidence)
  }

  /// A channel that is refused before the link is encrypted was asked for too early; one that is refused on an encrypted
  /// link was refused by the other side's decision.
  @Test func whoAskedTooEarlyIsToBlame() {
    let late = responsible {
      reaches(.sdp)
      asksFor(.signalling)
      refuses(.signalling, .securityBlock)
      disconnects()
    }
    #expect(late?.party == .sink && late?.side == .remote)
    let early = responsible {
      reaches(.page)
      asksFor(.signalling)
      refuses(.signalling, .securityBlock)
      disconnects()
    }
    #expect(early?.party != .sink && early?.side == .local)
  }

  /// Somebody who was asked and said no after seconds is a person; software says no at once.
  @Test(arguments: [(3_000, Party.person), (5, .source)])
  func aPersonThinks(_ milliseconds: Int, _ party: Party) {
    let refused = responsible {
      reaches(.page)
      asksToAuthenticate()
      asksForKey()
      hasNoKey()
      exchangesCapabilities()
      asksConfirmation()
      refusesConfirmation().after(.milliseconds(milliseconds))
      simplePairingCompletes(.authenticationFailure)
      authenticationCompletes(.authenticationFailure)
      disconnects().after(.milliseconds(300))
    }
    #expect(refused?.party == party)
  }

  private func responsible(@TraceBuilder _ steps: () -> [TraceScript.Step]) -> Responsibility? {
    Diagnoser(profile: .builtIn["echo"]).diagnose(TraceScript(steps).session).attempts.first?.responsible
  }
}

/// What is said of a sample capture.
func diagnosis(ofSample name: String) throws -> Diagnosis {
  let samples = URL(filePath: #filePath).appending(path: "../../../SampleCaptures").standardizedFileURL
  let results = Analyzer(profile: .automatic).analyze(path: samples.appending(path: name).path)
  return try #require(results.first).outcome.get()
}
