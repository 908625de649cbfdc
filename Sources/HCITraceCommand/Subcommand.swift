import ArgumentParser

/// What comes first on a command line that asks for something else than to analyse captures.
enum Subcommand: String, CaseIterable {
  case analyze, check, decode, ladder, annotate, redact, rules, explain, config, schema

  /// What it does.
  var command: any ParsableCommand.Type {
    switch self {
    case .analyze: AnalyzeCommand.self
    case .check: CheckCommand.self
    case .decode: DecodeCommand.self
    case .ladder: LadderCommand.self
    case .annotate: AnnotateCommand.self
    case .redact: RedactCommand.self
    case .rules: RulesCommand.self
    case .explain: ExplainCommand.self
    case .config: ConfigCommand.self
    case .schema: SchemaCommand.self
    }
  }
}
