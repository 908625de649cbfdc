import HCIDiagnosis
import HCITrace

extension Catalogue {
  /// Every rule as JSON, for editors and pipelines.
  public func writeJSON(to output: inout some TextOutputStream) {
    var writer = JSONWriter(ReportBuffer(), at: JSONPlace(isIndented: true))
    writer.object { document in
      document.field("schemaVersion", JSONFormat.schemaVersion)
      document.field("tool", Report.Tool.current) { $0.fields(of: $1) }
      document.objects("rules", rules) { $0.fields(of: $1) }
    }
    writer.endLine()
    output.write(writer.finish().text)
  }
}

extension JSONWriter {
  fileprivate mutating func fields(of rule: RuleEntry) {
    let info = rule.info
    field("id", info.id)
    field("title", info.title)
    field("severity", info.severity.rawValue)
    field("phase", info.phase?.rawValue)
    field("responsible", info.blame) { responsible, blame in
      responsible.field("party", blame.suspect.rawValue)
      responsible.field("confidence", blame.confidence.rawValue)
      responsible.field("reason", blame.reason)
    }
    field("why", info.why)
    field("looksFor", info.looksFor)
    objects("remedies", info.remedies) { remedy, what in
      remedy.field("who", what.who.rawValue)
      remedy.field("action", what.action)
    }
    field("references", info.references)
    field("doubt", info.doubt)
    objects("thresholds", info.thresholds) { threshold, told in
      threshold.field("name", told.name)
      threshold.field("standard", decimal: told.standard)
      threshold.field("profileKey", told.limit?.rawValue)
      threshold.field("unit", told.unit.rawValue)
      threshold.field("minimum", decimal: told.range.lowerBound)
      threshold.field("maximum", decimal: told.range.upperBound)
      threshold.field("meaning", told.meaning)
    }
    objects("examples", rule.examples) { example, trace in
      example.field("name", trace.name)
      example.field("triggers", trace.triggers)
      example.field("packets", trace.script.steps.count)
    }
  }
}
