/// Reads the packets of one attempt, and tells its messages.
///
/// What a packet says is asked of the ``FrameDecoder``; here it is decided which packets are the attempt's, which of them
/// have a step, and which question each answers.
struct LadderReader: ~Copyable, PacketConsumer {
  private var decoder: FrameDecoder
  private var ladder = Ladder()
  private let scope: LadderScope
  /// Commands whose answer has not come, and whether the attempt's.
  private var commands: [HCIOpcode: Bool] = [:]
  /// Questions, each with the last packet that asked it.
  private var questions: [Question: PacketRef] = [:]

  /// What a question is told apart by.
  private enum Question: Hashable {
    case command(HCIOpcode)
    case event(HCIEventCode)
    case message(DecodeLayer, Transaction, Direction)
  }

  /// A reader of the packets in `scope`.
  init(_ scope: LadderScope) {
    self.scope = scope
    var options = DecodeOptions()
    options.frames = scope.frames
    decoder = FrameDecoder(options) { _ in }
  }

  /// What was told.
  consuming func finish() -> Ladder { ladder }

  /// Takes one packet.
  mutating func consume(_ packet: borrowing Packet) {
    guard packet.ref.number <= scope.frames.upperBound else { return }
    decoder.read(packet)
    guard packet.ref.number >= scope.frames.lowerBound, Int(packet.adapter) == scope.adapter else { return }
    let isCited = scope.cited.contains(packet.ref.number)
    switch packet.kind {
    case .command: command(packet, isCited)
    case .event: event(packet, isCited)
    case .acl, .synchronous: data(packet, isCited)
    case .control, .note, .diagnostic, .iso, .linkLayer, .unknown:
      if isCited || decoder.isFailure { tell(.controller, .host, isCited) } else { hide(.notes) }
    }
  }

  /// The packet is the attempt's, by the device or the link that it names; `nil` where it names none.
  private func isOwn(_ packet: borrowing Packet) -> Bool? {
    scope.holds(decoder.peer) ?? (packet.handle ?? packet.commandHandle).map(scope.holds)
  }

  // MARK: HCI

  private mutating func command(_ packet: borrowing Packet, _ isCited: Bool) {
    guard let opcode = (try? HCICommandPacket(packet.bytes))?.opcode else { return }
    let isOwn = isOwn(packet) ?? opcode.concernsAttempts
    commands[opcode] = isOwn
    guard isOwn || isCited else { return }
    questions[.command(opcode)] = packet.ref
    let question = HCIDialogue.event(answeredBy: opcode).flatMap { questions[.event($0)] }
    if isCited || decoder.isFailure || opcode.isToldAlone {
      tell(.host, .controller, isCited, question)
    } else if opcode.changesPowerMode {
      fold(.powerModes, .host, .controller)
    } else {
      hide(.settings)
    }
  }

  private mutating func event(_ packet: borrowing Packet, _ isCited: Bool) {
    guard let event = try? HCIEventPacket(packet.bytes) else { return }
    let answered = event.answeredCommand
    let isOwn = answered.map { commands[$0] ?? false } ?? isOwn(packet) ?? event.code.concernsAttempts
    guard isOwn || isCited else { return }
    let ended = HCIDialogue.commands(endedBy: event.code)
    let question = answered ?? ended.first { questions[.command($0)] != nil }
    questions[.event(event.code)] = packet.ref
    if isCited || decoder.isFailure {
      tell(.controller, .host, isCited, question.flatMap { questions[.command($0)] })
    } else if answered != nil {
      hide(.answers)
    } else if event.code == .numberOfCompletedPackets {
      hide(.credits)
    } else if event.code.changesPowerMode {
      fold(.powerModes, .controller, .host)
    } else if event.code.isToldAlone {
      tell(.controller, .host, isCited, question.flatMap { questions[.command($0)] })
      // Encryption may change, and roles, without anybody asking once more.
      if let question { questions[.command(question)] = nil }
    } else {
      hide(.settings)
    }
  }

  // MARK: Data

  private mutating func data(_ packet: borrowing Packet, _ isCited: Bool) {
    guard isOwn(packet) ?? false || isCited else { return }
    let isSent = decoder.direction != .received
    let (from, to): (Ladder.Lane, Ladder.Lane) = isSent ? (.host, .peer) : (.peer, .host)
    if isCited || decoder.isFailure || decoder.isToldAlone {
      tell(from, to, isCited, question(isSent ? .sent : .received))
    } else if let flow = decoder.flow {
      fold(flow, from, to)
    } else {
      hide(.parts)
    }
  }

  /// The question that the packet answers; a question is noted.
  private mutating func question(_ direction: Direction) -> PacketRef? {
    guard var transaction = decoder.transaction else { return nil }
    let isAnswer = transaction.isAnswer
    transaction.isAnswer = false
    let asker = isAnswer ? direction.opposite : direction
    let question = Question.message(decoder.layers, transaction, asker)
    if isAnswer { return questions[question] }
    questions[question] = decoder.ref
    return nil
  }

  // MARK: Steps

  private mutating func tell(
    _ from: Ladder.Lane, _ to: Ladder.Lane, _ isCited: Bool, _ question: PacketRef? = nil
  ) {
    ladder.add(
      Ladder.Step(
        at: decoder.ref, from: from, to: to, layer: decoder.layers.topName.capitals,
        label: decoder.label(leavingOut: scope.peer), isFailure: decoder.isFailure, question: question),
      isCited: isCited)
  }

  private mutating func fold(_ flow: Ladder.Flow, _ from: Ladder.Lane, _ to: Ladder.Lane) {
    ladder.fold(flow, at: decoder.ref, from: from, to: to, layer: decoder.layers.topName.capitals)
  }

  private mutating func hide(_ hidden: Ladder.Hidden) { ladder.hidden[hidden, default: 0] += 1 }
}
