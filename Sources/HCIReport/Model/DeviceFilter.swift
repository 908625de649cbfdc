/// One device that a report is to be about, by its address or by what its name contains.
public struct DeviceFilter: Sendable, Equatable {
  /// As the user typed it.
  public let text: String

  /// The device that `text` means.
  public init(_ text: String) { self.text = text }

  /// `address` or `name` is what the user means; case doesn't matter, nor what stands between an address's octets.
  public func matches(address: String?, name: String?) -> Bool {
    if let address, Self.digits(of: address) == Self.digits(of: text), text.utf8.count >= 12 { return true }
    guard let name, !text.isEmpty else { return false }
    return name.lowercased().contains(text.lowercased())
  }

  private static func digits(of text: String) -> String {
    text.filter { $0 != ":" && $0 != "-" }.uppercased()
  }
}

extension CaptureReport {
  /// The capture knows the device.
  public func knows(_ device: DeviceFilter) -> Bool {
    peers.contains { device.matches(address: $0.address, name: $0.name) }
      || advertisers.contains { device.matches(address: $0.address, name: $0.name) }
  }

  /// What of the capture is about `device`: its attempts with their findings, and what is said of the capture itself.
  /// Where nobody tried the device, attempts at peers that the log doesn't name stay: they may have been meant for it.
  public func only(_ device: DeviceFilter) -> CaptureReport {
    var report = self
    report.peers = peers.filter { device.matches(address: $0.address, name: $0.name) }
    report.advertisers = advertisers.filter { device.matches(address: $0.address, name: $0.name) }
    let meant = Set(report.peers.map(\.address) + report.advertisers.map(\.address))
    report.attempts = attempts.filter { $0.peer.map(meant.contains) ?? false }
    if report.attempts.isEmpty { report.attempts = attempts.filter { $0.peer == nil } }
    let numbers = Set(report.attempts.map(\.number))
    report.findings = findings.filter { finding in
      finding.attempt.map(numbers.contains) ?? finding.peer.map(meant.contains) ?? true
    }
    report.cannotShow = cannotShow.filter { $0.attempt.map(numbers.contains) ?? true }
    return report
  }
}
