import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the system calls its errors.
public enum SystemError {
  /// Some systems keep the text in one place for all threads.
  private static let place = Mutex(())

  /// The words for the error `code`, as in `errno`.
  public static func words(for code: Int32) -> String {
    place.withLock { _ in
      // Safe: the text is terminated, and copied before anybody else asks.
      unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    }
  }
}
