/// What authors of rules look up: events, fields and words, as data.
public struct EventGuide: Sendable {
  /// A name and what it stands for.
  public struct Entry: Sendable {
    /// The name.
    public var name: String
    /// What it holds, or takes.
    public var values: String
    /// What it means.
    public var meaning: String
  }

  /// An event with its own fields.
  public struct Event: Sendable {
    /// The event.
    public var entry: Entry
    /// Its fields.
    public var fields: [Entry]
  }

  /// The fields that every event has.
  public let common: [Entry]
  /// All events, layer by layer.
  public let events: [Event]
  /// What may be asked of the attempt as a whole.
  public let attempt: [Entry]
  /// The words of examples.
  public let words: [Entry]

  /// Everything that rules may say.
  public init() {
    common = EventCatalogue.common.map(Entry.init)
    events = EventCatalogue.all.map { type in
      Event(
        entry: Entry(name: type.name, values: "", meaning: type.says), fields: type.fields.map(Entry.init))
    }
    attempt = AttemptField.all.map(Entry.init)
    words =
      ScriptWord.all.map { word in
        let takes = [word.main.map { "<\($0)>" }].compactMap { $0 } + word.arguments.map { "\($0):" }
        return Entry(name: word.name, values: takes.joined(separator: " "), meaning: word.says)
      }
      + [Entry(name: "repeats", values: "<times> steps:", meaning: "the same again and again")]
      + [
        Entry(
          name: "(any of them)", values: ScriptReader.modifiers.map { "\($0):" }.joined(separator: " "),
          meaning:
            "how the packets differ; flag: true marks the last, flag: 2 the second, for a finding to cite")
      ]
  }
}

extension EventGuide.Entry {
  fileprivate init(_ field: EventField) {
    self.init(name: field.name, values: field.values, meaning: field.meaning)
  }
}
