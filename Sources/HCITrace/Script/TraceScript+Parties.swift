extension TraceScript {
  /// An end of a link.
  public enum Side: Sendable {
    /// The one whose log it is.
    case host
    /// The one at the other end.
    case speaker

    /// Which way the side's packets go in the log.
    var direction: Direction { self == .host ? .sent : .received }
    /// The other side.
    var other: Side { self == .host ? .speaker : .host }
  }

  /// A device, and the handle of the link to it.
  public struct Device: Hashable, Sendable {
    /// Its address.
    public var address: Address
    /// What it says it is.
    public var classOfDevice: ClassOfDevice
    /// Its name.
    public var name: String
    /// The connection handle of the link to it.
    public var handle: UInt16

    /// A device.
    public init(_ address: UInt64, classOfDevice: UInt32, name: String, handle: UInt16) {
      self.address = Address(raw: address)
      self.classOfDevice = ClassOfDevice(value: classOfDevice)
      self.name = name
      self.handle = handle
    }

    /// The same device on another connection handle.
    public func on(handle: UInt16) -> Self {
      var device = self
      device.handle = handle
      return device
    }

    /// The same device with another class of device.
    public func of(class classOfDevice: UInt32) -> Self {
      var device = self
      device.classOfDevice = ClassOfDevice(value: classOfDevice)
      return device
    }

    /// The same device under another name.
    public func named(_ name: String) -> Self {
      var device = self
      device.name = name
      return device
    }
  }

  /// A channel between the two ends, with the CIDs that scripts give it.
  public struct Channel: Hashable, Sendable {
    /// The protocol or service.
    public var psm: ProtocolServiceMultiplexer
    /// The end that receives on the host.
    public var hostCID: UInt16
    /// The end that receives at the speaker.
    public var speakerCID: UInt16

    /// A channel.
    public init(_ psm: ProtocolServiceMultiplexer, hostCID: UInt16, speakerCID: UInt16) {
      self.psm = psm
      self.hostCID = hostCID
      self.speakerCID = speakerCID
    }

    /// Service discovery.
    public static let sdp = Self(.sdp, hostCID: 0x0040, speakerCID: 0x0060)
    /// AVDTP signalling.
    public static let signalling = Self(.avdtp, hostCID: 0x0041, speakerCID: 0x0061)
    /// AVDTP media.
    public static let media = Self(.avdtp, hostCID: 0x0042, speakerCID: 0x0062)
    /// AVCTP: remote control.
    public static let control = Self(.avctp, hostCID: 0x0043, speakerCID: 0x0063)
    /// AVCTP browsing.
    public static let controlBrowsing = Self(.avctpBrowsing, hostCID: 0x0044, speakerCID: 0x0064)
    /// RFCOMM: hands-free.
    public static let rfcomm = Self(.rfcomm, hostCID: 0x0045, speakerCID: 0x0065)
    /// Service discovery that the other side asks for, beside our own.
    public static let sdpBack = Self(.sdp, hostCID: 0x0046, speakerCID: 0x0066)
    /// A second AVDTP signalling channel, as when both sides open one at the same time.
    public static let secondSignalling = Self(.avdtp, hostCID: 0x0047, speakerCID: 0x0067)

    /// The end of `side`.
    func cid(of side: Side) -> ChannelID { ChannelID(rawValue: side == .host ? hostCID : speakerCID) }

    /// The same channel with another PSM or service.
    public func asking(for psm: ProtocolServiceMultiplexer) -> Self {
      Self(psm, hostCID: hostCID, speakerCID: speakerCID)
    }
  }
}

/// The host whose log a script is: a smart speaker that streams to Bluetooth speakers.
public let host = TraceScript.Device(0xF0F0_A41C_2D3E, classOfDevice: 0x20041C, name: "Echo", handle: 0)
/// The Bluetooth speaker that scripts speak of unless they say otherwise.
public let speaker = TraceScript.Device(
  0xFC58_FA12_3456, classOfDevice: 0x240414, name: "SoundBox Mini", handle: 0x000B)
/// Another Bluetooth speaker.
public let secondSpeaker = TraceScript.Device(
  0xFC58_FA65_4321, classOfDevice: 0x240414, name: "SoundBox Max", handle: 0x000C)
/// A telephone.
public let telephone = TraceScript.Device(
  0x7C8B_CA11_2233, classOfDevice: 0x5A020C, name: "Phone", handle: 0x000D)
/// Headphones that have a microphone.
public let headset = TraceScript.Device(
  0x88D0_3944_5566, classOfDevice: 0x240404, name: "Headset", handle: 0x000E)
