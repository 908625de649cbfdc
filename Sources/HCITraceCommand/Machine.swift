#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the machine gives this process.
enum Machine {
  /// Processors that this process may use: no more than it is bound to, or than a container's quota pays for.
  static var processors: Int {
    let status = readSmallFile("/proc/self/status", limit: 1 << 16)
    let quota = readSmallFile("/sys/fs/cgroup/cpu.max", limit: 256)
    let online = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let bound = status.flatMap(processors(boundBy:)) ?? online
    return max(min(bound, quota.flatMap(processors(ofQuota:)) ?? bound), 1)
  }

  /// The processors that Linux's `status` of a process lists as allowed ("0-3,8"); `nil` where it lists none.
  static func processors(boundBy status: String) -> Int? {
    let key = "Cpus_allowed_list:"
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(key) }) else { return nil }
    var count = 0
    for range in line.dropFirst(key.count).split(separator: ",") {
      let ends = range.split { !$0.isWholeNumber }.compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, last < 1 << 20 else { return nil }
      count += last - first + 1
    }
    return count > 0 ? count : nil
  }

  /// The processors that `text`, a quota and its period in microseconds, pays for; `nil` where there is no quota ("max").
  static func processors(ofQuota text: String) -> Int? {
    let numbers = text.split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
    guard numbers.count == 2, numbers[0] > 0, numbers[1] > 0 else { return nil }
    return (numbers[0] - 1) / numbers[1] + 1
  }

  /// Seconds by a clock that only goes forward.
  static var seconds: Double {
    var time = timespec()
    // Safe: the call fills `time`.
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Lets the calling thread sleep, for less than a second.
  static func sleep(milliseconds: Int) { usleep(useconds_t(milliseconds * 1_000)) }
}
