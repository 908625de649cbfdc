import CPcap

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// pcap and pcapng of one link type, by libpcap, out of our own source (so that pipes and gzip work alike).
enum PcapReader {
  /// Reads the capture at the start of `source`.
  static func read<Consumer: PacketConsumer & ~Copyable>(
    _ source: inout ByteSource, container: CaptureContainer, into consumer: inout Consumer, after number: Int
  ) throws(CaptureError) -> CaptureFacts {
    // Safe: libpcap reads through the cookie only until the file is closed, inside this closure.
    let outcome = unsafe withUnsafeMutablePointer(to: &source) { cookie in
      Result { () throws(CaptureError) in
        var file = unsafe try PcapFile(cookie)
        return try readAll(&file, container, &consumer, number)
      }
    }
    var (ledger, trouble) = try outcome.get()
    if let trouble { ledger.note(trouble.kind, offset: trouble.offset, trouble.message) }
    return try ledger.finish(source)
  }

  private struct Trouble {
    var kind: CaptureDamage.Kind
    var offset: Int?
    var message: String
  }

  private static func readAll<Consumer: PacketConsumer & ~Copyable>(
    _ file: inout PcapFile, _ container: CaptureContainer, _ consumer: inout Consumer, _ number: Int
  ) throws(CaptureError) -> (CaptureLedger, Trouble?) {
    let linkNumber = file.linkNumber
    guard let link = PcapLinkType(linkNumber) else { throw PcapLinkType.refusal(of: [linkNumber]) }
    var ledger = CaptureLedger(
      container: container, datalink: link.name, datalinkNumber: linkNumber, after: number)
    // Where records stand in a pcap file; pcapng's blocks have options that libpcap hides.
    var offset = 24
    while true {
      let place = container == .pcap ? offset : nil
      switch file.advance() {
      case .end: return (ledger, nil)
      case .failed(let message):
        // "invalid packet capture length …, bigger than maximum of …", or the file's end.
        let kind: CaptureDamage.Kind = message.contains("bigger than") ? .overLongRecord : .truncatedRecord
        return (ledger, Trouble(kind: kind, offset: place, message: "reading ends here: \(message)"))
      case .packet(let time, let originalLength):
        let bytes = file.bytes
        ledger.begin(at: time, offset: place)
        if bytes.byteCount > CaptureLedger.longestPacket + 4 {
          ledger.note(
            .overLongRecord, offset: place,
            "a record holds \(file.bytes.byteCount) bytes, more than any packet has; it was skipped")
        } else {
          link.deliver(
            bytes, originalLength: originalLength, direction: nil, offset: place, ledger: &ledger,
            to: &consumer)
        }
        offset &+= 16 &+ bytes.byteCount
      }
    }
  }
}

/// libpcap, found when the first capture needs it.
private enum PcapLibrary {
  /// Its functions, all of them; `nil` where it is not installed.
  static let functions: hcitrace_pcap? = {
    var found = hcitrace_pcap()
    // Safe: the call fills `found`, which outlives it. Nothing unloads what it found.
    return unsafe hcitrace_find_pcap(&found) ? found : nil
  }()
}

/// A capture file that libpcap has open. A packet's bytes are valid until the next one is asked for.
@safe
private struct PcapFile: ~Copyable {
  enum Step {
    case packet(time: Int64, originalLength: Int)
    case end
    case failed(String)
  }

  private let pcap: hcitrace_pcap
  private let handle: OpaquePointer
  private var data: UnsafePointer<UInt8>?
  private var count = 0

  /// Opens the file that `cookie` points at the start of.
  @unsafe
  init(_ cookie: UnsafeMutablePointer<ByteSource>) throws(CaptureError) {
    guard let pcap = PcapLibrary.functions else {
      throw CaptureError("libpcap, which reads pcap and pcapng, is not installed")
    }
    guard let stream = unsafe openStream(cookie) else {
      throw CaptureError("libpcap cannot be given the file")
    }
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    // Safe: libpcap owns the stream from here on, and writes at most the size of the buffer.
    let opened = unsafe pcap.open(stream, UInt32(PCAP_TSTAMP_PRECISION_MICRO), &message)
    guard let opened = unsafe opened else {
      unsafe fclose(stream)
      let text = String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      throw CaptureError(
        "libpcap refuses the file: \(text); expected pcap or pcapng of one link type", offset: 0)
    }
    self.pcap = pcap
    unsafe handle = opened
    unsafe data = nil
  }

  deinit { unsafe pcap.close(handle) }

  /// The number of the link type.
  var linkNumber: Int { Int(unsafe pcap.link_type(handle)) }

  /// Goes to the next packet.
  mutating func advance() -> Step {
    var header: UnsafeMutablePointer<pcap_pkthdr>?
    let outcome = unsafe pcap.next(handle, &header, &data)
    guard outcome == 1, let header = unsafe header else {
      count = 0
      // Safe: libpcap's message is a terminated string that lives as long as the handle.
      return unsafe outcome == PCAP_ERROR_BREAK ? .end : .failed(String(cString: pcap.error(handle)))
    }
    count = Int(unsafe header.pointee.caplen)
    let seconds = Int64(unsafe header.pointee.ts.tv_sec)
    return .packet(
      time: seconds &* 1_000_000 &+ Int64(unsafe header.pointee.ts.tv_usec),
      originalLength: Int(unsafe header.pointee.len))
  }

  /// The bytes of the packet.
  var bytes: RawSpan {
    @_lifetime(borrow self)
    borrowing get {
      guard let data = unsafe data, count > 0 else { return RawSpan() }
      // Safe: libpcap promises `caplen` bytes there until the next call, which needs `self` exclusively.
      let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(data), byteCount: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }
}

/// Copies what the source behind `cookie` holds next into `target`; 0 at its end.
@unsafe
private func copyNext(
  _ cookie: UnsafeMutableRawPointer?, _ target: UnsafeMutablePointer<CChar>?, _ count: Int
) -> Int {
  // Safe: the cookie is the source that `PcapReader.read` lends for as long as the stream is open; the C library
  // promises `count` bytes at `target`.
  guard let cookie = unsafe cookie, let target = unsafe target, count > 0 else { return 0 }
  return unsafe take(&cookie.assumingMemoryBound(to: ByteSource.self).pointee, target, count)
}

@unsafe
private func take(_ source: inout ByteSource, _ target: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
  guard source.fill(1) else { return 0 }
  let step = min(source.available, count)
  unsafe source.bytes(0, step).withUnsafeBytes { bytes in
    if let base = bytes.baseAddress { unsafe memcpy(target, base, step) }
  }
  source.advance(step)
  return step
}

/// Opens a stream over the source that `cookie` points at.
@unsafe
private func openStream(_ cookie: UnsafeMutablePointer<ByteSource>) -> UnsafeMutablePointer<FILE>? {
  // Safe: the stream is closed before the cookie's loan ends.
  unsafe hcitrace_open_stream(cookie) { unsafe hcitrace_read_count(copyNext($0, $1, Int($2))) }
}
