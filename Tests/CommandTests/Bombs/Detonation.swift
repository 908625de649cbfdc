import Foundation

/// What a bomb did to `hcitrace`, which read it from a pipe.
struct Detonation: Sendable {
  /// The exit status; negative where a signal ended it.
  var status: Int32
  /// What it said, on standard output and on standard error, with every white space a single space.
  var answer: String
  /// The time of the processors, and the time on the clock, in seconds.
  var processor: Double, clock: Double
  /// The greatest resident size, in bytes.
  var memory: Int
  /// Bytes of the bomb that were read.
  var size: Int

  /// Nobody waits longer than this, in seconds.
  static let patience = 300.0
  /// No command may ask for more memory, in kilobytes: a machine that runs tests has to survive them.
  private static let room = 4_194_304

  /// Lets `hcitrace` read what `pour` pours, on standard input.
  init(
    _ arguments: [String], by hcitrace: Command = Command(), pour: @escaping @Sendable (inout Fuse) -> Void
  ) async throws {
    let scratch = Scratch()
    let said = scratch.folder.appending(path: "said").path
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    guard unsafe pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let begin = Date()
    let process: pid_t
    do {
      defer { close(reading) }
      let shell = #"ulimit -v "$0" 2>/dev/null; exec "$@""#
      process = try Self.spawn(
        ["/bin/sh", "-c", shell, String(Self.room), hcitrace.path] + arguments, from: reading, to: said)
    }
    let poured = Poured()
    let thread = Thread {
      var fuse = Fuse(writing)
      pour(&fuse)
      close(writing)
      poured.finish(fuse.count)
    }
    thread.start()
    var (result, usage) = (Int32(0), rusage())
    memory = 0
    while true {
      memory = max(memory, Self.greatestSize(of: process))
      let ended = unsafe wait4(process, &result, WNOHANG, &usage)
      if ended != 0 { break }
      if Task.isCancelled || Date().timeIntervalSince(begin) > Self.patience { kill(process, SIGKILL) }
      // Other tests run meanwhile.
      try? await Task.sleep(for: .milliseconds(2))
    }
    clock = Date().timeIntervalSince(begin)
    size = poured.wait()
    status = result & 0x7F == 0 ? result >> 8 & 0xFF : -(result & 0x7F)
    processor = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    #if canImport(Darwin)
      memory = Int(usage.ru_maxrss)
    #endif
    // A report of a hundred megabytes is read as far as a reader would.
    let handle = try FileHandle(forReadingFrom: URL(filePath: said))
    var text = try handle.read(upToCount: 1 << 18) ?? Data()
    let end = try handle.seekToEnd()
    if end > UInt64(text.count) {
      try handle.seek(toOffset: end - min(1 << 18, end - UInt64(text.count)))
      text += try handle.readToEnd() ?? Data()
    }
    answer = String(decoding: text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The greatest resident size of `process` so far, in bytes; 0 where that isn't told while it runs. On Linux what is
  /// told at its end counts the process that started it as well.
  private static func greatestSize(of process: pid_t) -> Int {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return (status?.firstMatch(of: /VmHWM:\s*(\d+) kB/)).flatMap { Int($0.1) }.map { $0 * 1_024 } ?? 0
  }

  /// Starts the program `words` begin with, which every signal reaches: the threads of tests block them.
  static func spawn(_ words: [String], from input: Int32, to output: String) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t? = unsafe nil
      var attributes: posix_spawnattr_t? = unsafe nil
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let strings = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var process = pid_t()
    // Nothing else changes the environment meanwhile.
    let code = unsafe posix_spawn(&process, words[0], &actions, &attributes, strings, environ)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
    return process
  }
}

/// How much was poured, once that is known.
private final class Poured: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var count = 0

  func finish(_ count: Int) {
    self.count = count
    done.signal()
  }

  func wait() -> Int {
    done.wait()
    return count
  }
}
