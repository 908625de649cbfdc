#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A value that several threads share: one of them at a time looks at it or changes it, and each may wait until it is
/// as it should be.
@safe
public final class Monitor<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// Shares `value`.
  public init(_ value: Value) {
    self.value = value
    // Safe: both are allocated and initialised here, stay where they are, and are freed once, when nobody has them.
    unsafe lock = .allocate(capacity: 1)
    unsafe lock.initialize(to: pthread_mutex_t())
    unsafe pthread_mutex_init(lock, nil)
    unsafe changed = .allocate(capacity: 1)
    unsafe changed.initialize(to: pthread_cond_t())
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe changed.deallocate()
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Lets `body` change the value as soon as it is `ready`.
  public func update<Answer>(
    when ready: (Value) -> Bool = { _ in true }, _ body: (inout Value) -> Answer
  ) -> Answer {
    // Safe: the lock is this thread's from here to the end, but while it waits; the value is touched nowhere else.
    unsafe pthread_mutex_lock(lock)
    while !ready(value) { unsafe pthread_cond_wait(changed, lock) }
    defer {
      // Whoever is woken finds the lock free.
      unsafe pthread_mutex_unlock(lock)
      unsafe pthread_cond_broadcast(changed)
    }
    return body(&value)
  }
}
