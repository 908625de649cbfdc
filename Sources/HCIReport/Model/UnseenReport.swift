public import HCIDiagnosis
import HCITrace

/// Something that a log can't show, why it can't, and how to take one that can.
public struct UnseenReport: Sendable, Equatable {
  /// What is missing.
  public var kind: Unseen.Kind
  /// The attempt's number; `nil` for what is missing of the whole capture.
  public var attempt: Int?
  /// The frame that shows that it is missing.
  public var frame: Int?
  /// What can't be told; names in it came from the air: escape it.
  public var what: String
  /// Why.
  public var why: String
  /// How to take a log that can.
  public var recipes: [Recipe] = []
  /// It bears on a verdict that is open: reports for people tell it.
  public var isNeeded = true

  /// What a log that lacks `kind` can't show.
  public init(_ kind: Unseen.Kind, attempt: Int?, what: String, why: String) {
    self.kind = kind
    self.attempt = attempt
    self.what = what
    self.why = why
  }

  init(_ unseen: Unseen) {
    self.init(unseen.kind, attempt: unseen.attempt, what: unseen.what, why: unseen.why)
    frame = unseen.at?.number
    recipes = unseen.recipes
    isNeeded = unseen.isNeeded
  }
}
