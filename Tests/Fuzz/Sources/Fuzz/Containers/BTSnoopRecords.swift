import HCITrace

/// The records of a btsnoop file, taken apart and put together again: what is whole of them, and headers that are right.
struct BTSnoopRecords {
  /// The file's data link: 1002 is H4, 2001 the Linux monitor.
  var datalink: UInt32
  var records: [CaptureWriter.Record]

  /// Microseconds from the year 0, where btsnoop counts from, to 1970.
  private static let epoch: Int64 = 0x00DC_DDB3_0F2F_8000

  /// `nil` where `file` has no btsnoop header.
  init?(_ file: [UInt8]) {
    guard file.count >= 16, file.starts(with: "btsnoop\0".utf8) else { return nil }
    var reader = ByteReader(file.rawSpan)
    records = []
    do throws(WireError) {
      try reader.skip(12)
      datalink = try reader.bigEndian()
    } catch { return nil }
    while let record = Self.record(&reader) { records.append(record) }
  }

  private static func record(_ reader: inout ByteReader) -> CaptureWriter.Record? {
    do throws(WireError) {
      let original = try reader.bigEndian(UInt32.self)
      let included = try reader.bigEndian(UInt32.self)
      let flags = try reader.bigEndian(UInt32.self)
      let drops = try reader.bigEndian(UInt32.self)
      let time = try reader.bigEndian(Int64.self)
      let packet = try reader.prefix(min(Int(included), reader.remaining))
      return CaptureWriter.Record(
        flags: flags, time: time &- epoch, bytes: packet.copyRest(limit: .max),
        originalLength: original == included ? nil : Int(original), drops: drops)
    } catch { return nil }
  }

  /// The file.
  var bytes: [UInt8] {
    var times = records
    // The writer adds what is between the years 0 and 1970.
    for index in times.indices { times[index].time = min(times[index].time, .max - Self.epoch) }
    return CaptureWriter.btsnoop(datalink, times)
  }

  /// The file, cut behind the last record that lies within `limit` octets.
  func bytes(limit: Int) -> [UInt8] {
    var cut = self
    var size = 16
    cut.records = Array(
      records.prefix {
        size += 24 + $0.bytes.count
        return size <= limit
      })
    return cut.bytes
  }

  /// What the record at `index` holds, and the octets of the packet in it without a type octet.
  func packet(_ index: Int) -> (kind: PacketKind, bytes: [UInt8]) {
    let record = records[index]
    guard datalink == 2001 else {
      let kinds: [UInt8: PacketKind] = [1: .command, 2: .acl, 3: .synchronous, 4: .event, 5: .iso]
      return (kinds[record.bytes.first ?? 0] ?? .note, Array(record.bytes.dropFirst()))
    }
    let kinds: [UInt32: PacketKind] = [
      2: .command, 3: .event, 4: .acl, 5: .acl, 6: .synchronous, 7: .synchronous,
    ]
    return (kinds[record.flags & 0xFFFF] ?? .note, record.bytes)
  }

  /// Puts the octets of a packet without its type octet into the record at `index`.
  mutating func put(_ packet: [UInt8], at index: Int) {
    let type = datalink == 2001 ? [] : Array(records[index].bytes.prefix(1))
    records[index].bytes = type + packet
    records[index].originalLength = nil
  }
}
