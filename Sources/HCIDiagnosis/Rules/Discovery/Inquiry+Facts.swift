import HCITrace

extension Inquiry {
  /// Seconds that it was to run (Core Vol 4 Part E §7.1.1: units of 1.28 s).
  var duration: Double { Double(length) * 1.28 }

  /// It was begun before `ref` and not yet over.
  func isRunning(at ref: PacketRef) -> Bool {
    guard started < ref, !isRefused else { return false }
    if let completed, completed.at < ref { return false }
    if let cancelled, cancelled < ref { return false }
    return ref.seconds(since: started) <= duration + 1
  }

  /// The host ended it well before its time.
  var cancelledEarly: PacketRef? {
    guard let cancelled, completed.map({ cancelled < $0.at }) ?? true,
      cancelled.seconds(since: started) < 0.9 * duration
    else { return nil }
    return cancelled
  }
}
