/// The control field that begins every PDU of a channel in enhanced retransmission or streaming mode
/// (Core Vol 3 Part A §3.3.2). hcitrace recognises it so that what follows is not misread.
public struct EnhancedControl: WireMessage, Hashable {
  /// Which part of an SDU a PDU carries.
  public enum Segment: UInt8, Sendable, BitwiseCopyable {
    /// All of it.
    case unsegmented
    /// Its start; the SDU's length follows.
    case start
    /// Its end.
    case end
    /// A part between.
    case continuation
  }

  /// What kind of PDU it is.
  public enum Kind: Hashable, Sendable, BitwiseCopyable {
    /// Information: carries data.
    case information(Segment, transmit: UInt8)
    /// Supervisory: acknowledges or asks again. Function 0 receiver ready, 1 reject, 2 receiver not ready,
    /// 3 selective reject.
    case supervisory(function: UInt8, poll: Bool)
  }

  /// What kind of PDU it is.
  public var kind: Kind
  /// The next PDU that the sender expects.
  public var request: UInt8
  /// The final bit: answers a poll.
  public var final: Bool

  /// A control field.
  public init(_ kind: Kind, request: UInt8, final: Bool = false) {
    self.kind = kind
    self.request = request
    self.final = final
  }

  /// Reads the two octets of the standard control field.
  public init(from reader: inout ByteReader) throws(WireError) {
    let field = try reader.integer(UInt16.self)
    request = UInt8(field >> 8 & 0x3F)
    final = field & 0x80 != 0
    if field & 1 == 0 {
      kind = .information(
        Segment(rawValue: UInt8(field >> 14)) ?? .unsegmented, transmit: UInt8(field >> 1 & 0x3F))
    } else {
      kind = .supervisory(function: UInt8(field >> 2 & 0x3), poll: field & 0x10 != 0)
    }
  }

  /// Writes the two octets.
  public func encode(to writer: inout ByteWriter) {
    var field = UInt16(request & 0x3F) << 8 | (final ? 0x80 : 0)
    switch kind {
    case .information(let segment, let transmit):
      field |= UInt16(segment.rawValue) << 14 | UInt16(transmit & 0x3F) << 1
    case .supervisory(let function, let poll):
      field |= 1 | UInt16(function & 0x3) << 2 | (poll ? 0x10 : 0)
    }
    writer.integer(field)
  }
}
