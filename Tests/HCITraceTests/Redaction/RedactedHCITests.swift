@testable import HCITrace
import Testing

/// Commands and events: addresses, names, keys.
@Suite struct RedactedHCITests {
  private let speaker = Exchange.speaker
  /// 02:00:00:00:00:01, least significant octet first.
  private let alias: [UInt8] = [0x01, 0x00, 0x00, 0x00, 0x00, 0x02]
  private let key: [UInt8] = (0x61...0x70).map { $0 }

  @Test func theSameAddressHasTheSameAlias() {
    var exchange = Exchange()
    exchange.command(0x0405, speaker + [0x18, 0xCC, 0x01, 0x00, 0x00, 0x00, 0x01])
    exchange.event(0x03, [0x00, 0x0B, 0x00] + speaker + [0x01, 0x00])
    exchange.event(0x04, [9, 9, 9, 1, 2, 3, 0x14, 0x04, 0x24, 0x01])
    let packets = exchange.redacted().map(\.bytes)
    #expect(packets[0] == [0x05, 0x04, 13] + alias + [0x18, 0xCC, 0x01, 0x00, 0x00, 0x00, 0x01])
    #expect(packets[1] == [0x03, 11, 0x00, 0x0B, 0x00] + alias + [0x01, 0x00])
    #expect(packets[2] == [0x04, 10, 0x02, 0x00, 0x00, 0x00, 0x00, 0x02, 0x14, 0x04, 0x24, 0x01])
  }

  @Test func aCompanyMayStay() {
    var exchange = Exchange()
    exchange.event(0x03, [0x00, 0x0B, 0x00] + speaker + [0x01, 0x00])
    let bytes = exchange.redacted(RedactionOptions(keepsManufacturers: true))[0].bytes
    #expect(Array(bytes[5..<11]) == [0x01, 0x00, 0x00, 0xFA, 0x58, 0xFC])
  }

  @Test func aRandomAddressStaysOne() {
    var exchange = Exchange()
    // LE Connection Complete: a resolvable private address.
    exchange.event(
      0x3E, [0x01, 0x00, 0x40, 0x00, 0x00, 0x01, 1, 2, 3, 4, 5, 0x6A, 24, 0, 0, 0, 42, 0, 0])
    let bytes = exchange.redacted(RedactionOptions(keepsManufacturers: true))[0].bytes
    #expect(Array(bytes[8..<14]) == [0x01, 0x00, 0x00, 0x00, 0x00, 0x42])
  }

  @Test func noAddressStaysNone() {
    var exchange = Exchange()
    exchange.event(0x03, [0x04, 0x00, 0x00, 0, 0, 0, 0, 0, 0, 0x01, 0x00])
    #expect(exchange.redacted().map(\.bytes) == exchange.packets.map(\.bytes))
  }

  @Test func keysGo() {
    var exchange = Exchange()
    exchange.event(0x18, speaker + key + [0x04])
    exchange.command(0x040B, speaker + key)
    exchange.command(0x040D, speaker + [4] + Array("1234".utf8) + Array(repeating: 0, count: 12))
    exchange.event(0x3B, speaker + [0x40, 0xE2, 0x01, 0x00])
    exchange.command(0x2019, [0x40, 0x00] + key)
    exchange.command(0x0C11, [1] + speaker + key)
    let blank = Array(repeating: UInt8(0), count: 16)
    let packets = exchange.redacted().map(\.bytes)
    #expect(packets[0] == [0x18, 23] + alias + blank + [0x04])
    #expect(packets[1] == [0x0B, 0x04, 22] + alias + blank)
    #expect(packets[2] == [0x0D, 0x04, 23] + alias + [4] + blank)
    #expect(packets[3] == [0x3B, 10] + alias + [0, 0, 0, 0])
    #expect(packets[4] == [0x19, 0x20, 18, 0x40, 0x00] + blank)
    #expect(packets[5] == [0x11, 0x0C, 23, 1] + alias + blank)
  }

  @Test func aNameHasTheSameAliasWhereverItStands() {
    let name = Array("SoundBox Mini".utf8)
    var exchange = Exchange()
    exchange.event(0x07, [0x00] + speaker + name + Array(repeating: 0, count: 235))
    exchange.event(
      0x2F,
      [1] + speaker + [1, 0, 0x14, 0x04, 0x24, 0, 0, 0xC4] + [14, 0x09] + name
        + [3, 0xFF, 0x75, 0x00, 2, 0x0A, 4] + Array(repeating: 0, count: 218))
    let packets = exchange.redacted().map(\.bytes)
    #expect(packets[0][9..<22].text == "Device 1.....")
    #expect(packets[0][22...].allSatisfy { $0 == 0 })
    #expect(packets[1][19..<32].text == "Device 1.....")
    #expect(Array(packets[1][32..<39]) == [3, 0xFF, 0x75, 0x00, 2, 0x0A, 4])
  }

  @Test func aProductMayStay() {
    var exchange = Exchange()
    exchange.command(0x0C13, Array("Ann's JBL Flip 6".utf8) + Array(repeating: 0, count: 232))
    let bytes = exchange.redacted(RedactionOptions(products: ["JBL flip 6"]))[0].bytes
    #expect(bytes[3..<19].text == "vice 1JBL Flip 6")
    #expect(exchange.redacted()[0].bytes[3..<19].text == "Device 1........")
  }

