/// A capture as large as one likes, made of the sample captures: whole sessions one after another, with the time moved
/// on, a connection handle for each, and RTP headers that count on.
struct LargeCapture {
  /// What it is made of.
  enum Kind: String, CaseIterable {
    /// Music, ten minutes in each session: packets of 855 octets and their credits.
    case media
    /// One long session of an idle speaker: advertising, echoes, credits.
    case small
    /// All the samples in turn, good and bad, with idle minutes and half minutes of music between them.
    case mixed
  }

  /// The samples that are whole, by name, each with a speaker of its own: what happened to one says nothing of another.
  let samples: [(name: String, recording: Recording)]
  private let session: BondedSession
  private let advertisers: Recording

  /// The session that is played long, and who advertises in the idle ones.
  static let bonded = "g2_reconnect_link_key"
  static let advertising = "f18_le_audio_only"
  /// Music by A2DP offload: what proves it is that the log has no media packet at all, which a large capture has.
  private static let withoutMedia = "38a_offload_start"

  /// Made of `files`, sample captures by name; `nil` where they lack what is needed.
  init?(samples files: [String: [UInt8]]) {
    samples = files.filter { $0.key != Self.withoutMedia }.sorted { $0.key < $1.key }.enumerated().compactMap
    {
      (index, file) in
      Recording(btsnoop: file.value).map { (file.key, $0.withSpeakers(UInt8(truncatingIfNeeded: index))) }
    }
    guard let bonded = files[Self.bonded].flatMap(Recording.init(btsnoop:)).flatMap(BondedSession.init),
      let advertisers = files[Self.advertising].flatMap(Recording.init(btsnoop:))
    else { return nil }
    session = bonded
    self.advertisers = advertisers
  }

  /// Writes the capture of `kind`, about `size` octets long, to `writer`. What is said is the sample that each session
  /// came from.
  func write(_ kind: Kind, size: Int, to writer: inout CaptureWriter) throws -> [String] {
    var player = Player(writer)
    var sessions: [String] = []
    switch kind {
    case .media:
      try player.play(session.powerOn)
      while player.size < size {
        try player.play(session, music: 600, upTo: size)
        sessions.append(Self.bonded)
      }
    case .small:
      try player.play(session.powerOn)
      try player.play(session, idle: nil, among: advertisers, upTo: size)
      sessions.append(Self.bonded)
    case .mixed:
      while player.size < size {
        for (index, sample) in samples.enumerated() where player.size < size {
          try player.play(sample.recording.onHandles(from: player.nextHandle()))
          sessions.append(sample.name)
          guard index % 5 == 4 || index % 7 == 6 else { continue }
          try player.play(session.powerOn)
          if index % 5 == 4 {
            try player.play(session, idle: 60, among: advertisers, upTo: size)
          } else {
            try player.play(session, music: 30, upTo: size)
          }
          sessions.append(Self.bonded)
        }
      }
    }
    try player.finish()
    writer = player.writer
    return sessions
  }
}
