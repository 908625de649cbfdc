@testable import HCITrace

/// What is read, written and read again is the same.
enum RoundTrip {
  /// Checks it of a message at the start of `bytes`, where there is one.
  static func check<Message: WireMessage>(_ type: Message.Type, _ bytes: [UInt8]) throws(BrokenPromise) {
    var reader = ByteReader(bytes.rawSpan)
    guard let message = try? Message(from: &reader) else { return }
    try check(message, writtenBy: { message.encode(to: &$0) }) { (reader) throws(WireError) in
      try Message(from: &reader)
    }
  }

  /// Checks it of `message`, which `write` writes and `read` reads; `more` follows it.
  static func check<Message: Equatable>(
    _ message: Message, writtenBy write: (inout ByteWriter) -> Void, more: [UInt8] = [],
    read: (inout ByteReader) throws(WireError) -> Message?
  ) throws(BrokenPromise) {
    var writer = ByteWriter()
    write(&writer)
    writer.append(more)
    let octets = writer.bytes
    var reader = ByteReader(octets.rawSpan)
    let again: Message?
    do throws(WireError) { again = try read(&reader) } catch {
      throw BrokenPromise("\(message) is written as \(octets), which can't be read: \(error)")
    }
    try promise(again == message, "\(message) is written as \(octets), which says \(again as Any)")
  }
}
