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

  /// What becomes of the records: one of them is there twice, or not at all, or exchanges its place or its time with the
  /// one before; or all of them, or their times, come backwards.
  enum Disorder: Sendable {
    case backwards, timesBackwards
    case twice(Int), missing(Int), swapped(Int), timesSwapped(Int)
  }

  /// All of them.
  var disorders: [Disorder] {
    [.backwards, .timesBackwards]
      + records.indices.flatMap { [.twice($0), .missing($0)] }
      + records.indices.dropFirst().flatMap { [.swapped($0), .timesSwapped($0)] }
  }

  /// The capture with its records in `disorder`.
  func inDisorder(_ disorder: Disorder) -> [UInt8] {
    var order = Array(records.indices), times = order
    switch disorder {
    case .backwards: (order, times) = (order.reversed(), times.reversed())
    case .timesBackwards: times.reverse()
    case .twice(let place):
      order.insert(place, at: place)
      times.insert(place, at: place)
    case .missing(let place):
      order.remove(at: place)
      times.remove(at: place)
    case .swapped(let place):
      order.swapAt(place, place - 1)
      times.swapAt(place, place - 1)
    case .timesSwapped(let place): times.swapAt(place, place - 1)
    }
    return zip(order, times).reduce(into: btsnoopHeader) { capture, place in
      let record = records[place.0], time = records[place.1].prefix(Self.header).suffix(Self.timeSize)
      capture += bytes[record.prefix(Self.header - Self.timeSize)]
      capture += bytes[time]
      capture += bytes[record.dropFirst(Self.header)]
    }
  }

  /// The octets at the end of a record's header that hold its time.
  private static let timeSize = 8
  private var btsnoopHeader: [UInt8] { Array(bytes.prefix(btsnoopWithoutRecords.count)) }
}
