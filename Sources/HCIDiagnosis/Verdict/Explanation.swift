import HCITrace

/// Which finding of one attempt explains its end, and what follows from it.
///
/// Rules don't know of each other; here a cause is told from its consequences: the earliest layer first (the order of
/// ``allRules``), what was overcome within the attempt set aside, and an unanswered request counted as a consequence
/// when the link ended under it.
struct Explanation {
  /// Rules whose finding means that the link or the adapter went away by itself.
  private static let linkEnders = ["link-lost", "lmp-timeout", "controller-fault"]

  struct Candidate {
    var info: RuleInfo
    var rank: Int
    var finding: Finding
    var severity: Severity { finding.severity ?? info.severity }
    var explainsEnd: Bool { finding.explainsEnd ?? (severity == .error) }
    var phase: Phase? { finding.phase ?? info.phase }
  }

  let assessment: Assessment
  let candidates: [Candidate]

  /// The finding that explains the end.
  var primary: Int? {
    let open = candidates.indices.filter { candidates[$0].explainsEnd && !isOvercome(candidates[$0]) }
    let enders = open.contains { Self.linkEnders.contains(candidates[$0].info.id) }
    let standing = open.filter { index in
      let candidate = candidates[index]
      if candidate.info.isLastResort && open.contains(where: { !candidates[$0].info.isLastResort }) {
        return false
      }
      if candidate.finding.isWaiting && enders { return false }
      return !open.contains { candidate.finding.yieldsTo.contains(candidates[$0].info.id) }
    }
    return standing.min { a, b in
      let (one, other) = (candidates[a], candidates[b])
      if one.rank != other.rank { return one.rank < other.rank }
      return (one.finding.evidence.first?.at.number ?? .max)
        < (other.finding.evidence.first?.at.number ?? .max)
    }
  }

  /// The attempt went on past the step in which the finding failed.
  func isOvercome(_ candidate: Candidate) -> Bool {
    guard let phase = candidate.phase, let at = candidate.finding.evidence.map(\.at).max() else {
      return false
    }
    return assessment.phases.contains { later in
      guard later.phase > phase, later.outcome == .passed, let passed = later.last else { return false }
      // SDP is open to everybody (Core Vol 3 Part C §5.2.2): that it works overcomes no failure of security.
      if later.phase == .sdp && phase <= .encrypt && phase >= .pair { return false }
      return passed > at
    }
  }
}
