import Foundation

extension Results {
  /// All that was measured; a limit stands beside what it bounds.
  func table(_ limits: Limits?) -> String {
    var table = Table([
      "command", "time", "× C loop", "Mpackets/s", "MB/s", "memory", "allocations/packet",
    ])
    let size = Double(subject.size)
    for measurement in measurements {
      let figures = measurement.figures
      let limit = limits?[key(measurement)]
      table.add([
        measurement.command.rawValue,
        measurement.seconds.time,
        bounded(figures.ratio, limit?.ratio, "%.2f", "%.1f"),
        String(format: "%.2f", Double(packets) / measurement.seconds / 1e6),
        String(format: "%.0f", size / measurement.seconds / 1e6),
        bounded(figures.memory, limit?.memory, "%.1f", "%.0f") + " MB",
        figures.allocations.map { bounded($0, limit?.allocations, "%.4f", "%.4f") } ?? "–",
      ])
    }
    var title = String(
      format: "%@: %.1f MB, %d packets; the loop in C takes %@", subject.name, size / 1e6, packets,
      yardstick.time)
    if let libpcap {
      title += String(format: ", libpcap alone %@ (× %.1f)", libpcap.time, libpcap / yardstick)
    }
    return "\(title)\n\n\(table.text)"
  }

  private func bounded(_ value: Double, _ limit: Double?, _ format: String, _ limitFormat: String) -> String {
    let text = String(format: format, value)
    guard let limit else { return text }
    return "\(text) \(value > limit ? "✘ >" : "≤") \(String(format: limitFormat, limit))"
  }
}

extension Double {
  /// These seconds in words.
  var time: String { self < 0.995 ? String(format: "%.1f ms", self * 1e3) : String(format: "%.2f s", self) }

  /// How many times as long, to two digits.
  var factor: String { String(format: self < 1 ? "%.2f" : self < 10 ? "%.1f" : "%.0f", self) }
}

/// What CONTRIBUTING shows of the large captures: nanoseconds a packet, and times the loop in C.
func summary(of results: [Results]) -> String {
  let large = results.filter { $0.subject.commands == Command.onLarge }
  var table = Table([""] + large.map { $0.subject.name.replacingOccurrences(of: ".", with: " ") })
  func cells(_ taken: (Results) -> (seconds: Double, ratio: Double)?) -> [String] {
    large.map { result in
      guard let (seconds, ratio) = taken(result) else { return "" }
      return String(format: "%.0f · %.1f", seconds / Double(result.packets) * 1e9, ratio)
    }
  }
  table.add(["the loop in C"] + cells { ($0.yardstick, 1) })
  table.add(
    ["libpcap alone"] + cells { result in result.libpcap.map { ($0, $0 / result.yardstick) } })
  for command in Command.onLarge {
    table.add([command.rawValue] + cells { $0[command].map { ($0.seconds, $0.figures.ratio) } })
  }
  return table.text
}
