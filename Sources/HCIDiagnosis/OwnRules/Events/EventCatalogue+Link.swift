import HCITrace

extension EventCatalogue {
  // MARK: Security

  private static let capability: [EventField] = [
    EventField("io", .codes(IOCapability.self, "an IO capability"), "what it can show and read"),
    EventField("bonding", .truth, "it wants the key to be kept"),
    EventField("mitm", .truth, "it wants protection against a man in the middle"),
  ]

  private static let kind = EventField(
    "kind", .choice(["command", "refused"]), "the command, or the Command Status that refused it")
  private static let refusal = EventField("status", .status, "why it was refused")

  /// Keys, PINs and passkeys are no fields: hcitrace doesn't keep them.
  static let security = [
    EventType("HCI.AuthenticationRequested", "the host asks to authenticate", kind, refusal),
    EventType("HCI.LinkKeyRequest", "the controller asks for a stored key"),
    EventType("HCI.LinkKeyRequestReply", "the host has one"),
    EventType("HCI.LinkKeyRequestNegativeReply", "the host has none"),
    EventType("HCI.PINCodeRequest", "the controller asks for a PIN"),
    EventType("HCI.PINCodeRequestReply", "the host has one"),
    EventType("HCI.PINCodeRequestNegativeReply", "the host has none"),
    EventType("HCI.IOCapabilityRequest", "the controller asks what the host can show and read"),
    EventType(
      "HCI.IOCapabilityRequestReply", "the host tells it", capability[0], capability[1], capability[2]),
    EventType(
      "HCI.IOCapabilityRequestNegativeReply", "the host doesn't pair", EventField("reason", .status, "why")),
    EventType("HCI.IOCapabilityResponse", "the peer tells it", capability[0], capability[1], capability[2]),
    EventType("HCI.UserConfirmationRequest", "the controller asks whether the user confirms"),
    EventType("HCI.UserConfirmationRequestReply", "the host confirms"),
    EventType("HCI.UserConfirmationRequestNegativeReply", "the host doesn't confirm"),
    EventType("HCI.UserPasskeyRequest", "the controller asks for a passkey"),
    EventType("HCI.UserPasskeyRequestReply", "the host has it"),
    EventType("HCI.UserPasskeyRequestNegativeReply", "the host has none"),
    EventType("HCI.UserPasskeyNotification", "the host is to show a passkey"),
    EventType("HCI.RemoteOOBDataRequest", "the controller asks for data from out of band"),
    EventType("HCI.RemoteOOBDataRequestReply", "the host has them"),
    EventType("HCI.RemoteOOBDataRequestNegativeReply", "the host has none"),
    EventType(
      "HCI.SimplePairingComplete", "Secure Simple Pairing is over",
      EventField("status", .status, "its status")),
    EventType(
      "HCI.LinkKeyNotification", "there is a new key",
      EventField("keyType", .codes(LinkKeyType.self, "a key type"), "its type, never the key")),
    EventType(
      "HCI.AuthenticationComplete", "authentication is over", EventField("status", .status, "its status")),
    EventType(
      "HCI.SetConnectionEncryption", "the host asks to encrypt", kind, refusal,
      EventField("on", .truth, "on, or off")),
    EventType(
      "HCI.EncryptionChange", "the link is encrypted, or is not", EventField("status", .status, "its status"),
      EventField("on", .truth, "encrypted from now on")),
    EventType(
      "HCI.EncryptionKeyRefreshComplete", "the key was changed", EventField("status", .status, "its status")),
    EventType(
      "HCI.ReadEncryptionKeySize", "how long the key is", EventField("status", .status, "its status"),
      EventField("size", .number("octets"), "the key's length")),
    EventType("HCI.LEEnableEncryption", "LE Enable Encryption on the BR/EDR link", kind, refusal),
    EventType("SMP.SecurityRequest", "an SMP Security Request on the BR/EDR link"),
  ]

  // MARK: The link

  static let link = [
    EventType(
      "HCI.SwitchRole", "the host asks for a role", kind, refusal,
      EventField("to", .choice(["central", "peripheral"]), "the role")),
    EventType(
      "HCI.RoleChange", "the roles change, or not", EventField("status", .status, "its status"),
      EventField("to", .choice(["central", "peripheral"]), "the role of this side")),
    EventType(
      "HCI.ModeChange", "the link changes to a power mode", EventField("status", .status, "its status"),
      EventField("mode", .codes(LinkMode.self, "a mode"), "the mode"),
      EventField("interval", .number("milliseconds"), "the sniff interval")),
    EventType(
      "HCI.LinkSupervisionTimeout", "how long the link may be silent",
      EventField("seconds", .number("seconds"), "from now on")),
    EventType(
      "HCI.ConnectionPacketTypeChanged", "which packets may be used",
      EventField("types", .number("bits"), "packet types")),
    EventType(
      "HCI.MaxSlotsChange", "how long packets may be", EventField("slots", .number("slots"), "at most")),
    EventType(
      "HCI.SynchronousConnectionComplete", "a voice link is there, or is not",
      EventField("status", .status, "its status")),
    EventType("HCI.SynchronousDisconnection", "a voice link ends", EventField("reason", .status, "why")),
    EventType("HCI.QoSViolation", "the controller can't keep what was agreed of the link's quality"),
    EventType(
      "HCI.ReadRSSI", "how strong the link is received", EventField("rssi", .number("dBm"), "as told")),
    EventType(
      "HCI.ReadTransmitPowerLevel", "how strong the controller sends",
      EventField("power", .number("dBm"), "as told")),
    EventType(
      "HCI.ReadAFHChannelMap", "which channels are used",
      EventField("channels", .number("of 79"), "channels in use")),
    EventType(
      "HCI.ReadLinkQuality", "the quality of the link, as its vendor counts",
      EventField("quality", .number("0 to 255"), "as told")),
    EventType(
      "HCI.LinkQualityReport", "a vendor's controller reports how the link fares",
      EventField("kind", .number("3: music is choppy"), "which report"),
      EventField("rssi", .number("dBm"), "how strong the link is received"),
      EventField("unusedChannels", .number("of 79"), "channels left out"),
      EventField("retransmissions", .number("packets"), "sent again since the last report")),
    EventType(
      "HCI.Disconnect", "the host asks for the end of the link", EventField("reason", .status, "why")),
    EventType(
      "HCI.DisconnectionComplete", "the link has ended", EventField("reason", .status, "why"),
      EventField("asked", .truth, "this host had asked for it")),
    EventType(
      "HCI.HardwareError", "the controller reports that it broke",
      EventField("code", .number("a vendor's code"), "what broke")),
    EventType("HCI.Reset", "the host resets its controller"),
    EventType(
      "Link.Stall", "the controller acknowledged nothing for more than 500 ms while packets waited",
      EventField("seconds", .number("seconds"), "how long"),
      EventField("full", .truth, "it could take no more packets")),
    EventType("Link.LastReceived", "the last data packet from the peer that is in the log"),
    EventType("Link.LastSent", "the last data packet to the peer that is in the log"),
    EventType(
      "Malformed", "a packet breaks the grammar of its layer",
      EventField(
        "layer",
        .choice(["hci", "acl", "l2cap", "sdp", "avdtp", "media", "avctp", "rfcomm", "advertising"]),
        "which")),
  ]
}
