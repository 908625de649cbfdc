/// Something that hostile bytes are given to, over and over.
struct FuzzTarget: Sendable {
  /// Its name: `make fuzz TARGET=name`, and the folder of what was found.
  var name: String
  /// Octets of an input at most.
  var limit: Int
  /// Inputs to begin with, as good as they come.
  var seeds: @Sendable () throws -> [[UInt8]]
  /// How inputs are changed so that they stay what they are, mostly.
  var mutation: any Mutation
  /// Does with an input what hcitrace does; `false` where it is none of this target's.
  ///
  /// What is wrong shows as a trap, or as a ``BrokenPromise``.
  var run: @Sendable (_ input: [UInt8]) throws -> Bool

  /// Every target, in the order in which they take turns.
  static let all: [FuzzTarget] = wholeCaptures + [redaction] + containers + protocols + userFiles

  /// The target called `name`.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
