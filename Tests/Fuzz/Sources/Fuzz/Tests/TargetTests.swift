import Testing

/// Every target takes the inputs that it begins with, and finds nothing wrong with them.
struct TargetTests {
  static let names = FuzzTarget.all.map(\.name)

  @Test func namesAreUnique() { #expect(Set(Self.names).count == Self.names.count) }

  @Test(arguments: names) func takesItsSeeds(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = try target.seeds()
    #expect(!seeds.isEmpty)
    #expect(seeds.allSatisfy { $0.count <= target.limit })
    // Some of them, from all of the samples and examples.
    for index in stride(from: 0, to: seeds.count, by: max(seeds.count / 8, 1)) {
      #expect(try target.run(seeds[index]), "seed \(index) is none of the target's")
    }
  }

  /// Inputs that were changed are the target's own, most of them, and shorter than they may be.
  @Test(arguments: names) func changesWhatItTakes(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let seeds = try target.seeds()
    var tools = MutationTools.plain(seed: 1)
    var taken = 0
    let rounds = 24
    for round in 0..<rounds {
      let seed = seeds[round * 7919 % seeds.count]
      let other = seeds[round * 104_729 % seeds.count]
      let changed =
        round % 4 == 0
        ? target.mutation.cross(seed, other, limit: target.limit, with: &tools)
        : target.mutation.change(seed, limit: target.limit, with: &tools)
      #expect(changed.count <= target.limit)
      if try target.run(changed) { taken += 1 }
    }
    #expect(taken > rounds / 2)
  }
}

extension MutationTools {
  /// Tools that change an octet or two where libFuzzer would do something cleverer.
  static func plain(seed: UInt64) -> MutationTools {
    var random = SeededGenerator(seed: seed &+ 1)
    return MutationTools(seed: seed) { octets, limit in
      var changed = Array(octets.prefix(limit))
      for _ in 0...random.below(2) where !changed.isEmpty {
        changed[random.below(changed.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      return changed
    }
  }
}
