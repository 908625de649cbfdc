/// One time during which a stream carried the 440 Hz test tone and nothing else, on at least one of its channels.
public struct TestTone: Hashable, Sendable, BitwiseCopyable {
  /// The tone's frequency in hertz: the a′ of musicians.
  public static let hertz = 440

  /// Where the tone is.
  public enum Channels: String, Sendable, BitwiseCopyable {
    /// On the only channel.
    case mono
    /// On the left channel; the right one has silence, or something else.
    case left
    /// On the right channel; the left one has silence, or something else.
    case right
    /// On both.
    case both
  }

  /// Where the tone is.
  public var channels: Channels
  /// The first and the last packet that carried it.
  public var first: PacketRef, last: PacketRef
  /// For how long it sounds, in microseconds of audio; to about a tenth of a second.
  public var microseconds: Int64

  /// For how long it sounds, in seconds.
  public var seconds: Double { Double(microseconds) / 1_000_000 }
}
