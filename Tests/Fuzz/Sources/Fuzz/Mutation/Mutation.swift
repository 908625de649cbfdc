/// A way to change inputs so that most of them stay what they are, and their depths are reached.
protocol Mutation: Sendable {
  /// `input` with something changed, at most `limit` octets long.
  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8]
  /// Something of both, at most `limit` octets long.
  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8]
}

/// What a mutation chooses by, and changes octets with that it knows nothing of.
struct MutationTools {
  var random: SeededGenerator
  /// Changes octets blindly, to at most so many: libFuzzer, which knows what the program compared them with.
  var blind: (_ octets: [UInt8], _ limit: Int) -> [UInt8]

  init(seed: UInt64, blind: @escaping ([UInt8], Int) -> [UInt8]) {
    random = SeededGenerator(seed: seed)
    self.blind = blind
  }

  /// Octets changed blindly; they keep their number half of the time.
  mutating func changed(_ octets: [UInt8], limit: Int) -> [UInt8] {
    let changed = blind(octets, random.once(in: 2) ? max(octets.count, 1) : max(limit, 1))
    return changed
  }
}

/// Octets of which nothing is known.
struct BlindMutation: Mutation {
  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    tools.blind(input, limit)
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    let head = one.prefix(tools.random.below(one.count + 1))
    return Array((head + other.dropFirst(tools.random.below(other.count + 1))).prefix(limit))
  }
}