  @Test func dataOfMakersAndServicesGo() {
    var exchange = Exchange()
    let data: [UInt8] = [
      2, 1, 6, 7, 0xFF, 0x4C, 0x00, 0xAA, 0xBB, 0xCC, 0xDD, 5, 0x16, 0x2C, 0xFE, 0x77, 0x88,
    ]
    exchange.event(
      0x3E, [0x02, 1, 0, 1, 1, 2, 3, 4, 5, 0xC6, UInt8(data.count)] + data + [0xC0])
    let bytes = exchange.redacted()[0].bytes
    #expect(
      Array(bytes[13...]) == [2, 1, 6, 7, 0xFF, 0x4C, 0x00, 0, 0, 0, 0, 5, 0x16, 0x2C, 0xFE, 0, 0, 0xC0])
    #expect(Array(bytes[6..<12]) == [0x01, 0, 0, 0, 0, 0xC2])
  }

  @Test func whatNobodyKnowsGoes() {
    var exchange = Exchange()
    exchange.command(0xFC77, [1, 2, 3])
    exchange.event(0xFF, [0x77, 1, 2, 3])
    exchange.other(.note, Array("paired with Ann's phone".utf8))
    exchange.other(.control(.other), [1, 2, 3])
    exchange.other(.unknown(0x77), [1, 2, 3])
    exchange.other(.diagnostic, Array("Ann's link key 1".utf8))
    exchange.other(.diagnostic, Array("Ann".utf8))
    exchange.other(.diagnostic, [])
    let redacted = exchange.redacted()
    let packets = redacted.map(\.bytes)
    #expect(packets[0] == [0x77, 0xFC, 3, 0, 0, 0])
    #expect(packets[1] == [0xFF, 4, 0x77, 0, 0, 0])
    // A note stays a text, for whoever shows it.
    #expect(packets[2] == Array(repeating: UInt8(ascii: "."), count: 22) + [0])
    #expect(packets[3] == Array("..\0".utf8) && packets[4] == [0, 0, 0])
    // Wireshark warns of a diagnostic whose vendor it doesn't know; a note it shows.
    #expect(redacted.dropFirst(5).allSatisfy { $0.kind == .note && $0.direction == nil })
    #expect(packets[5] == Array("diagnostic.....\0".utf8) && packets[6] == Array("di\0".utf8))
    #expect(packets[7].isEmpty)
  }

  @Test func whatASnapLengthLeftIsEnough() {
    for count in 0...13 {
      var exchange = Exchange()
      exchange.other(.event, Array(([0x03, 11, 0x00, 0x0B, 0x00] + speaker + [0x01, 0x00]).prefix(count)))
      let bytes = exchange.redacted()[0].bytes
      #expect(bytes.count == count)
      #expect(!bytes.dropFirst(5).prefix(6).contains { speaker.contains($0) })
    }
  }

  @Test func timesAreShifted() {
    var exchange = Exchange()
    exchange.event(0x01, [0x00])
    #expect(exchange.redacted(RedactionOptions(timeShift: -500))[0].microseconds == 500)
  }

  /// The tables of what commands and events hold say of each where an address is: none of them stays.
  @Test func everyAddressThatTheTablesKnowGoes() throws {
    for (opcode, command, returned) in AddressPlaces.commands {
      var exchange = Exchange()
      exchange.command(
        opcode, Array(repeating: 0x33, count: command ?? 0) + speaker + Array(repeating: 0, count: 40))
      exchange.event(
        0x0E,
        [1, UInt8(opcode & 0xFF), UInt8(opcode >> 8)] + Array(repeating: 0, count: returned ?? 0) + speaker)
      let packets = exchange.redacted().map(\.bytes)
      if command != nil { #expect(!packets[0].contains(speaker), "command \(opcode)") }
      if returned != nil { #expect(!packets[1].contains(speaker), "return of \(opcode)") }
    }
    for (code, subevent, offset) in AddressPlaces.events {
      var exchange = Exchange()
      var parameters = Array(repeating: UInt8(0), count: offset) + speaker + Array(repeating: 0, count: 40)
      if let subevent { parameters[0] = subevent }
      exchange.event(code, parameters)
      #expect(!exchange.redacted()[0].bytes.contains(speaker), "event \(code) \(subevent ?? 0)")
    }
  }
}

/// What an LE sniffer shows.
@Suite struct RedactedLinkLayerTests {
  /// Wireshark calls no other checksum of this PDU correct.
  @Test func checksumsAreThoseOfTheAir() {
    let pdu: [UInt8] = [0x42, 0x0F, 1, 2, 3, 4, 5, 0xC6, 2, 1, 6, 5, 9, 0x41, 0x6E, 0x6E, 0x21]
    #expect(LinkLayerCheck.of(pdu, isAdvertising: true) == 0x5E_D9B0)
  }

  @Test func advertisersHaveAliases() {
    var exchange = Exchange()
    let head: [UInt8] = [0xD6, 0xBE, 0x89, 0x8E, 0x42, 0x0F]
    exchange.other(
      .linkLayer, head + [1, 2, 3, 4, 5, 0xC6] + [2, 1, 6, 5, 9, 0x41, 0x6E, 0x6E, 0x21] + [7, 7, 7])
    let bytes = exchange.redacted()[0].bytes
    #expect(Array(bytes[..<12]) == head + [0x01, 0, 0, 0, 0, 0xC2])
    #expect(Array(bytes[12..<17]) == [2, 1, 6, 5, 9] && bytes[17..<21].text == "ce 1")
  }

  @Test func whatConnectedDevicesSayGoes() {
    var exchange = Exchange()
    exchange.other(.linkLayer, [0x11, 0x22, 0x33, 0x44, 0x02, 0x07, 3, 0, 4, 0, 0x1B, 0x10, 0x55, 7, 7, 7])
    #expect(
      Array(exchange.redacted()[0].bytes[..<13]) == [0x11, 0x22, 0x33, 0x44, 0x02, 0x07, 3, 0, 4, 0, 0, 0, 0])
  }
}
