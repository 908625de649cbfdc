import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// A capture before and after redaction: its packets, and what is said of it.
struct RedactedCapture {
  var before: [SeenPacket], after: [SeenPacket]
  var session: Session, redactedSession: Session
  var said: [Said]

  /// Which rules speak of which frames, and what becomes of each attempt: all but names, addresses and words.
  struct Said: Hashable {
    var verdicts: [String]
    var findings: [String]

    init(_ diagnosis: Diagnosis) {
      verdicts = diagnosis.attempts.map {
        "#\($0.attempt.first.number) \($0.verdict) \($0.primaryCause ?? "–") \($0.attempt.last.number)"
      }
      findings = diagnosis.findings.map {
        "\($0.severity) \($0.info.id) \($0.finding.evidence.map(\.at.number))"
      }
    }
  }

  /// Redacts every capture in the file at `path`.
  static func all(
    at path: String, _ options: RedactionOptions = RedactionOptions()
  ) throws(CaptureError) -> [RedactedCapture] {
    var captures: [RedactedCapture] = []
    try CaptureFile.read(
      path: path, makeConsumer: { _ in Beside(options) },
      finished: { _, beside, facts in
        if let facts = try? facts.get() { captures.append(beside.finish(facts)) }
      })
    return captures
  }

  /// Redacts the capture that `script` makes.
  init(_ script: TraceScript, _ options: RedactionOptions = RedactionOptions()) throws {
    var captures: [RedactedCapture] = []
    try CaptureFile.read(
      bytes: script.btsnoop(), makeConsumer: { _ in Beside(options) },
      finished: { _, beside, facts in
        if let facts = try? facts.get() { captures.append(beside.finish(facts)) }
      })
    self = try #require(captures.first)
  }

  init(before: [SeenPacket], after: [SeenPacket], _ session: Session, _ redacted: Session) {
    (self.before, self.after) = (before, after)
    (self.session, redactedSession) = (session, redacted)
    said = [session, redacted].map { Said(Diagnoser().diagnose($0)) }
  }
}

/// Follows a capture and its redacted form side by side.
private struct Beside: PacketConsumer, ~Copyable {
  private var recorder = Recorder()
  private var tracker = SessionTracker()
  private var redacted: RedactingConsumer<Both>

  init(_ options: RedactionOptions) { redacted = RedactingConsumer(options, Both()) }

  private struct Both: PacketConsumer, ~Copyable {
    var recorder = Recorder()
    var tracker = SessionTracker()

    mutating func consume(_ packet: borrowing Packet) {
      recorder.consume(packet)
      tracker.consume(packet)
    }

    consuming func finish(_ facts: CaptureFacts) -> ([SeenPacket], Session) {
      let packets = recorder.packets
      return (packets, tracker.finish(facts))
    }
  }

  mutating func consume(_ packet: borrowing Packet) {
    recorder.consume(packet)
    tracker.consume(packet)
    redacted.consume(packet)
  }

  consuming func finish(_ facts: CaptureFacts) -> RedactedCapture {
    let before = recorder.packets
    let session = tracker.finish(facts)
    let (after, redacted) = redacted.finish().finish(facts)
    return RedactedCapture(before: before, after: after, session, redacted)
  }
}
