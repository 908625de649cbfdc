/// Captures → decoded frames: the loop over packets, inside the module that decodes them.
public enum Decoding {
  /// Decodes every capture that `path` ("-" is standard input) holds.
  ///
  /// - Parameters:
  ///   - options: what is shown, asked for each capture.
  ///   - hand: is given text in UTF-8, whole frames at a time, as soon as there is some.
  ///   - redaction: the packets are redacted before anybody looks at them.
  ///   - finished: is told of each capture why it could not be read to its end, if so, and which limits were reached, in
  ///     words: what belongs to a link or a channel that isn't followed is shown without what it carries.
  /// - Throws: where the path holds no capture at all.
  public static func decode(
    path: String, options: @escaping (CaptureEntry) -> DecodeOptions, redaction: RedactionOptions? = nil,
    to hand: @escaping (RawSpan) -> Void, finished: (CaptureEntry, CaptureError?, _ limits: [String]) -> Void
  ) throws(CaptureError) {
    if let redaction {
      try CaptureFile.read(
        path: path, makeConsumer: { RedactingConsumer(redaction, FrameDecoder(options($0), hand)) },
        finished: { entry, redacting, facts in
          finished(entry, facts.failure, end(redacting.finish()))
        })
    } else {
      try CaptureFile.read(
        path: path, makeConsumer: { FrameDecoder(options($0), hand) },
        finished: { entry, decoder, facts in
          finished(entry, facts.failure, end(decoder))
        })
    }
  }

  /// Decodes the capture in `bytes`, to its end or to where it breaks off.
  public static func decode(bytes: [UInt8], options: DecodeOptions, to hand: @escaping (RawSpan) -> Void)
    throws(CaptureError)
  {
    try CaptureFile.read(
      bytes: bytes, makeConsumer: { _ in FrameDecoder(options, hand) },
      finished: { _, decoder, _ in _ = end(decoder) })
  }

  /// Tells the messages of `attempt`, which is one of `session`'s, as the capture at `path` has them.
  ///
  /// - Parameters:
  ///   - frames: frames that have a step of their own whatever they are.
  ///   - member: which member of an archive holds the capture; `nil` where there is but one.
  public static func ladder(
    of attempt: Attempt, in session: Session, citing frames: Set<Int> = [], path: String,
    member: String? = nil
  ) throws(CaptureError) -> Ladder {
    try CaptureFile.read(
      path: path, member: member,
      makeConsumer: { _ in LadderReader(LadderScope(attempt, in: session, citing: frames)) },
      finished: { (reader, _) throws(CaptureError) in reader.finish() })
  }

  /// The devices in the captures of `path` whose name contains `text`, whenever it is told; a path that can't be read
  /// has none. With `redaction` their names are those that it gives them.
  public static func devices(
    named text: String, path: String, redaction: RedactionOptions? = nil
  ) -> Set<Address> {
    let wanted = text.lowercased()
    var found: Set<Address> = []
    for case (_, .success(let session)) in Analysis.sessions(path: path, redaction: redaction) {
      for peer in session.peers where peer.names.contains(where: { $0.value.lowercased().contains(wanted) }) {
        found.insert(peer.address)
      }
      for advertiser in session.advertisers
      where advertiser.name?.value.lowercased().contains(wanted) ?? false {
        found.insert(advertiser.address)
      }
    }
    return found
  }

  /// Hands over what is left, and tells which limits were reached.
  private static func end(_ decoder: consuming FrameDecoder) -> [String] {
    var decoder = decoder
    decoder.flush()
    return decoder.limitsReached
  }
}

extension Result {
  /// Why there is no value, if there is none.
  fileprivate var failure: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}
