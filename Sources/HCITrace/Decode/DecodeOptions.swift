/// What `hcitrace decode` shows of a capture, and how.
public struct DecodeOptions: Sendable {
  /// How a frame is written.
  public enum Format: Sendable {
    /// A line a frame.
    case text
    /// A line a frame, and every field below it.
    case verbose
    /// A JSON object a frame, each in a line of its own.
    case json
  }

  /// How frames are written.
  public var format = Format.text
  /// Only these frames.
  public var frames: ClosedRange<Int>?
  /// Only frames in which one of these layers was read.
  public var layers: DecodeLayer?
  /// Only what failed, was refused or is malformed.
  public var onlyErrors = false
  /// Only what concerns one of these devices.
  public var devices: Set<Address>?
  /// Only what concerns a device whose name, as far as it is known by then, contains this text. Beside ``devices``.
  public var deviceName: String?
  /// Lines are coloured.
  public var isColoured = false
  /// Written into every JSON object, to tell several captures apart.
  public var capture: String?
  /// Frames are handed over one by one, for somebody who watches; in large blocks otherwise.
  public var isLive = false

  /// Everything, as text.
  public init() {}

  /// Whether whatever is read is shown.
  var showsEverything: Bool {
    frames == nil && layers == nil && !onlyErrors && devices == nil && deviceName == nil
  }
}
