/// Plays recordings one after another into one capture.
struct Player {
  private(set) var writer: CaptureWriter
  /// 2025-03-15 00:00:00 UTC, in microseconds since 1970.
  private var time: Int64 = 1_741_996_800_000_000
  private var connections: UInt16 = 0

  init(_ writer: CaptureWriter) { self.writer = writer }

  /// Octets so far, as btsnoop.
  var size: Int { writer.size }

  /// A connection handle that no session had lately: two are free from it on.
  mutating func nextHandle() -> UInt16 {
    defer { connections = (connections + 1) % 0x0700 }
    return 1 + connections * 2
  }

  /// Plays `recording`, and lets two seconds pass.
  mutating func play(_ recording: Recording) throws {
    try put(recording)
    time += 2_000_000
  }

  /// Plays `session` with some seconds of music, less where the capture would become longer than `size`.
  mutating func play(_ session: BondedSession, music seconds: Int, upTo size: Int) throws {
    let session = session.onHandle(nextHandle())
    try put(session.setUp)
    try play(session, turns: Int(Int64(seconds) * 1_000_000 / session.turn.time), upTo: size)
    try play(session.tearDown)
  }

  /// Plays `session` with a turn of music, and then some seconds in which the speaker is idle, less where the capture
  /// would become longer than `size`; `nil` is until then.
  mutating func play(
    _ session: BondedSession, idle seconds: Int?, among advertisers: Recording, upTo size: Int
  ) throws {
    let handle = nextHandle()
    let session = session.onHandle(handle)
    try put(session.setUp)
    try play(session, turns: 1, upTo: size)
    if let idle = SmallPackets(advertisersOf: advertisers, onHandle: handle) {
      try put(idle.start)
      let end = seconds.map { time + Int64($0) * 1_000_000 } ?? .max
      while time < end, self.size < size { try put(idle.stretch) }
      try put(idle.stop)
    }
    try play(session.tearDown)
  }

  mutating func finish() throws { try writer.finish() }

  private mutating func play(_ session: BondedSession, turns: Int, upTo size: Int) throws {
    var turn = 0
    repeat {
      let gone = turn * session.turn
      for record in session.music.records {
        try writer.write(record.later(by: gone), at: time + record.time)
      }
      time += session.turn.time
      turn += 1
    } while turn < turns && self.size < size
    // It was recorded a turn later than the music's first packet.
    let gone = (turn - 1) * session.turn
    for record in session.suspension.records {
      try writer.write(record.later(by: gone), at: time + record.time)
    }
    time += session.suspension.duration + 500_000
  }

  private mutating func put(_ recording: Recording) throws {
    for record in recording.records { try writer.write(record, at: time + record.time) }
    time += recording.duration + 10_000
  }
}
