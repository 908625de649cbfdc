import ArgumentParser
import HCIReport

extension CompletionKind {
  /// The ids of all rules; listed once, however often a command that completes them is described.
  static let ruleIDs = CompletionKind.list(Catalogue().ids)
}
