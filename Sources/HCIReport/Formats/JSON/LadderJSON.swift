import HCIDiagnosis
import HCITrace

/// A ladder for programs.
public enum LadderJSON {
  /// Writes `ladder` to `output`.
  public static func write(_ ladder: LadderReport, to output: inout ReportBuffer) {
    var writer = JSONWriter(output, at: JSONPlace(isIndented: true))
    writer.object { $0.write(ladder) }
    writer.endLine()
    output = writer.finish()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ ladder: LadderReport) {
    let attempt = ladder.attempt
    field("schemaVersion", 1)
    field("capture", ladder.capture)
    field("attempt", attempt.number)
    field("verdict", attempt.verdict.rawValue)
    field("primaryCause", attempt.primaryCause)
    field("start", attempt.start.iso8601)
    field("host", ladder.local) { writer, local in
      writer.field("address", local.address)
      writer.field("name", local.name)
    }
    field("peer", attempt.peer) { writer, address in
      writer.field("address", address)
      writer.field("name", attempt.peerName)
      writer.field("alias", attempt.peerAlias)
    }
    objects("phases", attempt.phases) { writer, phase in
      writer.field("name", phase.phase.rawValue)
      writer.field("outcome", phase.outcome.rawValue)
      writer.field("firstFrame", phase.firstFrame)
      writer.field("lastFrame", phase.lastFrame)
    }
    objects("steps", ladder.rows) { $0.write($1) }
    field("hidden", ladder.hidden.isEmpty ? nil : ladder.hidden) { writer, hidden in
      for (kind, count) in hidden { writer.field(kind.rawValue, count) }
    }
    objects("citedElsewhere", ladder.citedElsewhere) { writer, cited in
      writer.field("frame", cited.frame)
      writer.field("rules", cited.citations.map(\.rule))
    }
  }

  private mutating func write(_ row: LadderReport.Row) {
    field("frame", row.frame)
    field("time", row.time)
    field("from", row.step.from.rawValue)
    field("to", row.step.to.rawValue)
    field("layer", row.step.layer)
    if let fold = row.step.fold {
      field("flow", fold.flow.rawValue)
      field("packets", fold.count)
      field("lastFrame", fold.last.number)
      field("durationSeconds", row.duration)
    } else {
      field("label", row.step.label)
      field("failed", row.step.isFailure)
      field("answers", row.step.question?.number)
      field("secondsSinceQuestion", row.sinceQuestion)
      field("rules", row.citations.map(\.rule))
    }
  }
}
