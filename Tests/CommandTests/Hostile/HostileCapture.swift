/// A log of the Linux monitor in which every name is one of ``HostileText``: each text has a device of its own, which
/// bears it in every place where a capture has names.
struct HostileCapture {
  /// Where names come from.
  enum Place: Int, CaseIterable {
    case completeName, shortenedName, advertisedName, ownName, ownNameRead, ownInquiryResponse, remoteName
    case serviceName, serviceDescription, provider, documentation, otherText
    case title, artist, album, operatorName, adapterName, note, userLogging
  }

  private var records: [(opcode: UInt16, adapter: UInt16, bytes: [UInt8])] = []
  /// Records in the log.
  var count: Int { records.count }

  /// A name as `place` holds it: at most `limit` octets of the text, and a mark by which it is found again.
  static func name(_ text: Int, _ place: Place, limit: Int) -> [UInt8] {
    let mark = Array("p\(place.rawValue)t\(text)q".utf8)
    var octets = HostileText.all[text].octets
    // What follows a zero nobody may see.
    let end = octets.firstIndex(of: 0) ?? min(octets.count, limit - mark.count)
    octets.insert(contentsOf: mark, at: end)
    return Array(octets.prefix(limit))
  }

  /// That name as a program is to get it.
  static func string(_ text: Int, _ place: Place, limit: Int) -> String {
    String(decoding: name(text, place, limit: limit).prefix { $0 != 0 }, as: UTF8.self)
  }

  init() {
    control(0, 0, Self.octets([0, 1, 1, 1, 1, 1, 1, 2], Array("hci0\0\0\0\0".utf8)))
    for text in HostileText.all.indices { device(text) }
  }

  private mutating func device(_ text: Int) {
    let number = UInt8(text)
    let address: [UInt8] = [number, 5, 4, 3, 2, 0x10]
    let handle = 0x10 + number
    func name(_ place: Place, _ limit: Int) -> [UInt8] { Self.name(text, place, limit: limit) }

    inquiryResult(address, 9, name(.completeName, 230))
    inquiryResult([number | 0x80, 5, 4, 3, 2, 0x10], 8, name(.shortenedName, 230))
    let advertised = Self.structure(9, name(.advertisedName, 200))
    event(0x3E, Self.octets([2, 1, 0, 0], address, [UInt8(advertised.count)], advertised, [0xC0]))
    command(0x0C13, Self.padded(name(.ownName, 248), 248))
    event(0x0E, Self.octets([1, 0x14, 0x0C, 0], Self.padded(name(.ownNameRead, 248), 248)))
    let response = Self.structure(9, name(.ownInquiryResponse, 230))
    command(0x0C52, Self.octets([0], Self.padded(response, 240)))
    command(0x0405, Self.octets(address, [0x18, 0xCC, 1, 0, 0, 0, 1]))
    event(0x03, Self.octets([0, handle, 0], address, [1, 0]))
    event(0x07, Self.octets([0], address, Self.padded(name(.remoteName, 248), 248)))
    serviceRecord(handle, name)
    trackTitle(handle, name)
    handsFree(handle, name(.operatorName, 90))
    let adapter: [UInt8] = [0, 1, number, 1, 1, 1, 1, 2]
    control(0, UInt16(number) + 1, Self.octets(adapter, Self.padded(name(.adapterName, 8), 8)))
    control(12, 0xFFFF, Self.octets(name(.note, 200), [0]))
    let identity = name(.userLogging, 60)
    control(13, 0xFFFF, Self.octets([6, UInt8(identity.count) + 1], identity, [0, 0x61, 0]))
    event(0x05, [0, handle, 0, 0x13])
  }

  /// Extended Inquiry Result (Core Vol 4 Part E §7.7.38) with a name.
  private mutating func inquiryResult(_ address: [UInt8], _ type: UInt8, _ name: [UInt8]) {
    let response = Self.padded(Self.structure(type, name), 240)
    event(0x2F, Self.octets([1], address, [1, 0, 0x14, 0x04, 0x24, 0, 0, 0xC4], response))
  }

  // MARK: Protocols

