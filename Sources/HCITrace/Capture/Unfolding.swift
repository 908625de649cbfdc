/// How much comes out of one file, when what is folded in it is unfolded: bytes, and captures.
///
/// A log is folded to a tenth, music hardly at all, and a few kilobytes can be made that unfold for days: gzip in gzip,
/// or the members of a zip archive that all name the same bytes. So there are limits for the file as a whole.
final class Unfolding {
  /// So many bytes come out of any file, however small, and so many times its own size out of a larger one.
  private static let least = 512 * 1024 * 1024, times = 100
  /// So many captures come out of one file.
  static let mostCaptures = 1_000

  /// Bytes of the file that were read so far, or that it has.
  private var folded = 0
  /// Bytes that came out.
  private var unfolded = 0
  /// Why nothing more comes out, once that is so.
  private(set) var refusal: CaptureError?

  /// `count` more bytes of the file itself are known.
  func feed(_ count: Int) { folded &+= count }

  /// `count` more bytes come out; throws where those are too many.
  func take(_ count: Int) throws(CaptureError) {
    unfolded &+= count
    guard unfolded > Self.least, unfolded / Self.times > folded else { return }
    let error = CaptureError(
      """
      what is folded in the file has more than \(Self.least / 1_048_576) MiB and \(Self.times) times its size; unpack \
      it first if that is meant
      """)
    refusal = error
    throw error
  }
}
