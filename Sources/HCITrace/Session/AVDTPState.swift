/// What it takes to follow one AVDTP signalling channel: messages in pieces, commands without an answer.
struct AVDTPState {
  /// As an index into ``Attempt/channels``.
  var channel: Int
  var sent = FragmentReassembler(), received = FragmentReassembler()
  /// Commands without an answer; a label may be used again before its answer, so there are at most 32.
  private var waiting: [Waiting] = []

  private struct Waiting {
    var label: UInt8
    var initiator: Direction
    var signal: AVDTPSignalIdentifier
    var exchange: Int
    var endpoints: [UInt8]
  }

  init(channel: Int) { self.channel = channel }

  mutating func ask(
    _ label: UInt8, _ signal: AVDTPSignalIdentifier, _ initiator: Direction, exchange: Int, endpoints: [UInt8]
  ) {
    waiting.removeAll { $0.label == label && $0.initiator == initiator }
    if waiting.count >= 32 { waiting.removeFirst() }
    waiting.append(
      Waiting(label: label, initiator: initiator, signal: signal, exchange: exchange, endpoints: endpoints))
  }

  /// A command with this label and signal waits for an answer in `direction`.
  func awaits(_ label: UInt8, _ signal: AVDTPSignalIdentifier, _ direction: Direction) -> Bool {
    waiting.contains { $0.label == label && $0.initiator == direction.opposite && $0.signal == signal }
  }

  /// The exchange that an answer in `direction` belongs to, and the endpoints that its command named.
  mutating func answer(
    _ label: UInt8, _ signal: AVDTPSignalIdentifier, _ direction: Direction
  ) -> (exchange: Int, endpoints: [UInt8])? {
    guard
      let index = waiting.firstIndex(where: {
        $0.label == label && $0.initiator == direction.opposite && $0.signal == signal
      })
    else { return nil }
    let found = waiting.remove(at: index)
    return (found.exchange, found.endpoints)
  }
}
