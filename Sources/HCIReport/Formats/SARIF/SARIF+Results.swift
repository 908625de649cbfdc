import HCIDiagnosis
import HCITrace

/// The results of one capture, one for each finding.
struct SARIFResults {
  private let capture: CaptureReport
  private let uri: ArtifactURI
  private let index: Int
  private let places: [Int: FramePlaces.Place]
  private var fingerprints: Fingerprints

  /// The results of `capture`, whose file is the artifact at `index`.
  init(of capture: CaptureReport, in uri: ArtifactURI, at index: Int) {
    self.capture = capture
    self.uri = uri
    self.index = index
    fingerprints = Fingerprints(of: capture)
    places =
      capture.places.map { places in
        var frames: Set<Int> = []
        for finding in capture.findings { frames.formUnion(finding.evidence.lazy.map(\.frame)) }
        return places.places(of: frames)
      } ?? [:]
  }

  /// The result of the next finding, whose rule stands at `ruleIndex`.
  mutating func next(_ finding: FindingReport, _ ruleIndex: Int?) -> SARIFResult {
    let locations = finding.evidence.map { frame in
      SARIFLocation(uri: uri, index: index, member: capture.member, frame: frame, place: places[frame.frame])
    }
    return SARIFResult(
      finding: finding, ruleIndex: ruleIndex, fingerprint: fingerprints.next(finding),
      locations: locations,
      whole: SARIFLocation(uri: uri, index: index, member: capture.member, frame: nil, place: nil),
      start: capture.start)
  }
}

/// A finding with the places that show it.
struct SARIFResult {
  let finding: FindingReport
  let ruleIndex: Int?
  let fingerprint: String
  /// A location for each frame of the evidence.
  let locations: [SARIFLocation]
  /// The file itself.
  let whole: SARIFLocation
  /// When the capture's first frame was logged.
  let start: Moment?
}

/// A frame in a file, or the file where there is none.
struct SARIFLocation {
  let uri: ArtifactURI
  let index: Int
  let member: String?
  let frame: EvidenceReport?
  let place: FramePlaces.Place?
}

extension JSONWriter {
  mutating func fields(of result: SARIFResult) {
    let finding = result.finding
    field("ruleId", finding.rule.escaped())
    if let index = result.ruleIndex { field("ruleIndex", index) }
    field("level", finding.severity.rawValue)
    message("message", finding.message)
    objects("locations", [result.locations.first ?? result.whole]) { $0.fields(of: $1) }
    if !result.locations.isEmpty {
      objects("relatedLocations", zip(result.locations, 1...)) { related, numbered in
        related.field("id", numbered.1)
        related.fields(of: numbered.0)
      }
      objects("codeFlows", [result]) { flow, result in
        flow.objects("threadFlows", [result]) { thread, result in
          thread.objects("locations", result.flow) { $0.fields(of: $1, since: result.start) }
        }
      }
    }
    field("partialFingerprints", result.fingerprint) { prints, print in
      prints.field("hcitraceFinding/v1", print)
      // The one that GitHub looks at.
      prints.field("primaryLocationLineHash", print)
    }
    field("properties", finding) { $0.properties(of: $1) }
  }

  private mutating func properties(of finding: FindingReport) {
    field("title", finding.title.escaped())
    field("confidence", finding.confidence.rawValue)
    if let phase = finding.phase { field("phase", phase.rawValue) }
    if let attempt = finding.attempt { field("attempt", attempt) }
    if let peer = finding.peer { field("peer", peer) }
    field("primary", finding.isPrimary)
    if let cause = finding.consequenceOf { field("consequenceOf", cause.escaped()) }
    if let party = finding.responsible?.party { field("party", party.rawValue) }
    if let filter = finding.wiresharkFilter { field("wiresharkFilter", filter) }
    if let change = finding.severityChange {
      field("severityChange", change) { told, change in
        told.field("unchanged", change.unchanged.rawValue)
        told.field("reason", change.reason.escaped())
        told.field("from", change.from.escaped())
      }
    }
  }

  /// A location (§3.28).
  fileprivate mutating func fields(of location: SARIFLocation) {
    field("physicalLocation", location) { physical, location in
      physical.field("artifactLocation", location) { $0.fields(of: $1.uri, at: $1.index) }
      guard let frame = location.frame else { return }
      physical.field("region", location) { region, location in
        region.field("startLine", max(frame.frame, 1))
        guard let place = location.place else { return }
        region.field("byteOffset", place.offset)
        region.field("byteLength", place.length)
      }
    }
    if let member = location.member {
      objects("logicalLocations", [member]) { logical, member in
        logical.field("fullyQualifiedName", member.escaped())
        logical.field("kind", "resource")
      }
    }
    if let frame = location.frame {
      message("message", "#\(frame.frame), \(frame.time.precise): \(frame.summary)")
    }
  }

  /// A step of the way to the finding (§3.38); `start` is that of the capture.
  fileprivate mutating func fields(
    of step: (location: SARIFLocation, isTelling: Bool), since start: Moment?
  ) {
    field("location", step.location) { $0.fields(of: $1) }
    field("importance", step.isTelling ? "essential" : "important")
    if let start, let time = step.location.frame?.time {
      field(
        "executionTimeUtc", Moment(microseconds: start.microseconds &+ time.microseconds).iso8601)
    }
  }
}

extension SARIFResult {
  /// The evidence in the order of time; the most telling frame is the first of the evidence.
  fileprivate var flow: [(location: SARIFLocation, isTelling: Bool)] {
    let steps = locations.enumerated().sorted {
      ($0.element.frame?.frame ?? 0, $0.offset) < ($1.element.frame?.frame ?? 0, $1.offset)
    }
    return steps.map { ($0.element, $0.offset == 0) }
  }
}
