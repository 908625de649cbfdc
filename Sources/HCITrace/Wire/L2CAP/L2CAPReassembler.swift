/// Puts L2CAP PDUs together that span several ACL packets (Core Vol 3 Part A §7.2), for one link and direction.
///
/// A PDU inside one packet is not copied: ``add(_:length:isStart:at:)`` says ``Step/whole``, and the caller reads it in place.
/// Otherwise its bytes are collected in one buffer, never longer than ``limit``, which is lent out with ``take()``
/// and handed back with ``recycle(_:)`` so that it is allocated once.
public struct L2CAPReassembler: Sendable {
  /// The longest PDU there can be: its header and 65,535 octets.
  public static let limit = 65_535 + L2CAPHeader.size

  /// PDUs are seldom longer than this.
  private static let usual = 4_096

  /// What a fragment led to.
  public enum Step: Hashable, Sendable, BitwiseCopyable {
    /// The PDU lies in this fragment alone.
    case whole
    /// More fragments must follow, or this one was dropped: see ``L2CAPReassembler/problem``.
    case incomplete
    /// The PDU is complete; its bytes are lent out by ``L2CAPReassembler/take()``. `first` is where it began.
    case assembled(first: PacketRef)
  }

  /// What was wrong with a fragment.
  public enum Problem: Hashable, Sendable, BitwiseCopyable {
    /// A continuation, and nothing to continue. It was dropped. Normal once, where a capture begins.
    case continuationWithoutStart
    /// A start, while the PDU that began at `first` still lacked octets. The older PDU was dropped.
    case startWhileIncomplete(first: PacketRef, missing: Int)
    /// `excess` octets more than the PDU's length. They were left out.
    case tooLong(excess: Int)
    /// Less than a header, in a PDU that no continuation completed.
    case noHeader

    /// The problem in words.
    public var description: String {
      switch self {
      case .continuationWithoutStart: "continuation of a PDU whose start is not in the capture"
      case .startWhileIncomplete(let first, let missing):
        "a new PDU starts while the one of frame \(first.number) lacks \(missing) bytes"
      case .tooLong(let excess): "\(excess) bytes more than the L2CAP length"
      case .noHeader: "shorter than an L2CAP header"
      }
    }
  }

  /// What was wrong with the fragment that was added last.
  public private(set) var problem: Problem?

  private var buffer: [UInt8] = []
  /// Octets of the PDU that were declared so far, kept or not.
  private var received = 0
  /// Octets the PDU has in all; `nil` before its header is complete.
  private var expected: Int?
  private var first: PacketRef?

  /// A reassembler with nothing in it.
  public init() {}

  /// Octets of memory that it holds.
  public var octets: Int { buffer.capacity }
  /// Whether a PDU has begun and lacks octets.
  public var isIncomplete: Bool { first != nil }

  /// Adds the data of one ACL packet.
  ///
  /// - Parameters:
  ///   - fragment: the octets that the capture kept.
  ///   - length: the octets that the packet had; more than `fragment` holds where a snap length cut it.
  ///   - isStart: whether the packet boundary flag says that a PDU starts here.
  ///   - ref: the packet.
  @inline(__always)
  public mutating func add(_ fragment: RawSpan, length: Int, isStart: Bool, at ref: PacketRef) -> Step {
    // Nearly every PDU comes in one packet.
    if isStart, first == nil, problem == nil, length == Self.pduLength(fragment) { return .whole }
    problem = nil
    return collect(fragment, length: length, isStart: isStart, at: ref)
  }

  private mutating func collect(_ fragment: RawSpan, length: Int, isStart: Bool, at ref: PacketRef) -> Step {
    guard isStart else { return proceed(with: fragment, length: length) }
    if let first {
      problem = .startWhileIncomplete(first: first, missing: (expected ?? L2CAPHeader.size) &- received)
      reset()
    }
    if let pduLength = Self.pduLength(fragment), length >= pduLength {
      if length > pduLength { problem = problem ?? .tooLong(excess: length &- pduLength) }
      return .whole
    }
    begin(with: fragment, length: length, at: ref)
    return .incomplete
  }

  /// Lends the bytes of the assembled PDU, header first, as much of them as the capture kept.
  public mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &buffer)
    return taken
  }

  /// Takes the lent buffer back, to use it again.
  public mutating func recycle(_ taken: consuming [UInt8]) {
    guard first == nil else { return }
    buffer = taken
    buffer.removeAll(keepingCapacity: true)
  }

  /// Forgets a PDU that has begun: the link is gone.
  public mutating func reset() {
    first = nil
    expected = nil
    received = 0
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func begin(with fragment: RawSpan, length: Int, at ref: PacketRef) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(copying: fragment)
    first = ref
    received = length
    expected = Self.pduLength(fragment)
    // What is longer may never come: it gets its memory as it does.
    if let expected { buffer.reserveCapacity(min(expected, Self.usual)) }
  }

  private mutating func proceed(with fragment: RawSpan, length: Int) -> Step {
    guard let start = first else {
      problem = .continuationWithoutStart
      return .incomplete
    }
    // After a hole that a snap length left, what follows cannot be placed: the PDU keeps only what came before it.
    if buffer.count == received {
      let room = expected.map { max(0, $0 &- received) } ?? fragment.byteCount
      buffer.append(copying: fragment.extracting(first: room))
    }
    received = received &+ length
    expected = expected ?? Self.pduLength(buffer.rawSpan)
    guard let expected else {
      // Fewer octets than a header, and the capture kept less than the packets had: nothing can be read.
      if received >= L2CAPHeader.size {
        problem = .noHeader
        reset()
      }
      return .incomplete
    }
    guard received >= expected else { return .incomplete }
    if received > expected { problem = .tooLong(excess: received &- expected) }
    if buffer.count > expected { buffer.removeLast(buffer.count &- expected) }
    first = nil
    self.expected = nil
    received = 0
    return .assembled(first: start)
  }

  /// Octets of the PDU that starts with `bytes`, its header included; `nil` before the length is there.
  @inline(__always)
  private static func pduLength(_ bytes: RawSpan) -> Int? {
    let reader = ByteReader(bytes)
    guard let low = reader.peek(), let high = reader.peek(1), reader.remaining >= L2CAPHeader.size else {
      return nil
    }
    return Int(UInt16(high) << 8 | UInt16(low)) &+ L2CAPHeader.size
  }
}
