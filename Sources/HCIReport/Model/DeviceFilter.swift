public import HCIDiagnosis

/// One device that a report is to be about, by its address or by what its name contains.
public struct DeviceFilter: Sendable, Equatable {
  /// As the user typed it.
  public let text: String

  /// The device that `text` means.
  public init(_ text: String) { self.text = text }

  /// `address`, or one of `names` by a part of it, is what the user means; case doesn't matter, nor what stands between
  /// an address's octets.
  public func matches(address: String?, names: String?...) -> Bool {
    if let address, Self.digits(of: address) == Self.digits(of: text), text.utf8.count >= 12 { return true }
    guard !text.isEmpty else { return false }
    return names.contains { $0?.lowercased().contains(text.lowercased()) ?? false }
  }

  private static func digits(of text: String) -> String {
    text.filter { $0 != ":" && $0 != "-" }.uppercased()
  }
}

extension [DeviceFilter] {
  fileprivate func match(_ peer: PeerReport) -> Bool {
    contains { $0.matches(address: peer.address, names: peer.name, peer.alias) }
  }
  fileprivate func match(_ advertiser: AdvertiserReport) -> Bool {
    contains { $0.matches(address: advertiser.address, names: advertiser.name, advertiser.alias) }
  }
}

extension CaptureReport {
  /// The capture knows the device.
  public func knows(_ device: DeviceFilter) -> Bool {
    peers.contains { [device].match($0) } || advertisers.contains { [device].match($0) }
  }

  /// What of the capture is about `device`.
  public func only(_ device: DeviceFilter) -> CaptureReport { reporting(only: [device], not: []) }

  /// What of the capture `configuration` wants to be reported.
  public func reported(under configuration: Configuration) -> CaptureReport {
    reporting(
      only: configuration.onlyDevices.map { DeviceFilter($0.value) },
      not: configuration.ignoredDevices.map { DeviceFilter($0.value) })
  }

  /// What of the capture is about `wanted` devices, or all, but not about `unwanted` ones: the attempts with their
  /// findings, and what is said of the capture itself.
  ///
  /// Attempts at peers that the log doesn't name may have been meant for anybody: they stay, unless there is one at a
  /// device that is wanted by name.
  public func reporting(only wanted: [DeviceFilter], not unwanted: [DeviceFilter]) -> CaptureReport {
    guard !wanted.isEmpty || !unwanted.isEmpty else { return self }
    var report = self
    report.peers = peers.filter { (wanted.isEmpty || wanted.match($0)) && !unwanted.match($0) }
    report.advertisers = advertisers.filter { (wanted.isEmpty || wanted.match($0)) && !unwanted.match($0) }
    let meant = Set((report.peers.map(\.address) + report.advertisers.map(\.address)).map(PeerKey.init))
    report.attempts = attempts.only { $0.target.map { meant.contains($0.peer) } ?? wanted.isEmpty }
    if report.attempts.isEmpty { report.attempts = attempts.only { $0.target == nil } }
    let numbers = Set(report.attempts.outlines.map(\.number))
    report.findings = findings.only { finding in
      finding.attempt.map(numbers.contains) ?? finding.peer.map(meant.contains) ?? true
    }
    report.cannotShow = cannotShow.filter { $0.attempt.map(numbers.contains) ?? true }
    report.configuration?.attemptsLeftOut = attempts.count - report.attempts.count
    return report
  }
}
