import HCITrace

/// An example of a rule of the user's: a conversation, or a capture, that the rule must speak of or must not.
struct OwnExample: Sendable {
  /// What it is made of.
  enum Content: Sendable {
    /// A conversation written in the file.
    case conversation(TraceScript)
    /// A capture beside the file, and the frames to cite.
    case capture(path: String, cites: Set<Int>)
  }

  var name: String
  /// The line on which it begins.
  var line: Int
  var triggers: Bool
  var content: Content
  /// The profile it is judged by; `nil`: the one that the source asks for.
  var profile: String?
  /// Cut short, the conversation may make the rule speak though the whole doesn't.
  var maySpeakWhenCut = false

  /// As the built-in rules have them; `nil` for a capture.
  var conversation: Example? {
    guard case .conversation(let script) = content else { return nil }
    return Example(name: name, script: script, triggers: triggers, profile: profile)
  }

  init(_ value: YAMLValue) throws(YAMLProblem) {
    let keys = try value.mapping(
      of: ["name", "triggers", "steps", "capture", "cites", "profile", "maySpeakWhenCut"])
    guard let name = keys["name"], let triggers = keys["triggers"] else {
      throw value.problem("an example has a name, triggers: true or false, and steps or a capture")
    }
    self.name = try name.prose()
    self.line = value.line
    self.triggers = try triggers.truth()
    self.maySpeakWhenCut = try keys["maySpeakWhenCut"]?.truth() ?? false
    if let profile = keys["profile"] {
      let wanted = try profile.name()
      guard Profile.builtIn[wanted] != nil else {
        throw profile.problem(
          "there is no profile “\(wanted)”" + suggestion(for: wanted, among: Profile.builtIn.keys.sorted()))
      }
      self.profile = wanted
    }
    switch (keys["steps"], keys["capture"]) {
    case (let steps?, nil):
      if let cites = keys["cites"] { throw cites.problem("flag: true on a step says what to cite") }
      let script = TraceScript(steps: try ScriptReader.steps(steps))
      if self.triggers, script.flaggedPackets.isEmpty {
        throw value.problem("a triggering example flags the packets to cite: flag: true on a step")
      }
      content = .conversation(script)
    case (nil, let capture?):
      var frames: Set<Int> = []
      for frame in try keys["cites"]?.list() ?? [] { frames.insert(try frame.integer(in: 1...1_000_000_000)) }
      if self.triggers, frames.isEmpty {
        throw value.problem("a triggering capture says which frames to cite: cites:")
      }
      content = .capture(path: try capture.name(), cites: frames)
    default: throw value.problem("an example has either steps: or capture:")
    }
  }
}
