/// A layer that `hcitrace decode` can be asked for, and the name that it has in a line.
public struct DecodeLayer: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32
  /// The layers with these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// HCI commands and events.
  public static let hci = DecodeLayer(rawValue: 1 << 0)
  /// HCI ACL data.
  public static let acl = DecodeLayer(rawValue: 1 << 1)
  /// HCI synchronous data: voice.
  public static let sco = DecodeLayer(rawValue: 1 << 2)
  /// HCI isochronous data.
  public static let iso = DecodeLayer(rawValue: 1 << 3)
  /// L2CAP: signalling and headers.
  public static let l2cap = DecodeLayer(rawValue: 1 << 4)
  /// Service discovery.
  public static let sdp = DecodeLayer(rawValue: 1 << 5)
  /// AVDTP signalling.
  public static let avdtp = DecodeLayer(rawValue: 1 << 6)
  /// Media packets.
  public static let media = DecodeLayer(rawValue: 1 << 7)
  /// AVCTP.
  public static let avctp = DecodeLayer(rawValue: 1 << 8)
  /// AVRCP.
  public static let avrcp = DecodeLayer(rawValue: 1 << 9)
  /// RFCOMM.
  public static let rfcomm = DecodeLayer(rawValue: 1 << 10)
  /// AT commands of hands-free and headset.
  public static let hfp = DecodeLayer(rawValue: 1 << 11)
  /// Security Manager.
  public static let smp = DecodeLayer(rawValue: 1 << 12)
  /// Attribute Protocol.
  public static let att = DecodeLayer(rawValue: 1 << 13)
  /// Advertising and extended inquiry response data; LE link-layer PDUs.
  public static let advertising = DecodeLayer(rawValue: 1 << 14)
  /// What the system wrote into the log: notes, adapters, management traffic, vendor diagnostics.
  public static let log = DecodeLayer(rawValue: 1 << 15)

  /// Every layer with its name, lowest first.
  public static let named: [(layer: DecodeLayer, name: StaticString)] = [
    (.hci, "hci"), (.acl, "acl"), (.sco, "sco"), (.iso, "iso"), (.l2cap, "l2cap"), (.sdp, "sdp"),
    (.avdtp, "avdtp"), (.media, "media"), (.avctp, "avctp"), (.avrcp, "avrcp"), (.rfcomm, "rfcomm"),
    (.hfp, "hfp"), (.smp, "smp"), (.att, "att"), (.advertising, "advertising"), (.log, "log"),
  ]

  /// The layer called `name`; `nil` where there is none.
  public init?(named name: some StringProtocol) {
    guard let found = Self.named.first(where: { "\($0.name)" == name.lowercased() }) else { return nil }
    self = found.layer
  }

  /// The name of the layer that the set is about: the highest; of an HCI packet HCI, whatever data it holds.
  var topName: StaticString {
    if contains(.hci) { return "hci" }
    for (layer, name) in Self.named.reversed() where contains(layer) { return name }
    return ""
  }
}
