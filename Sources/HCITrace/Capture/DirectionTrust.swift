/// Whether what a capture says of directions can be believed. Commands and events go one way only; a writer that gets
/// theirs wrong gets those of data wrong too.
struct DirectionTrust {
  /// How often commands and events were said to go their way, less how often the other way.
  private var commands = 0, events = 0

  /// Which way a packet goes that the capture says goes `told`: the other way where commands and events both do,
  /// unknown where only one of them does (a writer that says the same of every packet).
  @inline(__always)
  mutating func direction(of kind: PacketKind, told: Direction?) -> Direction? {
    switch kind {
    case .command:
      commands &+= told.map { $0 == .sent ? 1 : -1 } ?? 0
      return .sent
    case .event:
      events &+= told.map { $0 == .received ? 1 : -1 } ?? 0
      return .received
    default:
      if commands >= 0, events >= 0 { return told }
      return commands < 0 && events < 0 ? told?.opposite : nil
    }
  }
}
