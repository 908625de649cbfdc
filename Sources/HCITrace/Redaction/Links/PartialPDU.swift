/// An L2CAP PDU that comes in several ACL packets, as far as it came (Core Vol 3 Part A §7.2).
///
/// What was written anew of the packets before is gone when the next one comes. So each packet's share is what the PDU,
/// written anew from its start as if it ended there, has at its end: a PDU that is cut short is nothing special.
struct PartialPDU {
  /// What came of it, header first.
  private(set) var octets: [UInt8] = []
  /// Packets that carried it, and octets that they had before a snap length cut them.
  private var packets = 0, declared = 0

  /// Packets that one PDU is followed over. Whatever comes in more goes blank, or a PDU of many small pieces would be
  /// written anew too often.
  static let limit = 128

  /// Octets of the PDU that starts with `bytes`, its header included; `nil` before the length is there.
  static func length(_ bytes: ByteReader) -> Int? {
    var reader = bytes
    return (try? L2CAPHeader(from: &reader)).map { Int($0.length) &+ L2CAPHeader.size }
  }

  /// Adds the data of a packet that had `length` octets; `false` where their place in the PDU is not known.
  mutating func add(_ data: ByteReader, length: Int) -> Bool {
    guard octets.count == declared, packets < Self.limit, octets.count <= L2CAPReassembler.limit else {
      return false
    }
    packets &+= 1
    declared &+= length
    octets.append(copying: data.rest)
    return true
  }

  /// All of it is there.
  var isWhole: Bool { Self.length(ByteReader(octets.rawSpan)).map { $0 <= octets.count } ?? false }
}
