/// One thing that AVRCP, or the battery reports of HFP, told; in the order of the log.
public enum RemoteControlStep: Hashable, Sendable {
  /// A pass-through command: pressed or released, by whom.
  case passThrough(PassThroughOperation, isReleased: Bool, Direction)
  /// How playback stands, told by whom.
  case playback(PlaybackStatus, Direction)
  /// Which track plays, told by whom: at once when the other side asks to be told of changes, then at each change.
  case track(Direction)
  /// Get Play Status was asked, by whom.
  case playStatusAsked(Direction)
  /// Absolute volume (0–127) of the side that accepted it or told of it.
  case volume(UInt8, Direction)
  /// How the battery stands, told by whom.
  case battery(BatteryStatus, Direction)
  /// How full the battery is, in percent, told over HFP by whom.
  case batteryPercent(UInt8, Direction)
}
