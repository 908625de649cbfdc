import HCITrace

/// Changes a btsnoop capture packet by packet: whole ones come and go, layers of one change, time jumps. The headers of the
/// records are right, but for one change in sixteen.
struct CaptureMutation: Mutation {
  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    guard var capture = BTSnoopRecords(input), !capture.records.isEmpty, !tools.random.once(in: 16) else {
      return tools.blind(input, limit)
    }
    for _ in 0...tools.random.below(3) {
      guard !capture.records.isEmpty else { break }
      switch tools.random.below(10) {
      case 0...2: ListMutation.rearrange(&capture.records, limit: limit / 26, &tools.random)
      case 3: changeHeader(of: &capture, &tools.random)
      case 4: fragment(&capture, &tools.random)
      default: changePacket(of: &capture, &tools)
      }
    }
    return capture.bytes(limit: limit)
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    guard var capture = BTSnoopRecords(one), let more = BTSnoopRecords(other),
      capture.datalink == more.datalink
    else { return BlindMutation().cross(one, other, limit: limit, with: &tools) }
    let before = capture.records.last?.time ?? 0
    capture.records = ListMutation.splice(capture.records, more.records, &tools.random)
    // One conversation, as it were: time goes on.
    if tools.random.once(in: 2) { straighten(&capture, from: before) }
    return capture.bytes(limit: limit)
  }

  private func straighten(_ capture: inout BTSnoopRecords, from start: Int64) {
    var time = capture.records.first?.time ?? start
    for index in capture.records.indices {
      if capture.records[index].time < time { capture.records[index].time = time &+ 5_000 }
      time = capture.records[index].time
    }
  }

  private func changePacket(of capture: inout BTSnoopRecords, _ tools: inout MutationTools) {
    var mutation = PacketMutation()
    for _ in 0..<4 {
      let (kind, bytes) = capture.packet(tools.random.below(capture.records.count))
      guard kind == .acl, bytes.count >= 8 else { continue }
      mutation.handles.append(UInt16(bytes[0]) | UInt16(bytes[1] & 0x0F) << 8)
      mutation.channels.append(UInt16(bytes[6]) | UInt16(bytes[7]) << 8)
    }
    let place = tools.random.below(capture.records.count)
    var (kind, bytes) = capture.packet(place)
    mutation.change(&bytes, kind, with: &tools)
    capture.put(bytes, at: place)
  }

  /// What a record says beside its packet.
  private func changeHeader(of capture: inout BTSnoopRecords, _ random: inout SeededGenerator) {
    let place = random.below(capture.records.count)
    switch random.below(5) {
    case 0:
      let steps: [Int64] = [-1, 1, 1_000, 40_000, 1_000_000, 20_000_000, 3_600_000_000, -5_000_000, 1 << 55]
      let step = random.one(of: steps)
      // From here on, or once.
      for index in place..<(random.once(in: 2) ? capture.records.count : place + 1) {
        capture.records[index].time &+= step
      }
    case 1: capture.records[place].flags ^= random.one(of: [1, 2, 3, 1 << 16])
    case 2: capture.records[place].drops = UInt32(random.below(5))
    case 3: capture.records[place].originalLength = capture.records[place].bytes.count + random.below(2_000)
    default: if capture.datalink == 2001 { capture.records[place].flags = UInt32(random.below(20)) }
    }
  }

  /// Parts one ACL packet in two: start and continuation of a PDU.
  private func fragment(_ capture: inout BTSnoopRecords, _ random: inout SeededGenerator) {
    let place = random.below(capture.records.count)
    let (kind, bytes) = capture.packet(place)
    guard kind == .acl, bytes.count > 9 else { return }
    let cut = 5 + random.below(bytes.count - 5)
    let (head, tail) = (bytes[4..<cut], bytes[cut...])
    func packet(_ data: ArraySlice<UInt8>, isContinuation: Bool) -> [UInt8] {
      let flags = isContinuation ? bytes[1] & 0x0F | 0x10 : bytes[1]
      return [bytes[0], flags, UInt8(data.count & 0xFF), UInt8(truncatingIfNeeded: data.count >> 8)] + data
    }
    let record = capture.records[place]
    capture.put(packet(head, isContinuation: false), at: place)
    capture.records.insert(record, at: place + 1)
    capture.put(packet(tail, isContinuation: true), at: place + 1)
  }
}
