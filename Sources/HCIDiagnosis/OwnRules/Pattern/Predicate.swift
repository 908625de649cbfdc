/// What a field must be.
indirect enum Predicate: Sendable {
  /// It is there, or isn't.
  case exists(Bool)
  /// It is this.
  case number(Double)
  case truth(Bool)
  /// The letters' case doesn't count.
  case text(String)
  /// It compares so with a number.
  case compares(Comparison, Double)
  /// It compares so with what an earlier step said.
  case refers(Comparison, FieldReference)
  /// It holds this text.
  case contains(String)
  /// It is as the pattern of `*` and `?` says.
  case matches(String)
  /// One of them holds.
  case any([Predicate])
  /// All of them hold.
  case all([Predicate])
  case not(Predicate)

  /// How two values compare.
  enum Comparison: String, Sendable, CaseIterable {
    case equal = "==", notEqual = "!="
    case atLeast = ">=", atMost = "<="
    case above = ">", below = "<"

    func holds(_ one: Double, _ other: Double) -> Bool {
      switch self {
      case .equal: one == other
      case .notEqual: one != other
      case .atLeast: one >= other
      case .atMost: one <= other
      case .above: one > other
      case .below: one < other
      }
    }
  }

  /// It holds of `value`; `lookUp` tells what earlier steps said. What isn't there is nothing in particular: only
  /// `not` and `exists: false` hold of it.
  func holds(of value: FieldValue?, _ lookUp: (FieldReference) -> FieldValue?) -> Bool {
    switch self {
    case .exists(let isThere): return (value != nil) == isThere
    case .number(let number): return value?.number == number
    case .truth(let truth): return value == .truth(truth)
    case .text(let text): return value?.text?.lowercased() == text.lowercased()
    case .compares(let comparison, let number):
      return value?.number.map { comparison.holds($0, number) } ?? false
    case .refers(let comparison, let reference):
      guard let value, let other = lookUp(reference) else { return false }
      if let one = value.number, let two = other.number { return comparison.holds(one, two) }
      switch comparison {
      case .equal: return value == other || (value.text != nil && value.text == other.text)
      case .notEqual: return value != other && (value.text == nil || value.text != other.text)
      default: return false
      }
    case .contains(let part): return value?.text?.lowercased().contains(part.lowercased()) ?? false
    case .matches(let pattern): return value?.text?.matches(glob: pattern) ?? false
    case .any(let some): return some.contains { $0.holds(of: value, lookUp) }
    case .all(let all): return all.allSatisfy { $0.holds(of: value, lookUp) }
    case .not(let other): return !other.holds(of: value, lookUp)
    }
  }
}

/// A field of an event that an earlier step of the rule found.
struct FieldReference: Hashable, Sendable {
  /// The step, as its place among the rule's named steps; ``attempt`` for the attempt as a whole.
  var slot: Int
  /// The field.
  var field: String

  /// Stands for a step where the attempt is meant.
  static let attempt = -1
}

extension StringProtocol {
  /// It is as `glob` says, in which `*` stands for any text and `?` for one character; the letters' case doesn't count.
  func matches(glob: String) -> Bool {
    let text = Array(lowercased().unicodeScalars), glob = Array(glob.lowercased().unicodeScalars)
    var position = 0, place = 0
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < glob.count, glob[place] == "*" {
        star = (place, position)
        place += 1
      } else if place < glob.count, glob[place] == "?" || glob[place] == text[position] {
        position += 1
        place += 1
      } else if let last = star {
        place = last.place + 1
        position = last.position + 1
        star = (last.place, position)
      } else {
        return false
      }
    }
    return glob[place...].allSatisfy { $0 == "*" }
  }
}
