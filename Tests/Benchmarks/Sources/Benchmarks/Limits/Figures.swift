/// What was measured, or may be at most, of one command on one capture.
struct Figures {
  /// Its time in times that of the loop in C over the headers of the same records.
  var ratio: Double
  /// Its greatest resident size, in megabytes.
  var memory: Double
  /// How often it asks for memory, for each packet; `nil` where that could not be counted.
  var allocations: Double?

  /// Limits for what was measured: a margin for the noise of a machine that does other things too.
  var withMargin: Figures {
    Figures(
      ratio: (ratio * 1.25).roundedUp(to: 0.1), memory: (memory * 1.1 + 1).rounded(.up),
      allocations: allocations.map { ($0 * 1.1).roundedUp(to: 0.0005) })
  }
}

extension Double {
  fileprivate func roundedUp(to step: Double) -> Double { (self / step).rounded(.up) * step }
}
