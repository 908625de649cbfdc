/// A session with a speaker that is known already, taken apart, so that it can be played for as long as one likes.
struct BondedSession {
  /// The host switches its controller on.
  let powerOn: Recording
  /// From the page to the start of the stream.
  let setUp: Recording
  /// Media and credits, up to the last media packet: it and the first are as far apart as two that follow each other,
  /// so that this can be played over and over.
  let music: Recording
  /// The last media packet and the end of the music: the stream is suspended.
  let suspension: Recording
  /// From the close of the stream to the end of the connection.
  let tearDown: Recording

  /// The parts of `recording`; `nil` where it has no such session.
  init?(_ recording: Recording) {
    let records = recording.records
    guard let page = records.firstIndex(where: { $0.isCommand(0x0405) }),
      let first = records.firstIndex(where: \.isMedia), let last = records.lastIndex(where: \.isMedia),
      let close = records[last...].firstIndex(where: \.isAVDTPClose), page < first, first < last
    else { return nil }
    powerOn = Recording(records[..<page])
    setUp = Recording(records[page..<first])
    music = Recording(records[first..<last])
    suspension = Recording(records[last..<close])
    tearDown = Recording(records[close...])
    turn = Turn(
      time: records[last].time - records[first].time,
      sequenceNumber: records[last].sequenceNumber &- records[first].sequenceNumber,
      timestamp: records[last].timestamp &- records[first].timestamp)
  }

  /// What one turn of the music adds to the clock and to the fields of the RTP header.
  struct Turn {
    var time: Int64
    var sequenceNumber: UInt16
    var timestamp: UInt32
  }
  let turn: Turn

  /// The same on the connection handle `handle`.
  func onHandle(_ handle: UInt16) -> BondedSession { BondedSession(self, handle) }

  private init(_ other: BondedSession, _ handle: UInt16) {
    powerOn = other.powerOn
    setUp = other.setUp.onHandles(from: handle)
    music = other.music.onHandles(from: handle)
    suspension = other.suspension.onHandles(from: handle)
    tearDown = other.tearDown.onHandles(from: handle)
    turn = other.turn
  }
}

extension BondedSession.Turn {
  /// What `count` turns add.
  static func * (count: Int, turn: Self) -> Self {
    Self(
      time: turn.time * Int64(count),
      sequenceNumber: turn.sequenceNumber &* UInt16(truncatingIfNeeded: count),
      timestamp: turn.timestamp &* UInt32(truncatingIfNeeded: count))
  }
}

extension Record {
  /// Whether it is the command with this opcode.
  fileprivate func isCommand(_ opcode: UInt16) -> Bool {
    bytes[0] == 0x01 && bytes.littleEndian(UInt16.self, at: 1) == opcode
  }

  // ACL data: H4 type, handle, length, then L2CAP length and channel, and at octet 9 what the channel carries.

  /// Whether it is RTP version 2 with the payload type that A2DP uses.
  var isMedia: Bool {
    bytes[0] == 0x02 && isSent && bytes.count > 100 && bytes[9] == 0x80 && bytes[10] & 0x7F == 96
  }

  /// Whether it is the command that closes a stream (AVDTP 1.3 §8.14).
  fileprivate var isAVDTPClose: Bool {
    bytes[0] == 0x02 && isSent && bytes.count == 12 && bytes[9] & 0x0F == 0 && bytes[10] == 0x08
  }

  fileprivate var sequenceNumber: UInt16 { bytes.bigEndian(UInt16.self, at: 11) }
  fileprivate var timestamp: UInt32 { bytes.bigEndian(UInt32.self, at: 13) }

  /// The same media, later by `turn`; what is no media stays as it is.
  func later(by turn: BondedSession.Turn) -> Record {
    guard isMedia else { return self }
    var copy = self
    copy.bytes.put(bigEndian: sequenceNumber &+ turn.sequenceNumber, at: 11)
    copy.bytes.put(bigEndian: timestamp &+ turn.timestamp, at: 13)
    return copy
  }
}
