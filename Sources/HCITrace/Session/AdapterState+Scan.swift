// When the controller scans for Bluetooth LE devices, and how much of its time that takes.

extension AdapterState {
  /// Applies one of the commands that set up, begin and end scanning; `reader` stands behind its fixed part.
  mutating func scan(_ command: HCICommand, _ reader: ByteReader, at ref: PacketRef) {
    switch command {
    case .leSetScanParameters(let set): scanShare = Self.share(set.scanWindow, of: set.scanInterval)
    case .leSetExtendedScanParameters(let set):
      // One set of scan type, interval and window for each PHY.
      var reader = reader
      var share = 0.0
      for _ in 0..<set.scanningPHYs.nonzeroBitCount {
        guard (try? reader.skip(1)) != nil, let interval = try? reader.integer(UInt16.self),
          let window = try? reader.integer(UInt16.self)
        else { break }
        share += Self.share(window, of: interval) ?? 0
      }
      scanShare = min(share, 1)
    case .leSetScanEnable(let set): setScan(set.scanEnable, at: ref)
    case .leSetExtendedScanEnable(let set): setScan(set.scanEnable, at: ref)
    default: break
    }
  }

  private mutating func setScan(_ isOn: Bool, at ref: PacketRef) {
    guard isOn else { return endScan(at: ref) }
    guard facts.scans.last.map({ $0.ended != nil }) ?? true, facts.scans.count < Limits.steps else { return }
    facts.scans.append(Scan(began: ref, ended: nil, share: scanShare))
  }

  /// Scanning that runs has come to its end.
  mutating func endScan(at ref: PacketRef) {
    guard let last = facts.scans.indices.last, facts.scans[last].ended == nil else { return }
    facts.scans[last].ended = ref
  }

  private static func share(_ window: UInt16, of interval: UInt16) -> Double? {
    interval == 0 ? nil : min(Double(window) / Double(interval), 1)
  }
}
