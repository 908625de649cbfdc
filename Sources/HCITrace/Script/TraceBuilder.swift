/// Puts the steps of a ``TraceScript`` in a row.
@resultBuilder
public enum TraceBuilder {
  /// A single step.
  public static func buildExpression(_ step: TraceScript.Step) -> [TraceScript.Step] { [step] }
  /// What a word of the vocabulary stands for.
  public static func buildExpression(_ steps: [TraceScript.Step]) -> [TraceScript.Step] { steps }
  /// One after the other.
  public static func buildBlock(_ parts: [TraceScript.Step]...) -> [TraceScript.Step] { parts.flatMap { $0 } }
  /// A loop.
  public static func buildArray(_ parts: [[TraceScript.Step]]) -> [TraceScript.Step] { parts.flatMap { $0 } }
  /// `if` without `else`.
  public static func buildOptional(_ part: [TraceScript.Step]?) -> [TraceScript.Step] { part ?? [] }
  /// `if`.
  public static func buildEither(first part: [TraceScript.Step]) -> [TraceScript.Step] { part }
  /// `else`.
  public static func buildEither(second part: [TraceScript.Step]) -> [TraceScript.Step] { part }
}

extension TraceScript.Step {
  /// The packet comes this long after the one before it.
  public func after(_ delay: Duration) -> Self { with { $0.delay = delay } }
  /// A finding must cite the packet.
  public var flagged: Self { with { $0.isFlagged = true } }
  /// The packet carries the same identifier, label or transaction as the last of its kind: it is sent again.
  public var repeated: Self { with { $0.numbering?.isRepetition = true } }
  /// The packet carries this identifier, label or transaction, whatever it should carry.
  public func numbered(as number: UInt16) -> Self {
    let isSignalling = numbering?.layer == .signalling
    return with { $0.numbering?.fixed = isSignalling ? (UInt32(number) + 254) % 255 : UInt32(number) }
  }
  /// Packets of media are missing before it, and so much of what its timestamp counts.
  public func skipping(packets: UInt16 = 0, samples: UInt32 = 0) -> Self {
    with {
      $0.numbering?.skipped = UInt32(packets)
      $0.numbering?.skippedSamples = samples
    }
  }
  /// The controller never says that it sent the packet.
  public var unacknowledged: Self { with { $0.isAcknowledged = false } }
  /// The packet lacks its last `count` octets, as if its sender had made it too short.
  public func shortened(by count: Int) -> Self {
    with { $0.bytes.removeLast(min(max(count, 0), $0.bytes.count)) }
  }
  /// The log kept the packet's first `count` octets only.
  public func snapped(to count: Int) -> Self {
    with {
      $0.originalLength = $0.originalLength ?? $0.bytes.count
      $0.bytes = Array($0.bytes.prefix(max(count, 0)))
    }
  }
  /// What happens here, in words.
  public func captioned(_ caption: String) -> Self { with { $0.caption = caption } }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var step = self
    change(&step)
    return step
  }
}

extension [TraceScript.Step] {
  /// The first packet comes this long after the one before it.
  public func after(_ delay: Duration) -> Self { changing(startIndex) { $0.after(delay) } }
  /// A finding must cite the last packet.
  public var flagged: Self { changing(endIndex - 1) { $0.flagged } }
  /// A finding must cite the packet at `position`, counted from 0.
  public func flagging(_ position: Int) -> Self { changing(position) { $0.flagged } }
  /// The packets carry the same identifiers, labels or transactions as the last of their kind: they are sent again.
  public var repeated: Self { map(\.repeated) }
  /// The packets carry this identifier, label or transaction, whatever they should carry.
  public func numbered(as number: UInt16) -> Self { map { $0.numbered(as: number) } }
  /// Packets of media are missing before the first, and so much of what its timestamp counts.
  public func skipping(packets: UInt16 = 0, samples: UInt32 = 0) -> Self {
    changing(startIndex) { $0.skipping(packets: packets, samples: samples) }
  }
  /// The controller never says that it sent the packets.
  public var unacknowledged: Self { map(\.unacknowledged) }
  /// The last packet lacks its last `count` octets, as if its sender had made it too short.
  public func shortened(by count: Int) -> Self { changing(endIndex - 1) { $0.shortened(by: count) } }
  /// The log kept the first `count` octets only of every packet.
  public func snapped(to count: Int) -> Self { map { $0.snapped(to: count) } }
  /// What happens here, in words.
  public func captioned(_ caption: String) -> Self { changing(startIndex) { $0.captioned(caption) } }

  private func changing(_ position: Int, _ change: (Element) -> Element) -> Self {
    guard indices.contains(position) else { return self }
    var steps = self
    steps[position] = change(steps[position])
    return steps
  }
}
