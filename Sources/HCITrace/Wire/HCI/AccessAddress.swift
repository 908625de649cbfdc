/// Which of the LE link layer's conversations a PDU belongs to (Core Vol 6 Part B §2.1.2).
enum AccessAddress {
  /// That of the advertising channels.
  static let advertising: UInt32 = 0x8E89_BED6
}
