import HCIDiagnosis

@testable import HCITrace

/// One protocol: its messages are read by themselves, then in a conversation that has got as far as they are said in.
struct ProtocolTarget: Sendable {
  /// The target's name.
  var name: String
  /// What goes before.
  var prelude: TraceScript
  /// The packet that carries a message.
  var step: @Sendable (_ message: Conversation.Message) -> TraceScript.Step
  /// Checks one message by itself.
  var check: @Sendable (_ bytes: [UInt8]) throws -> Void

  init(
    _ name: String, after prelude: [TraceScript.Step],
    step: @escaping @Sendable (Conversation.Message) -> TraceScript.Step,
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.name = name
    self.prelude = TraceScript(steps: prelude)
    self.step = step
    self.check = check
  }

  /// The messages of a channel; `other` is where they go elsewhere.
  init(
    _ name: String, after prelude: [TraceScript.Step], on channel: TraceScript.Channel,
    other: TraceScript.Channel? = nil, check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.init(
      name, after: prelude,
      step: { message in
        .content(
          message.bytes, on: message.isElsewhere ? other ?? channel : channel,
          by: message.isReceived ? .speaker : .host, speaker)
      }, check: check)
  }

  /// The messages of a fixed channel of BR/EDR; `other` is that of LE.
  init(
    _ name: String, onFixed channel: ChannelID, other: ChannelID,
    check: @escaping @Sendable ([UInt8]) throws -> Void
  ) {
    self.init(
      name, after: reaches(.page, initializing: false),
      step: { message in
        .acl(
          message.isReceived ? .received : .sent, handle: speaker.handle,
          cid: message.isElsewhere ? other : channel, message.bytes)
      }, check: check)
  }

  /// The fuzz target.
  var target: FuzzTarget {
    FuzzTarget(
      name: name, limit: 4_096, seeds: { try ProtocolSeeds.shared.of(name) },
      mutation: ConversationMutation(isSignalling: name == "l2cap"), run: run)
  }

  private func run(_ input: [UInt8]) throws -> Bool {
    let messages = Conversation(input).messages
    guard !messages.isEmpty else { return false }
    for message in messages { try check(message.bytes) }
    var script = prelude
    script.steps += messages.map(step)
    _ = Diagnoser().diagnose(script.session)
    for format in [DecodeOptions.Format.verbose, .json] {
      var options = DecodeOptions()
      options.format = format
      options.frames = (prelude.steps.count + 1)...Int.max
      let output = Written()
      var decoder = FrameDecoder(options) { output.take($0) }
      script.replay(into: &decoder)
      decoder.flush()
      if format == .json {
        try OutputPromises.check(json: output.bytes, isLines: true)
      } else {
        try OutputPromises.check(text: output.bytes)
      }
    }
    return true
  }
}
