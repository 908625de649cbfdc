import HCITrace

/// Reads conversations of examples: each step a word of the vocabulary that built-in rules use for theirs.
enum ScriptReader {
  /// Packets of one conversation at most.
  static let packetLimit = 100_000
  /// What every step may say beside its word.
  static let modifiers = ["after", "flag", "repeated", "unacknowledged", "shortened", "snapped", "caption"]

  /// The packets of a list of steps.
  static func steps(_ value: YAMLValue, depth: Int = 0) throws(YAMLProblem) -> [TraceScript.Step] {
    var all: [TraceScript.Step] = []
    for step in try value.list() {
      all += try self.step(step, depth: depth)
      guard all.count <= packetLimit else { throw step.problem("more than \(packetLimit) packets") }
    }
    return all
  }

  private static func step(_ value: YAMLValue, depth: Int) throws(YAMLProblem) -> [TraceScript.Step] {
    guard value.isMapping else {
      let word = try word(value)
      return try word.build(ScriptArguments(main: nil, keys: [:], step: value))
    }
    let entries = try value.entries()
    guard let first = entries.first else { throw value.problem("a step begins with its word") }
    if try first.key.text() == "repeats" { return try repetition(value, depth: depth) }
    let word = try word(first.key)
    let keys = try value.mapping(of: [word.name] + word.arguments + modifiers)
    let main = keys[word.name].flatMap { $0.isNull ? nil : $0 }
    if let main, word.main == nil { throw main.problem("\(word.name) takes nothing") }
    return try modify(word.build(ScriptArguments(main: main, keys: keys, step: value)), keys)
  }

  private static func word(_ value: YAMLValue) throws(YAMLProblem) -> ScriptWord {
    let name = try value.name()
    guard let word = ScriptWord.named(name) else {
      let near = suggestion(for: name, among: ScriptWord.all.map(\.name))
      throw value.problem(
        "there is no word “\(name)” for what happens\(near.isEmpty ? "; `hcitrace rules events` lists them" : near)"
      )
    }
    return word
  }

  /// `repeats: 3` with `steps:`.
  private static func repetition(_ value: YAMLValue, depth: Int) throws(YAMLProblem) -> [TraceScript.Step] {
    let keys = try value.mapping(of: ["repeats", "steps"])
    guard let count = keys["repeats"], let steps = keys["steps"], depth < 4 else {
      throw value.problem("repeats: a number, and steps: what is repeated, at most four deep")
    }
    let once = try self.steps(steps, depth: depth + 1)
    let times = try count.integer(in: 1...1000)
    guard once.count * times <= packetLimit else { throw value.problem("more than \(packetLimit) packets") }
    return (0..<times).flatMap { _ in once }
  }

  private static func modify(
    _ steps: [TraceScript.Step], _ keys: [String: YAMLValue]
  ) throws(YAMLProblem) -> [TraceScript.Step] {
    var steps = steps
    if let value = keys["after"] { steps = steps.after(.seconds(try value.duration())) }
    if let value = keys["repeated"], try value.truth() { steps = steps.repeated }
    if let value = keys["unacknowledged"], try value.truth() { steps = steps.unacknowledged }
    if let value = keys["shortened"] { steps = steps.shortened(by: try value.integer(in: 0...65_535)) }
    if let value = keys["snapped"] { steps = steps.snapped(to: try value.integer(in: 0...65_535)) }
    if let value = keys["caption"] { steps = steps.captioned(try value.text()) }
    if let value = keys["flag"] {
      if let isFlagged = try? value.truth() {
        if isFlagged { steps = steps.flagged }
      } else {
        let place = try value.integer(in: 1...max(steps.count, 1))
        steps = steps.flagging(place - 1)
      }
    }
    return steps
  }
}
