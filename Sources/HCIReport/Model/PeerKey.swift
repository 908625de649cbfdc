import HCITrace

/// A peer as attempts, findings and devices refer to it: its address, compared without its text being made.
enum PeerKey: Sendable, Hashable {
  case address(Address)
  /// Something that is no address.
  case text(String)

  /// The peer that reports write as `text`.
  init(_ text: String) { self = Address(text).map(PeerKey.address) ?? .text(text) }
}
