import HCITrace

/// Messages of one protocol in turn, as the octets that a fuzzer changes: before each message an octet of flags and two of
/// its length, least significant first. Whatever the octets are, they are some conversation.
struct Conversation {
  /// One message.
  struct Message: Hashable {
    /// The controller handed it to the host; the host sent it otherwise.
    var isReceived: Bool
    /// It takes the other way that the protocol has: LE instead of BR/EDR, the browsing channel, the inquiry.
    var isElsewhere = false
    var bytes: [UInt8]
  }

  var messages: [Message] = []

  /// No messages.
  init() {}

  /// The messages in `octets`; the last is as long as there is of it.
  init(_ octets: [UInt8]) {
    var reader = ByteReader(octets.rawSpan)
    while let message = Self.message(&reader) { messages.append(message) }
  }

  private static func message(_ reader: inout ByteReader) -> Message? {
    do throws(WireError) {
      let flags = try reader.integer(UInt8.self)
      let length = Int(try reader.integer(UInt16.self))
      let bytes = try reader.prefix(min(length, reader.remaining)).copyRest(limit: .max)
      return Message(isReceived: flags & 1 != 0, isElsewhere: flags & 2 != 0, bytes: bytes)
    } catch { return nil }
  }

  /// The octets that ``init(_:)`` reads.
  var octets: [UInt8] {
    var writer = ByteWriter()
    for message in messages {
      writer.integer(UInt8((message.isReceived ? 1 : 0) | (message.isElsewhere ? 2 : 0)))
      writer.integer(UInt16(truncatingIfNeeded: message.bytes.count))
      writer.append(message.bytes)
    }
    return writer.bytes
  }

  /// The octets of as many messages as `limit` octets have room for.
  func octets(limit: Int) -> [UInt8] {
    var cut = self
    var size = 0
    cut.messages = Array(
      messages.prefix {
        size += 3 + $0.bytes.count
        return size <= limit
      })
    return cut.octets
  }
}
