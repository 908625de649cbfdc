import Synchronization

/// How much of the captures was read, by all threads together: for whoever tells how far a run has come.
public enum BytesRead {
  private static let sum = Atomic(0)

  /// The bytes that were read since the process began: those of the files, folded as they are.
  public static var count: Int { sum.load(ordering: .relaxed) }

  /// Counts `bytes` more; once for each block, not for each packet.
  static func add(_ bytes: Int) { sum.add(bytes, ordering: .relaxed) }
}
