/// What a host sees whose speaker is idle: advertising all around, and an L2CAP echo now and then that keeps the link
/// awake. Packets of 8 to 39 octets.
struct SmallPackets {
  /// The host begins to scan.
  let start: Recording
  /// Some seconds of it, with a different identifier for each echo.
  let stretch: Recording
  /// The host scans no more.
  let stop: Recording

  /// Small packets on the connection `handle`, with the devices that advertise in `recording`; `nil` where none does.
  init?(advertisersOf recording: Recording, onHandle handle: UInt16) {
    var reports: [[UInt8]] = []
    for record in recording.records {
      if let report = record.legacyReport, !reports.contains(report) { reports.append(report) }
    }
    guard let short = reports.min(by: { $0.count < $1.count }),
      let long = reports.max(by: { $0.count < $1.count })
    else { return nil }

    start = .command([0x0B, 0x20, 7, 1, 0x60, 0, 0x30, 0, 1, 0], then: .command([0x0C, 0x20, 2, 1, 0]))
    stop = .command([0x0C, 0x20, 2, 0, 0])
    var records: [Record] = []
    let connection = handle.octets
    for identifier in UInt8(1)...250 {
      let echo: [UInt8] = [12, 0, 1, 0, 0x08, identifier, 8, 0] + Array("hcitrace".utf8)
      var answer = echo
      answer[4] = 0x09
      let packets: [(flags: UInt32, bytes: [UInt8])] = [
        (3, short), (3, long), (3, short), (3, short),
        (0, [0x02] + connection + [16, 0] + echo),
        (3, [0x04, 0x13, 5, 1] + connection + [1, 0]),
        (1, [0x02] + (handle | 0x2000).octets + [16, 0] + answer),
      ]
      for (flags, bytes) in packets {
        records.append(Record(time: Int64(records.count) * 10_000, flags: flags, bytes: bytes))
      }
    }
    stretch = Recording(records)
  }
}

extension Recording {
  /// A command, given from its opcode on, its Command Complete, and what follows.
  fileprivate static func command(_ octets: [UInt8], then next: Recording? = nil) -> Recording {
    let command = Record(time: 0, flags: 2, bytes: [0x01] + octets)
    let complete = Record(time: 500, flags: 3, bytes: [0x04, 0x0E, 4, 1] + octets.prefix(2) + [0])
    let rest = next?.records.map { Record(time: $0.time + 1_000, flags: $0.flags, bytes: $0.bytes) } ?? []
    return Recording([command, complete] + rest)
  }
}

extension UInt16 {
  /// Least significant octet first.
  fileprivate var octets: [UInt8] { [UInt8(truncatingIfNeeded: self), UInt8(truncatingIfNeeded: self >> 8)] }
}

extension Record {
  /// An LE Extended Advertising Report of one legacy PDU as the LE Advertising Report that a controller without
  /// extended advertising gives (Core Vol 4 Part E §7.7.65.13, §7.7.65.2).
  fileprivate var legacyReport: [UInt8]? {
    guard bytes.starts(with: [0x04, 0x3E]), bytes.count > 29, bytes[3] == 0x0D, bytes[4] == 1 else {
      return nil
    }
    let kinds: [UInt8: UInt8] = [0x13: 0, 0x12: 2, 0x10: 3, 0x1A: 4, 0x1B: 4]
    guard let kind = kinds[bytes[5]], bytes.count == 29 + Int(bytes[28]) else { return nil }
    let report = [0x02, 1, kind] + bytes[7..<14] + bytes[28...] + [bytes[18]]
    return [0x04, 0x3E, UInt8(report.count)] + report
  }
}
