/// The kinds of ACL packets that a link may use: the bit field of Connection Packet Type Changed (Core Vol 4 Part E
/// §7.1.14), in which the bits of EDR packets forbid.
struct PacketTypes {
  private struct Kind {
    var name: String
    var bit: UInt16
    var isEnhanced: Bool
    var slots: Int
    /// Octets of user payload (Core Vol 2 Part B §6.5.4, §6.7).
    var payload: Int
  }

  private static let kinds = [
    Kind(name: "DM1", bit: 0x0008, isEnhanced: false, slots: 1, payload: 17),
    Kind(name: "DH1", bit: 0x0010, isEnhanced: false, slots: 1, payload: 27),
    Kind(name: "DM3", bit: 0x0400, isEnhanced: false, slots: 3, payload: 121),
    Kind(name: "DH3", bit: 0x0800, isEnhanced: false, slots: 3, payload: 183),
    Kind(name: "DM5", bit: 0x4000, isEnhanced: false, slots: 5, payload: 224),
    Kind(name: "DH5", bit: 0x8000, isEnhanced: false, slots: 5, payload: 339),
    Kind(name: "2-DH1", bit: 0x0002, isEnhanced: true, slots: 1, payload: 54),
    Kind(name: "3-DH1", bit: 0x0004, isEnhanced: true, slots: 1, payload: 83),
    Kind(name: "2-DH3", bit: 0x0100, isEnhanced: true, slots: 3, payload: 367),
    Kind(name: "3-DH3", bit: 0x0200, isEnhanced: true, slots: 3, payload: 552),
    Kind(name: "2-DH5", bit: 0x1000, isEnhanced: true, slots: 5, payload: 679),
    Kind(name: "3-DH5", bit: 0x2000, isEnhanced: true, slots: 5, payload: 1021),
  ]

  private let allowed: [Kind]

  /// What `field` allows, in packets of at most `slots` slots. DM1 may always be used.
  init(field: UInt16, slots: UInt8?) {
    allowed = Self.kinds.filter { kind in
      guard kind.slots <= Int(slots ?? 5) else { return false }
      return kind.isEnhanced ? field & kind.bit == 0 : field & kind.bit != 0 || kind.name == "DM1"
    }
  }

  /// Their names.
  var names: [String] { allowed.map(\.name) }
  /// EDR may be used.
  var areEnhanced: Bool { allowed.contains(where: \.isEnhanced) }

  /// Bits per second that the best of them carries one way, when the other side answers in one slot.
  var bitRate: Int {
    allowed.map { $0.payload * 8 * 1_600 / ($0.slots + 1) }.max() ?? 0
  }
}
