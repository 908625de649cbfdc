import Foundation

/// A terminal that nobody sits at: what a program writes to it can be read.
final class PseudoTerminal {
  /// The side that a program writes to.
  let device: FileHandle
  private let controller: Int32
  private var written: [UInt8] = []

  /// `nil` where the system has none to give.
  init?(columns: UInt16 = 120) {
    controller = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard controller >= 0, let name = Self.name(of: controller) else { return nil }
    let descriptor = unsafe open(name, O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var size = winsize()
    size.ws_col = columns
    _ = unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    device = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let flags = fcntl(controller, F_GETFL)
    _ = fcntl(controller, F_SETFL, flags | O_NONBLOCK)
  }

  deinit { close(controller) }

  /// The path of the device that belongs to `controller`, which may then be opened.
  private static func name(of controller: Int32) -> String? {
    #if os(Linux)
      // TIOCSPTLCK and TIOCGPTN: what unlockpt(3) and ptsname(3), which a module can't see, ask for.
      var (lock, number) = (Int32(0), UInt32(0))
      guard unsafe ioctl(controller, 0x4004_5431, &lock) == 0,
        unsafe ioctl(controller, 0x8004_5430, &number) == 0
      else { return nil }
      return "/dev/pts/\(number)"
    #else
      guard grantpt(controller) == 0, unlockpt(controller) == 0 else { return nil }
      return unsafe ptsname(controller).map { unsafe String(cString: $0) }
    #endif
  }

  /// What was written so far.
  var text: String {
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { unsafe read(controller, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      written += block[..<count]
    }
    return String(decoding: written, as: UTF8.self)
  }

  /// The lines as somebody who sits there sees them in the end.
  var lines: [String] {
    text.components(separatedBy: "\r\n").map { line in
      line.components(separatedBy: "\r\u{1B}[K").last ?? ""
    }
  }
}
