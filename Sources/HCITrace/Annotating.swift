/// Captures → the same with comments: the loop over packets, inside the module that reads them.
public enum Annotating {
  /// Writes the capture at `path` as pcapng, with comments.
  ///
  /// - Parameters:
  ///   - member: which member of an archive holds it; `nil` where there is but one capture.
  ///   - comments: what is written beside its packets.
  ///   - known: what was true of it when the comments were made.
  ///   - hand: is given the new file, a block at a time. Where this throws, those blocks are worth nothing.
  public static func annotate(
    path: String, member: String? = nil, with comments: CaptureComments, as known: CaptureFacts,
    to hand: @escaping (RawSpan) -> Void
  ) throws(CaptureError) -> CaptureFileWriter.Tally {
    try CaptureFile.read(
      path: path, member: member, makeConsumer: { CaptureFileWriter(comments, form: $0, hand) },
      finished: { (writer, facts) throws(CaptureError) in
        guard facts.frames == known.frames, facts.last == known.last else {
          throw CaptureError(
            """
            held \(known.frames) frames, and now holds \(facts.frames): it is still being written; annotate it when it \
            is complete
            """)
        }
        return try writer.finish(facts.withoutFileDamage)
      })
  }
}
