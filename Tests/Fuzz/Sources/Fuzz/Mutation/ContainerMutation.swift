import HCITrace

/// Changes a file that captures come in: the packets inside, which are then wrapped anew, or the file's own octets.
struct ContainerMutation: Mutation {
  var container: Container

  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    guard !tools.random.once(in: 2), var packets = packets(in: input) else {
      return tools.blind(input, limit)
    }
    if tools.random.once(in: 3) {
      ListMutation.rearrange(&packets, limit: limit / 32, &tools.random)
    } else {
      let place = tools.random.below(packets.count)
      PacketMutation().change(&packets[place].bytes, packets[place].kind, with: &tools)
    }
    return wrap(packets, limit, &tools.random)
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    guard let first = packets(in: one), let second = packets(in: other) else {
      return BlindMutation().cross(one, other, limit: limit, with: &tools)
    }
    return wrap(ListMutation.splice(first, second, &tools.random), limit, &tools.random)
  }

  private func packets(in file: [UInt8]) -> [SeenPacket]? {
    guard let packets = (try? Reading.all(of: file))?.first?.packets, !packets.isEmpty else { return nil }
    return packets
  }

  /// As many of `packets` as `limit` octets of the container have room for.
  private func wrap(_ packets: [SeenPacket], _ limit: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let variant = random.below(12)
    var count = packets.count
    while true {
      let file = container.wrap(Array(packets.prefix(count)), variant: variant)
      if file.count <= limit || count == 0 { return file }
      count /= 2
    }
  }
}
