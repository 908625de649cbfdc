/// What a capture must show: written in a file beside it, which `hcitrace check` holds it to.
///
///     verdict: failed            # of the attempt that speaks for the capture; a list: of each attempt, in order
///     cause: sdp-race            # the primary cause; none
///     mustFind: [sdp-race]       # rules, or a weight: anything that weighs at least so much
///     mustNotFind: [warning]
///     phaseLimits: {page: 2, pair: 1.5}   # seconds, in every attempt
///     configuration: lab.yml     # in place of the nearest .hcitrace.yml
///
/// Everything in it may be left out, but not all of it.
public struct CaptureExpectation: Sendable {
  /// The file, as messages show it.
  public var path: String
  /// The configuration to judge the capture by, relative to the file's own folder.
  public var configuration: Setting<String>?
  /// How attempts must end.
  public var verdict: Setting<ExpectedVerdict>?
  /// The primary cause that there must be; `nil` in it: there must be none.
  public var cause: Setting<String?>?
  /// What must be found.
  public var mustFind: [Setting<FindingKind>] = []
  /// What must not be found.
  public var mustNotFind: [Setting<FindingKind>] = []
  /// Seconds that a phase of an attempt may take at most.
  public var phaseLimits: [Phase: Setting<Double>] = [:]

  /// Verdicts that there must be.
  public enum ExpectedVerdict: Sendable, Hashable {
    /// Of the attempt that speaks for the capture; `nil`: there must be no attempt.
    case decisive(Verdict?)
    /// Of every attempt, in the order in which they began.
    case each([Verdict])
  }

  /// Which findings are meant.
  public enum FindingKind: Sendable, Hashable {
    /// Those of a rule.
    case rule(String)
    /// Those that weigh at least so much.
    case severity(Severity)

    /// As the file has it.
    public var words: String {
      switch self {
      case .rule(let id): id
      case .severity(let severity): severity.rawValue
      }
    }
  }
}

// MARK: Reading

extension CaptureExpectation {
  /// Reads such a file.
  ///
  /// - Throws: the first thing that is wrong with it, with its line. Whether there are the rules that it names,
  ///   ``check(_:)`` tells.
  public init(yaml: String, path: String) throws(ConfigurationProblem) {
    self.path = path
    do throws(YAMLProblem) { try read(yaml) } catch { throw ConfigurationProblem(error, in: path) }
  }

  private mutating func read(_ yaml: String) throws(YAMLProblem) {
    let keys =
      try YAMLValue.document(yaml)?.mapping(of: [
        "verdict", "cause", "mustFind", "mustNotFind", "phaseLimits", "configuration",
      ]) ?? [:]
    if let value = keys["configuration"] { configuration = setting(try value.name(), value) }
    if let value = keys["verdict"] { verdict = setting(try expectedVerdict(value), value) }
    if let value = keys["cause"] {
      let name = try value.name()
      cause = setting(name == Self.none ? nil : name, value)
    }
    mustFind = try kinds(keys["mustFind"])
    mustNotFind = try kinds(keys["mustNotFind"])
    for (key, value) in try keys["phaseLimits"]?.entries() ?? [] {
      phaseLimits[try key.choice()] = setting(try value.number(in: 0...86_400), value)
    }
    if verdict == nil, cause == nil, mustFind.isEmpty, mustNotFind.isEmpty, phaseLimits.isEmpty {
      throw YAMLProblem("expects nothing; write a verdict, a cause, mustFind, mustNotFind or phaseLimits")
    }
  }

  /// What a capture without an attempt has for a verdict, and an attempt without a cause for a cause.
  public static let none = "none"

  private func expectedVerdict(_ value: YAMLValue) throws(YAMLProblem) -> ExpectedVerdict {
    if value.isList {
      var verdicts: [Verdict] = []
      for item in try value.list() { verdicts.append(try item.choice()) }
      return .each(verdicts)
    }
    return .decisive(try value.text() == Self.none ? nil : try value.choice())
  }

  private func kinds(_ value: YAMLValue?) throws(YAMLProblem) -> [Setting<FindingKind>] {
    var kinds: [Setting<FindingKind>] = []
    for item in try value?.list() ?? [] {
      let name = try item.name()
      kinds.append(setting(Severity(rawValue: name).map { .severity($0) } ?? .rule(name), item))
    }
    return kinds
  }

  private func setting<Value>(_ value: Value, _ told: YAMLValue) -> Setting<Value> {
    Setting(value, from: .file(path, line: told.line))
  }

  /// Throws where it names a rule that is none of `rules`: nobody knows what was meant.
  public func check(_ rules: RuleNames) throws(ConfigurationProblem) {
    var named = (mustFind + mustNotFind).compactMap { kind in
      if case .rule(let id) = kind.value { Setting(id, from: kind.origin) } else { nil }
    }
    if let cause, let id = cause.value { named.append(Setting(id, from: cause.origin)) }
    for rule in named {
      guard let unknown = rules.check(rule.value) else { continue }
      var line: Int?
      if case .file(_, let number) = rule.origin { line = number }
      throw ConfigurationProblem(YAMLProblem(unknown.message, line: line), in: path)
    }
  }
}
