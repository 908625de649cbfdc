/// The control plane of one attempt as a sequence of messages between three parties: what a sequence diagram shows.
public struct Ladder: Sendable {
  /// The messages, in the order of the capture.
  public internal(set) var steps: [Step] = []
  /// What happened and has no step, because it tells nothing of the attempt: how many packets of each kind.
  public internal(set) var hidden: [Hidden: Int] = [:]
  /// Steps that were left out of the middle, because there were more than ``mostSteps``.
  public internal(set) var leftOut = 0

  /// Nobody reads more steps than these.
  public static let mostSteps = 4_000

  /// Who sends messages and gets them.
  public enum Lane: String, Sendable, CaseIterable {
    /// The host of the log.
    case host
    /// Its controller.
    case controller
    /// The device at the other end of the link.
    case peer
  }

  /// One message, or several that are told together.
  public struct Step: Sendable {
    /// The first of its packets.
    public var at: PacketRef
    /// Who sent it, and to whom.
    public var from: Lane, to: Lane
    /// The layer whose message it is, in capitals: "HCI", "L2CAP", "AVDTP".
    public var layer: String
    /// What it says, without what the ladder says anyway. It is escaped.
    public var label: String
    /// It failed, refused something, or makes no sense.
    public var isFailure = false
    /// The question that it answers.
    public var question: PacketRef?
    /// It stands for several packets; `nil` for a message of its own.
    public var fold: Fold?
  }

  /// Packets that are told together.
  public struct Fold: Sendable {
    /// What they are.
    public var flow: Flow
    /// How many.
    public var count: Int
    /// The last of them.
    public var last: PacketRef
  }

  /// What is told in one step, however much of it there is.
  public enum Flow: String, Sendable, CaseIterable {
    /// Media packets of a stream.
    case media
    /// Voice.
    case voice
    /// AVCTP and AVRCP.
    case remoteControl = "remote-control"
    /// RFCOMM and what it carries.
    case handsFree = "hands-free"
    /// The Attribute Protocol.
    case attributes
    /// Changes between active and sniff mode.
    case powerModes = "power-modes"
    /// L2CAP echoes.
    case echoes
    /// Channels that nothing is known of.
    case data
    /// Messages that say the same as the one before.
    case repetition
    /// Steps that were left out.
    case leftOut = "left-out"
  }

  /// What has no step.
  public enum Hidden: String, Sendable, CaseIterable {
    /// Number Of Completed Packets.
    case credits
    /// Command Status and Command Complete that say yes.
    case answers
    /// Commands and events about the controller, about LE, or of a vendor.
    case settings
    /// Packets that hold a part of a message; the message has its step where it is complete.
    case parts
    /// Notes of the log.
    case notes
  }
}

extension Ladder {
  /// Adds `packets` of `flow` to what is told of them since the last message, or begins to tell them.
  mutating func fold(_ flow: Flow, at ref: PacketRef, from: Lane, to: Lane, layer: String, count: Int = 1) {
    for index in steps.indices.reversed() {
      guard let fold = steps[index].fold else { break }
      guard fold.flow == flow else { continue }
      steps[index].fold?.count += count
      steps[index].fold?.last = ref
      return
    }
    append(
      Step(
        at: ref, from: from, to: to, layer: layer, label: "", fold: Fold(flow: flow, count: count, last: ref))
    )
  }

  /// Adds a message; where it says what the two before it do, to what is told of those.
  mutating func add(_ step: Step, isCited: Bool) {
    guard !isCited, !step.isFailure, repeats(step) else { return append(step) }
    fold(.repetition, at: step.at, from: step.from, to: step.to, layer: step.layer)
  }

  private func repeats(_ step: Step) -> Bool {
    var same = 0
    for earlier in steps.reversed() {
      if earlier.fold?.flow == .repetition, earlier.from == step.from { continue }
      guard earlier.fold == nil, earlier.from == step.from, earlier.layer == step.layer,
        earlier.title == step.title
      else { return false }
      same += 1
      if same == 2 { return true }
    }
    return false
  }

  private mutating func append(_ step: Step) {
    steps.append(step)
    if steps.count >= Self.mostSteps { thin() }
  }

  /// Leaves the middle out: how an attempt began and how it ended tell most.
  private mutating func thin() {
    let kept = Self.mostSteps / 4
    let middle = kept..<(steps.count - kept)
    guard let first = steps[middle].first, let last = steps[middle].last else { return }
    let gone = steps[middle].reduce(0) { sum, step in
      sum + (step.fold?.flow == .leftOut ? 0 : 1)
    }
    leftOut += gone
    let elision = Step(
      at: first.at, from: first.from, to: first.to, layer: "", label: "",
      fold: Fold(flow: .leftOut, count: leftOut, last: last.fold?.last ?? last.at))
    steps.replaceSubrange(middle, with: CollectionOfOne(elision))
  }
}

extension Ladder.Step {
  /// What it is, without its particulars.
  fileprivate var title: Substring { label.prefix { $0 != "," } }
}