  /// An answer with the record of an Audio Sink (SDP, Core Vol 3 Part B §4.7).
  private mutating func serviceRecord(_ handle: UInt8, _ name: (Place, Int) -> [UInt8]) {
    func attribute(_ number: UInt16, _ value: [UInt8]) -> [UInt8] {
      Self.octets([0x09], Self.big(number), value)
    }
    func text(_ type: UInt8, _ place: Place) -> [UInt8] {
      let octets = name(place, 200)
      return Self.octets([type, UInt8(octets.count)], octets)
    }
    func sequence(_ octets: [UInt8]) -> [UInt8] {
      Self.octets([0x36], Self.big(UInt16(octets.count)), octets)
    }
    opens(handle, psm: 1, [0x40, 0x41])
    let question: [UInt8] = [
      6, 0, 1, 0, 15, 0x35, 3, 0x19, 0x11, 0x0B, 0xFF, 0xFF, 0x35, 5, 0x0A, 0, 0, 0xFF, 0xFF, 0,
    ]
    l2cap(.sent, handle, 0x41, question)
    let record = Self.octets(
      attribute(0, [0x0A, 0, 1, 0, 1]), attribute(1, [0x35, 3, 0x19, 0x11, 0x0B]),
      attribute(0x0A, text(0x45, .documentation)), attribute(0x100, text(0x25, .serviceName)),
      attribute(0x101, text(0x25, .serviceDescription)), attribute(0x102, text(0x25, .provider)),
      attribute(0x200, text(0x25, .otherText)))
    let lists = sequence(sequence(record))
    let answer = Self.octets(Self.big(UInt16(lists.count)), lists, [0])
    l2cap(.received, handle, 0x40, Self.octets([7, 0, 1], Self.big(UInt16(answer.count)), answer))
  }

  /// What plays (AVRCP 1.6 §6.6.1).
  private mutating func trackTitle(_ handle: UInt8, _ name: (Place, Int) -> [UInt8]) {
    opens(handle, psm: 0x17, [0x42, 0x43])
    var attributes: [UInt8] = [3]
    for (number, place) in zip(UInt8(1)..., [Place.title, .artist, .album]) {
      let octets = name(place, 200)
      attributes += Self.octets([0, 0, 0, number, 0, 0x6A], Self.big(UInt16(octets.count)), octets)
    }
    let head: [UInt8] = [0x02, 0x11, 0x0E, 0x0C, 0x48, 0, 0, 0x19, 0x58, 0x20, 0]
    l2cap(.sent, handle, 0x43, Self.octets(head, Self.big(UInt16(attributes.count)), attributes))
  }

  /// The operator's name (HFP 1.8 §4.8) on DLCI 2.
  private mutating func handsFree(_ handle: UInt8, _ name: [UInt8]) {
    opens(handle, psm: 3, [0x44, 0x45])
    l2cap(.sent, handle, 0x45, [0x0B, 0x3F, 0x01, 0x59])
    let line = Self.octets(Array("\r\n+COPS: 0,0,\"".utf8), name, Array("\"\r\n".utf8))
    l2cap(.sent, handle, 0x45, Self.octets([0x0B, 0xEF, UInt8(line.count) << 1 | 1], line, [0x9A]))
  }

  private mutating func opens(_ handle: UInt8, psm: UInt8, _ cids: [UInt8]) {
    l2cap(.sent, handle, 1, [2, cids[0], 4, 0, psm, 0, cids[0], 0])
    l2cap(.received, handle, 1, [3, cids[0], 8, 0, cids[1], 0, cids[0], 0, 0, 0, 0, 0])
  }

  // MARK: Records

  private enum Way { case sent, received }

  private mutating func control(_ opcode: UInt16, _ adapter: UInt16, _ bytes: [UInt8]) {
    records.append((opcode, adapter, bytes))
  }

  private mutating func command(_ opcode: UInt16, _ parameters: [UInt8]) {
    control(2, 0, Self.octets(Self.little(opcode), [UInt8(parameters.count)], parameters))
  }

  private mutating func event(_ code: UInt8, _ parameters: [UInt8]) {
    control(3, 0, Self.octets([code, UInt8(parameters.count)], parameters))
  }

  private mutating func l2cap(_ way: Way, _ handle: UInt8, _ cid: UInt8, _ payload: [UInt8]) {
    let frame = Self.octets(Self.little(UInt16(payload.count)), [cid, 0], payload)
    control(
      way == .sent ? 4 : 5, 0, Self.octets([handle, 0x20], Self.little(UInt16(frame.count)), frame))
  }

  /// The log: btsnoop, data link 2001.
  var btsnoop: [UInt8] {
    var bytes = Self.octets(Array("btsnoop\0".utf8), [0, 0, 0, 1, 0, 0, 0x07, 0xD1])
    for (index, record) in records.enumerated() {
      let length = Self.big(UInt32(record.bytes.count))
      let flags = Self.big(UInt32(record.adapter) << 16 | UInt32(record.opcode))
      let time = Self.big(0x00E2_E7D7_274D_C000 + UInt64(index) * 30_000)
      bytes += Self.octets(length, length, flags, [0, 0, 0, 0], time, record.bytes)
    }
    return bytes
  }

  private static func octets(_ parts: [UInt8]...) -> [UInt8] { parts.flatMap { $0 } }

  private static func structure(_ type: UInt8, _ value: [UInt8]) -> [UInt8] {
    [UInt8(value.count + 1), type] + value
  }

  private static func padded(_ octets: [UInt8], _ count: Int) -> [UInt8] {
    octets + [UInt8](repeating: 0, count: count - octets.count)
  }

  private static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] { big(value.byteSwapped) }

  private static func big<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<T.bitWidth / 8).map { UInt8(truncatingIfNeeded: value >> T(T.bitWidth - 8 - 8 * $0)) }
  }
}
