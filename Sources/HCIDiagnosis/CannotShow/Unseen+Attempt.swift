import HCITrace

extension Context {
  /// What the log can't show of one attempt, whose end `cause` explains.
  func unseen(
    of diagnosed: DiagnosedAttempt, _ attempt: Attempt, _ assessment: Assessment, cause: DiagnosedFinding?
  ) -> [Unseen] {
    guard diagnosed.verdict != .noAudioAttempted else { return [] }
    let found = [
      late(attempt), unloggedMedia(attempt, assessment), early(diagnosed.verdict, attempt, assessment),
      cause.flatMap { reason(of: $0, diagnosed.responsible, attempt, assessment) },
      cause.flatMap { signal(for: $0, attempt) }, cause.flatMap { search(for: $0, attempt) },
    ]
    return found.compactMap { $0 }.map { unseen in
      var unseen = unseen
      unseen.attempt = attempt.number
      if diagnosed.isOpen { unseen.isNeeded = true }
      return unseen
    }
  }

  private func late(_ attempt: Attempt) -> Unseen? {
    guard attempt.startsLate else { return nil }
    return Unseen(
      kind: .startsLate, what: "how the link came up, its keys, and what the two sides had agreed on",
      why: "the log begins after the link was set up", at: attempt.first, recipes: recordedHost.recipes,
      isNeeded: false)
  }

  private func unloggedMedia(_ attempt: Attempt, _ assessment: Assessment) -> Unseen? {
    guard let elsewhere = assessment.mediaElsewhere else { return nil }
    return Unseen(
      kind: .mediaNotLogged, what: "the sound itself: silence, dropouts, bit rate",
      why: "media went past the log (\(elsewhere.summary))", at: elsewhere.at,
      recipes: session.isFiltered ? recordedHost.recipes : [.withoutOffload], isNeeded: false)
  }

  private func early(_ verdict: Verdict, _ attempt: Attempt, _ assessment: Assessment) -> Unseen? {
    guard verdict == .unfinished, attempt.isCutByCapture else { return nil }
    let pending = attempt.pending(after: assessment)
    let waited = session.secondsAfter(pending.since)
    let missing = max(1, Int((pending.timer - waited).rounded(.up)))
    return Unseen(
      kind: .endsEarly, what: "whether \(pending.what) would have come",
      why:
        "the log ends \(max(waited, 0).inSeconds) after the last step; \(pending.timer.inSeconds) decide it",
      at: pending.since, recipes: [.longer(missing)], isNeeded: false)
  }

  /// The signal decides between too far, disturbed and switched off.
  private func signal(for cause: DiagnosedFinding, _ attempt: Attempt) -> Unseen? {
    let rules = ["link-lost", "lmp-timeout", "transmit-stall", "audio-dropout", "coexistence-suspected"]
    guard rules.contains(cause.info.id), attempt.signalStrengths.isEmpty else { return nil }
    return Unseen(
      kind: .noSignalStrength, what: "whether the speaker was too far away, disturbed or switched off",
      why: "no frame of the log tells how strong the signal was", at: cause.finding.evidence.first?.at,
      recipes: [.signal], isNeeded: true)
  }

  /// Somebody searched in the minute before or after `attempt`.
  private func isSearching(around attempt: Attempt) -> Bool {
    surroundings.inquiries(on: attempt.adapter, from: attempt.first, to: attempt.last, within: 60).contains {
      attempt.first.seconds(since: $0.last) <= 60 && $0.started.seconds(since: attempt.last) <= 60
    }
  }

  /// An answer to a search right before would tell whether the speaker was there.
  private func search(for cause: DiagnosedFinding, _ attempt: Attempt) -> Unseen? {
    guard cause.info.id == "page-timeout", attempt.inquiries.isEmpty, attempt.initiator != .remote,
      !isSearching(around: attempt)
    else { return nil }
    return Unseen(
      kind: .noSearch, what: "whether the speaker was switched on and near",
      why: "nobody searched for it around the page", at: cause.finding.evidence.first?.at,
      recipes: [.search], isNeeded: false)
  }
}
