#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Threads that do the same work side by side.
///
/// The system's own: they cost nothing where none is started. Dispatch sets itself up in every process that contains it
/// (5 % of the start-up of an empty program), and its queues never have more threads than there are processors.
public struct Threads: ~Copyable {
  /// How many were started.
  public let count: Int
  private let running: Monitor<Int>

  /// Starts `wanted` threads, or as many as the system gives; each does `work` once.
  public init(_ wanted: Int, _ work: @escaping @Sendable () -> Void) {
    let wanted = max(wanted, 0)
    let running = Monitor(wanted)
    self.running = running
    count =
      (0..<wanted).prefix { _ in
        startThread {
          work()
          running.update { $0 -= 1 }
        }
      }.count
    let missing = wanted - count
    running.update { $0 -= missing }
  }

  /// Waits until all have done their work.
  public consuming func join() { running.update(when: { $0 == 0 }) { _ in } }
}

/// Starts a thread that does `work`, and that nobody needs to wait for; false where the system gives no more.
@discardableResult
public func startThread(_ work: @escaping @Sendable () -> Void) -> Bool {
  // Safe: the attributes are initialised, read and given up here. The thread is lent the work retained, and releases it;
  // where no thread was made, it is released here.
  var attributes = pthread_attr_t()
  guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
  defer { unsafe pthread_attr_destroy(&attributes) }
  unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
  // As much as the first thread of a process has; musl gives others 128 kB, Darwin 512 kB.
  unsafe pthread_attr_setstacksize(&attributes, 8 << 20)
  let lent = unsafe Unmanaged.passRetained(Work(work))
  #if canImport(Darwin)
    var thread: pthread_t?
  #else
    var thread = pthread_t()
  #endif
  let code = unsafe pthread_create(
    &thread, &attributes,
    { lent in
      // Safe: it is what was retained above, taken once. Darwin's is no optional.
      let lent: UnsafeMutableRawPointer? = unsafe lent
      if let lent = unsafe lent { unsafe Unmanaged<Work>.fromOpaque(lent).takeRetainedValue().body() }
      return nil
    }, lent.toOpaque())
  if code != 0 { unsafe lent.release() }
  return code == 0
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
