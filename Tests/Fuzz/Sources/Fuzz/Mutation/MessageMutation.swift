/// Changes what an L2CAP channel carries; lengths inside are put right, mostly.
struct MessageMutation {
  /// It carries L2CAP's own commands.
  var isSignalling = false

  /// Changes `message`, to at most `limit` octets.
  func change(_ message: inout [UInt8], limit: Int, with tools: inout MutationTools) {
    if tools.random.once(in: 12) {
      HostileText.put(into: &message, &tools.random)
    } else if tools.random.once(in: 8), !message.isEmpty {
      grow(&message, &tools.random)
    } else {
      message = tools.changed(message, limit: limit)
    }
    if message.count > limit { message.removeSubrange(limit...) }
    guard !tools.random.once(in: 6) else { return }
    if isSignalling { correctSignalling(&message) } else { correctSDP(&message) }
  }

  /// A part of it once more behind itself: lists get longer, elements nest deeper.
  private func grow(_ message: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.below(message.count)
    let end = min(message.count, place + 1 + random.below(24))
    let part = Array(message[place..<end])
    for _ in 0..<(1 + random.below(12)) { message.insert(contentsOf: part, at: end) }
  }

  /// Code, identifier, length, data (Core Vol 3 Part A §4).
  private func correctSignalling(_ message: inout [UInt8]) {
    guard message.count >= 4 else { return }
    let length = message.count - 4
    (message[2], message[3]) = (UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8))
  }

  /// Identifier, transaction, length, parameters (Core Vol 3 Part B §4.2), where it looks like that; of answers with
  /// attributes also how many octets these have, before one octet of continuation.
  private func correctSDP(_ message: inout [UInt8]) {
    guard message.count >= 8, (1...7).contains(message[0]), message[3] <= 8 else { return }
    let length = message.count - 5
    (message[3], message[4]) = (UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length))
    guard message[0] == 5 || message[0] == 7 else { return }
    let state = Int(message.suffix(17).lastIndex { $0 == 0 || Int($0) <= 16 }.map { message.count - $0 } ?? 1)
    let count = max(length - 2 - state, 0)
    (message[5], message[6]) = (UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count))
  }
}
