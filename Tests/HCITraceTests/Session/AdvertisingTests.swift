import HCITrace
import Testing

/// What LE devices say of themselves, over and over.
@Suite struct AdvertisingTests {
  private static let address: [UInt8] = [0x01, 0x23, 0x45, 0x67, 0x89, 0x4B]
  private static let flags: [UInt8] = [0x02, 0x01, 0x06]

  /// An LE Advertising Report event with one report (Core Vol 4 Part E §7.7.65.2), as an H4 packet.
  private static func report(
    _ data: [UInt8], _ type: UInt8 = 0, addressType: UInt8 = 1, address: [UInt8] = address, rssi: UInt8 = 0xC4
  ) -> [UInt8] {
    let report = [type, addressType] + address + [UInt8(data.count)] + data + [rssi]
    return [0x04, 0x3E, UInt8(report.count + 2), 0x02, 0x01] + report
  }

  private static func name(_ name: String) -> [UInt8] {
    [UInt8(name.utf8.count + 1), 0x09] + Array(name.utf8)
  }

  private static func session(_ packets: [[UInt8]]) throws -> Session {
    let records = packets.enumerated().map {
      CaptureWriter.Record(flags: 3, time: Int64($0.offset) * 100_000, bytes: $0.element)
    }
    let bytes = CaptureWriter.btsnoop(1002, records)
    return try #require(Analysis.sessions(bytes: bytes).first).outcome.get()
  }

  @Test func repetitionsAreCounted() throws {
    let session = try Self.session((0..<50).map { Self.report(Self.flags, rssi: UInt8(0xB0 + $0 % 8)) })
    let advertiser = try #require(session.advertisers.first)
    #expect(session.advertisers.count == 1)
    #expect(advertiser.reports == 50)
    #expect(advertiser.last.number == 50)
    #expect(advertiser.flags?.value == 0x06)
    #expect(advertiser.flags?.at.number == 1)
    #expect(session.adapters.first?.events == 50)
  }

  @Test func newsAmongRepetitionsAreRead() throws {
    let quiet = Self.report(Self.flags)
    let answer = Self.report(Self.name("Kitchen"), 4)
    let session = try Self.session([quiet, quiet, answer, quiet, answer])
    let advertiser = try #require(session.advertisers.first)
    #expect(advertiser.reports == 5)
    #expect(advertiser.name?.value == "Kitchen")
    #expect(advertiser.name?.at.number == 3)
  }

  /// Structures of one octet or two behind each other, so that nearly every octet of the data is the length of one.
  private static func structures(_ count: Int, shifted: Bool) -> (data: [UInt8], lengths: [Int]) {
    var data: [UInt8] = shifted && count > 2 ? [0x02, 0xFF, 0x00] : []
    var lengths = data.isEmpty ? [] : [0]
    while data.count < count {
      lengths.append(data.count)
      data += data.count + 1 < count ? [0x01, 0xFF] : [0x00]
    }
    return (data, lengths)
  }

  /// One octet that differs makes it another thing that is said, at whatever place of data of whatever length.
  @Test(arguments: [false, true]) func oneOctetMakesADifference(shifted: Bool) throws {
    for count in 1...31 {
      let (data, lengths) = Self.structures(count, shifted: shifted)
      for place in lengths {
        var other = data
        other[place] = 0x7F
        let session = try Self.session([data, data, other, data].map { Self.report($0) })
        #expect(session.advertisers.first?.reports == 4)
        #expect(session.malformations.map(\.at.number) == [3], "\(count) octets, \(place)")
      }
    }
  }

  @Test func sendersAreToldApart() throws {
    let other: [UInt8] = [0x01, 0x23, 0x45, 0x67, 0x89, 0x4C]
    let session = try Self.session([
      Self.report(Self.flags), Self.report(Self.flags, address: other), Self.report(Self.flags),
      Self.report(Self.flags, addressType: 0), Self.report(Self.flags, address: other),
    ])
    #expect(session.advertisers.map(\.reports) == [3, 2])
  }

  /// More senders than are kept in mind, each of which says two things in turn.
  @Test func manySendersAreCountedEach() throws {
    let turns = (0..<3).flatMap { _ in
      (0..<600).flatMap { sender -> [[UInt8]] in
        let address = [UInt8(sender & 0xFF), UInt8(sender >> 8), 0x45, 0x67, 0x89, 0x4B]
        let quiet = Self.report(Self.flags, address: address)
        return [quiet, quiet, Self.report(Self.name("Kitchen"), 4, address: address), quiet]
      }
    }
    let session = try Self.session(turns)
    #expect(session.advertisers.count == 600)
    for (sender, advertiser) in session.advertisers.enumerated() {
      #expect(advertiser.reports == 12)
      #expect(advertiser.first.number == 4 * sender + 1)
      #expect(advertiser.last.number == 4 * (1200 + sender) + 4)
      #expect(advertiser.last.microseconds == Int64(advertiser.last.number - 1) * 100_000)
    }
    #expect(session.adapters.first?.events == turns.count)
  }

  /// Data that break their grammar do so every time.
  @Test func brokenDataAreNotedEveryTime() throws {
    let session = try Self.session((0..<3).map { _ in Self.report([0x02, 0x01, 0x06, 0x09, 0x09, 0x41]) })
    #expect(session.malformations.map(\.at.number) == [1, 2, 3])
  }

  /// A report that a snap length cut, or that holds less than it says, is no repetition of the whole one.
  @Test func shortReportsAreNoRepetitions() throws {
    let whole = Self.report(Self.flags + Self.name("Den"))
    for kept in 5..<whole.count {
      let session = try Self.session([whole, whole, Array(whole[..<kept])])
      #expect((2...3).contains(session.advertisers.first?.reports ?? 0), "\(kept)")
      #expect(session.capture.frames == 3)
    }
  }
}
