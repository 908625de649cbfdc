/// Puts messages of AVDTP signalling or AVCTP together that span several packets (AVDTP 1.3 §8.4.2; AVCTP 1.4 §6.1),
/// for one channel and direction. Both begin alike: label, packet type and message type in one octet, and in the first of
/// several packets their number.
///
/// A message in one packet is not copied. The bytes of an assembled one are those that it would have in a single
/// packet, so that it is read in the same way.
public struct FragmentReassembler: Sendable {
  /// The longest message that is put together, in octets. The longest that is known, an endpoint with every category,
  /// has less than 2,000.
  public static let limit = 8_192

  /// What a packet led to.
  public enum Step: Hashable, Sendable, BitwiseCopyable {
    /// The message lies in this packet alone.
    case whole
    /// More packets must follow, or this one was dropped: see ``FragmentReassembler/problem``.
    case incomplete
    /// The message is complete; its bytes are lent out by ``FragmentReassembler/take()``. `first` is where it began.
    case assembled(first: PacketRef)
  }

  /// What was wrong with a packet.
  public enum Problem: Hashable, Sendable, BitwiseCopyable {
    /// A continuation or end, and nothing to continue. It was dropped.
    case continuationWithoutStart
    /// A single packet or a start, while the message that began at `first` was incomplete. The older one was dropped.
    case startWhileIncomplete(first: PacketRef)
    /// A continuation with another label or message type than the message that began at `first`. Both were dropped.
    case foreignContinuation(first: PacketRef)
    /// The message ended after `received` packets; its start said `declared`.
    case wrongCount(declared: Int, received: Int)
    /// The message grew beyond ``FragmentReassembler/limit``. It was dropped.
    case tooLong

    /// The problem in words.
    public var description: String {
      switch self {
      case .continuationWithoutStart: "continuation of a message whose start is not in the capture"
      case .startWhileIncomplete(let first):
        "a new message starts while the one of frame \(first.number) is incomplete"
      case .foreignContinuation(let first):
        "continuation with another label or type than the message of frame \(first.number)"
      case .wrongCount(let declared, let received): "\(received) packets of a message that said \(declared)"
      case .tooLong: "longer than \(FragmentReassembler.limit) bytes"
      }
    }
  }

  /// What was wrong with the packet that was added last.
  public private(set) var problem: Problem?

  /// Octets of memory that it holds.
  public var octets: Int { buffer.capacity }

  private var buffer: [UInt8] = []
  private var first: PacketRef?
  private var declared = 0
  private var received = 0

  /// A reassembler with nothing in it.
  public init() {}

  /// Adds one packet: the payload of an L2CAP PDU. Throws where it is too short for its own header.
  public mutating func add(_ packet: ByteReader, at ref: PacketRef) throws(WireError) -> Step {
    problem = nil
    var reader = packet
    let octet = try reader.bigEndian(UInt8.self)
    switch FragmentType(rawValue: octet >> 2 & 0x3) ?? .single {
    case .single:
      drop()
      return .whole
    case .start:
      let count = Int(try reader.bigEndian(UInt8.self))
      drop()
      first = ref
      declared = count
      received = 1
      buffer.append(octet & 0xF3)
      buffer.append(copying: reader.rest.extracting(first: Self.limit))
      return .incomplete
    case .continue:
      _ = proceed(octet, reader)
      return .incomplete
    case .end:
      guard let start = proceed(octet, reader) else { return .incomplete }
      if received != declared { problem = .wrongCount(declared: declared, received: received) }
      first = nil
      return .assembled(first: start)
    }
  }

  /// Lends the bytes of the assembled message, header first.
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

  /// Forgets a message that has begun: the channel is gone.
  public mutating func reset() {
    first = nil
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func drop() {
    if let first { problem = .startWhileIncomplete(first: first) }
    reset()
  }

  /// Appends what a continuation holds, and says where the message began; `nil` where it is dropped.
  private mutating func proceed(_ octet: UInt8, _ reader: ByteReader) -> PacketRef? {
    guard let start = first else {
      problem = .continuationWithoutStart
      return nil
    }
    guard octet & 0xF3 == buffer.first else {
      problem = .foreignContinuation(first: start)
      reset()
      return nil
    }
    guard buffer.count &+ reader.remaining <= Self.limit else {
      problem = .tooLong
      reset()
      return nil
    }
    received &+= 1
    buffer.append(copying: reader.rest)
    return start
  }
}
