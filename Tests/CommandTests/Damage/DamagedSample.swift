import Foundation

/// A sample capture, damaged in every way there is: cut, with octets changed, its records in disorder.
struct DamagedSample: Sendable {
  let name: String
  let bytes: [UInt8]
  /// Where each record of a btsnoop file stands, its header included.
  private let records: [Range<Int>]

  init(_ name: String) {
    self.name = name
    bytes = (try? Data(contentsOf: URL(filePath: sample(name)))).map { Array($0) } ?? []
    var records: [Range<Int>] = []
    var offset = btsnoopWithoutRecords.count
    while bytes.starts(with: Array("btsnoop".utf8)), offset + Self.header <= bytes.count {
      let length = bytes[(offset + 4)..<(offset + 8)].reduce(0) { $0 << 8 | Int($1) }
      records.append(offset..<(offset + Self.header + length))
      offset += Self.header + length
    }
    self.records = records
  }

  /// Octets of a record's header.
  private static let header = 24
  /// An ACL packet with more octets than this carries media. Of those its headers are looked at: of ACL, L2CAP, RTP, and
  /// the payload's own.
  private static let longestSignal = 400, mediaHeaders = 1 + 4 + 4 + 12 + 1

  /// The capture cut at every octet, as how many of them are left.
  var cuts: Range<Int> { 0..<bytes.count }

  /// The octets of the control plane: the headers of all records, commands, events, whatever ACL packets carry but media.
  var control: [Int] {
    records.flatMap { record in
      let isMedia =
        bytes[record.lowerBound + Self.header] == 2 && record.count > Self.header + Self.longestSignal
      return isMedia ? record.prefix(Self.header + Self.mediaHeaders) : record.prefix(record.count)
    }
  }

  /// What becomes of an octet.
  static let changes: [@Sendable (UInt8) -> UInt8] = [{ _ in 0 }, { _ in 0xFF }, { ~$0 }]

  /// The capture with another octet at `place`.
  func changed(at place: Int, by change: (UInt8) -> UInt8) -> [UInt8] {
    var changed = bytes
    changed[place] = change(changed[place])
    return changed
  }

  /// The capture with each record twice, without it, exchanged with its neighbour, with its neighbour's time; and all of
  /// it backwards, in time or in place.
  var disorders: [[UInt8]] {
    let all = records.map { Array(bytes[$0]) }
    let times = all.map { Array($0[16..<Self.header]) }
    func capture(_ records: [[UInt8]]) -> [UInt8] { Array(bytes[..<16]) + records.joined() }
    func timed(_ record: [UInt8], _ time: [UInt8]) -> [UInt8] {
      record[..<16] + time + record[Self.header...]
    }
    var disorders = [capture(all.reversed()), capture(zip(all, times.reversed()).map(timed))]
    for place in all.indices {
      disorders.append(capture(Array(all[...place]) + all[place...]))
      disorders.append(capture(Array(all[..<place]) + all[(place + 1)...]))
      guard place > 0 else { continue }
      var swapped = all
      swapped.swapAt(place, place - 1)
      disorders.append(capture(swapped))
      var backwards = all
      backwards[place] = timed(all[place], times[place - 1])
      backwards[place - 1] = timed(all[place - 1], times[place])
      disorders.append(capture(backwards))
    }
    return disorders
  }
}
