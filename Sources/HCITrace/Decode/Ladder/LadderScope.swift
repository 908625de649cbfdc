/// Which packets a ladder is about.
struct LadderScope {
  /// The attempt's first and last frame.
  let frames: ClosedRange<Int>
  /// The number of its adapter in the log.
  let adapter: Int
  /// The device at the other end, where its address is known.
  let peer: Address?
  /// The link, once there was one.
  let handle: UInt16?
  /// The address of this side, which commands about itself name.
  let own: Address?
  /// Frames that have a step whatever they are.
  let cited: Set<Int>

  /// The packets of `attempt` in `session`; those that `cited` names have a step whatever they are.
  init(_ attempt: Attempt, in session: Session, citing cited: Set<Int>) {
    frames = attempt.first.number...max(attempt.first.number, attempt.last.number)
    let known = session.adapters.indices.contains(attempt.adapter) ? session.adapters[attempt.adapter] : nil
    adapter = known?.index ?? 0
    own = known?.address?.value
    peer = attempt.peer
    handle = attempt.handle
    self.cited = cited
  }

  /// What concerns `device` is the attempt's; `nil` where the packet names none.
  func holds(_ device: Address?) -> Bool? {
    guard let device, device != own else { return nil }
    return peer.map { $0 == device } ?? (handle == nil)
  }

  /// What is of `link` is the attempt's.
  func holds(_ link: UInt16) -> Bool { link == handle }
}

extension Packet {
  /// The connection handle that the packet names where it is a command.
  var commandHandle: UInt16? {
    guard kind == .command, let command = try? HCICommandPacket(bytes),
      let offset = HCIDirectory.shared.command(command.opcode)?.parameters.handle
    else { return nil }
    var reader = command.parameters
    guard (try? reader.skip(offset)) != nil else { return nil }
    return try? reader.handle()
  }
}
