@testable import HCITrace

extension FuzzTarget {
  /// One for each container: the same packets come out of it, however it is read.
  static let containers = Container.allCases.map { container in
    FuzzTarget(
      name: container.rawValue, limit: [.bugReport, .tar, .zip].contains(container) ? 65_536 : 16_384,
      seeds: { try seeds(container) }, mutation: ContainerMutation(container: container),
      run: { input in
        var source = ByteSource(MemoryBlocks(input))
        guard container.isRecognised(as: CaptureFormat.detect(&source)) else { return false }
        try checkReading(of: input)
        return true
      })
  }

  private static func checkReading(of input: [UInt8]) throws(BrokenPromise) {
    let whole = try? Reading.all(of: input)
    let parted = try? Reading.all(of: input, chunk: max(61, input.count / 64))
    try promise(whole?.count == parted?.count, "another number of captures when read piece by piece")
    for (one, other) in zip(whole ?? [], parted ?? []) {
      try promise(one.packets == other.packets, "other packets when read piece by piece")
      try promise(
        one.facts?.frames == other.facts?.frames && one.facts?.damage == other.facts?.damage,
        "other facts when read piece by piece")
      var last = 0
      for packet in one.packets {
        // A record of a serial line may hold several.
        try promise(packet.number >= last, "frame \(packet.number) behind frame \(last)")
        try promise(
          packet.originalLength >= packet.bytes.count, "frame \(packet.number) was shorter than it is")
        last = packet.number
      }
      if let facts = one.facts {
        try promise(facts.last.map { $0.number >= last } ?? (last == 0), "packets behind the last frame")
      }
    }
  }

  /// The beginnings of some samples, in every form of the container.
  static func seeds(_ container: Container) throws -> [[UInt8]] {
    let samples = try SampleCaptures.btsnoop().compactMap { try? Reading.all(of: $0).first?.packets }
    return samples.enumerated().flatMap { number, packets in
      (0..<2).map { container.wrap(Array(packets.prefix(12 + number)), variant: (2 * number + $0) % 12) }
    }
  }
}
