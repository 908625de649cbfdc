import HCITrace

/// A sentence with places that this capture's own values fill.
struct Message: Sendable {
  /// What stands in it, part by part.
  enum Part: Sendable {
    case text(String)
    /// A field of what a step found.
    case field(FieldReference, unit: String?)
    /// The side that sent what a step found: "the source".
    case side(slot: Int)
    /// The time from one step to another.
    case time(from: Int, to: Int)
    case word(Word)
  }

  /// What is known of every attempt.
  enum Word: String, Sendable, CaseIterable {
    /// The peer's name or address; the side of the log and the other one by their roles.
    case peer, here, there
    /// The attempt's number.
    case attempt
  }

  /// Characters of a message at most.
  static let limit = 600

  var parts: [Part]

  /// The sentence for one match.
  func text(_ match: Matcher.Match, _ matcher: Matcher, _ context: Context) -> String {
    let (stream, attempt) = (matcher.stream, matcher.attempt)
    let sides = context.assessment(of: attempt)
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .field(let reference, let unit):
        text += matcher.value(of: reference, in: match).map { $0.shown(in: unit) } ?? "?"
      case .side(let slot):
        text += match.slots[slot].flatMap { stream.events[$0].by }.map { sides.side($0) } ?? "somebody"
      case .time(let from, let to):
        if let from = match.slots[from], let to = match.slots[to] {
          text += stream.events[to].at.seconds(since: stream.events[from].at).inSeconds
        } else {
          text += "?"
        }
      case .word(.peer): text += context.deviceName(of: attempt)
      case .word(.here): text += sides.here
      case .word(.there): text += sides.there
      case .word(.attempt): text += "\(attempt.number)"
      }
      if text.count > Self.limit { return String(text.prefix(Self.limit - 1)) + "…" }
    }
    return text
  }
}

extension FieldValue {
  /// As a sentence shows it; seconds as people write them.
  fileprivate func shown(in unit: String?) -> String {
    if unit == "seconds", case .number(let seconds) = self { return seconds.inSeconds }
    return shown
  }
}
