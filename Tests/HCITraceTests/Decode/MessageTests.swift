import HCITrace
import Testing

/// Messages that few captures have, each as Wireshark 4.0 reads it.
@Suite struct MessageTests {
  /// LE Connection Complete for handle 0x0040.
  private static let lowEnergy: (Direction, Octets) = (
    .received, "04 3E 13 01 00 4000 00 00 010203040506 1800 0000 4800 01"
  )

  @Test func attributeProtocol() throws {
    let decoded = try Decoded([
      Self.lowEnergy, (.sent, "02 4000 0B00 0700 0400 10 0100 FFFF 0028"),
      (.received, "02 4020 1600 1200 0400 11 06 0100 0700 0018 0800 0B00 0118 0C00 1400 0A18"),
      (.sent, "02 4000 0900 0500 0400 01 10 3100 0A"), (.sent, "02 4000 0700 0300 0400 02 F700"),
      (.received, "02 4020 0800 0400 0400 1B 1700 44"), (.sent, "02 4000 0600 0200 0400 08 01"),
    ])
    #expect(decoded.number(2, "att.opcode") == 0x10)
    #expect(decoded.number(2, "att.handle") == 1)
    #expect(decoded.number(2, "att.lastHandle") == 0xFFFF)
    #expect(decoded.string(2, "att.uuid") == "0x2800")
    #expect(decoded.number(3, "att.handle") == 1)
    #expect(decoded.number(4, "att.error") == 0x0A)
    #expect(decoded.number(5, "att.mtu") == 247)
    #expect(decoded.value(5, "att.handle") == nil)
    #expect(decoded.number(6, "att.handle") == 0x17)
    // Too short for its range: the opcode is shown, and where the rest ends.
    #expect(decoded.number(7, "att.opcode") == 0x08)
    #expect(decoded.string(7, "malformed.layer") == "att")
    #expect(decoded.string(2, "peer") == "06:05:04:03:02:01")
  }

  @Test func securityManager() throws {
    let decoded = try Decoded([
      Self.lowEnergy, (.sent, "02 4000 0B00 0700 0600 01 03 00 05 10 03 03"),
      (.received, "02 4020 0600 0200 0600 05 08"),
    ])
    #expect(decoded.number(2, "smp.code") == 1)
    #expect(decoded.string(2, "smp.ioCapabilityName") == "NoInputNoOutput")
    #expect(decoded.number(2, "smp.maximumKeySize") == 16)
    #expect(decoded.string(3, "smp.reasonName") == "unspecified reason")
  }

  /// Channels by credits carry what their request asked for.
  @Test func creditBasedChannels() throws {
    let decoded = try Decoded([
      Self.lowEnergy, (.sent, "02 4000 1200 0E00 0500 14 02 0A00 2700 4000 4000 4000 0A00"),
      (.received, "02 4020 1200 0E00 0500 15 02 0A00 4100 4000 4000 0A00 0000"),
      (.sent, "02 4000 0900 0500 4100 0300 0A 0500"), (.received, "02 4020 0800 0400 4000 0200 0B 05"),
      (.received, "02 4020 0C00 0800 0500 16 03 0400 4100 0500"),
      (.received, "02 4020 0E00 0A00 0500 01 06 0600 0200 4000 4100"),
    ])
    #expect(decoded.number(2, "signals.0.psm") == 0x27)
    #expect(decoded.number(2, "signals.0.sourceCID") == 0x40)
    #expect(decoded.number(3, "signals.0.destinationCID") == 0x41)
    #expect(decoded.number(4, "l2cap.psm") == 0x27)
    #expect(decoded.number(4, "att.handle") == 5)
    #expect(decoded.number(5, "att.opcode") == 0x0B)
    #expect(decoded.value(6, "signals.0.sourceCID") == nil)
    // The first channel is the one at the end that rejects.
    #expect(decoded.number(7, "signals.0.sourceCID") == 0x40)
    #expect(decoded.number(7, "signals.0.destinationCID") == 0x41)
  }

  @Test func qualityReport() throws {
    let decoded = try Decoded([
      (
        .received,
        """
        04 FF 31 58 03 02 0B00 00 04 C4 0A 14 05 401F 10270000 07000000 02000000 01000000 00000000 \
        03000000 00000000 00000000 00000000
        """
      ),
      (.sent, "01 5DFD 13 01 00000000 1000 0000 01000000 01 02 40010500"),
      (.sent, "01 5EFD 07 00 1F000000 E803"),
    ])
    #expect(decoded.string(1, "event.subeventName") == "Bluetooth Quality Report")
    #expect(decoded.number(1, "event.rssi") == -60)
    #expect(decoded.number(1, "event.retransmissionCount") == 7)
    #expect(decoded.number(2, "command.subOpcode") == 1)
    #expect(decoded.number(3, "command.minimumReportInterval") == 1_000)
  }

  /// What the host said before says nothing of what the controller answers to an unknown command.
  @Test func unknownCodesAreNumbersWithTheirBytes() throws {
    let decoded = try Decoded([
      (.sent, "01 FFFC 02 ABCD"), (.received, "04 60 02 ABCD"), (.received, "04 3E 03 77 ABCD"),
      (.received, "04 0E 04 01 990C 01"), (.received, "04 0E 05 01 01FC ABCD"),
    ])
    #expect(decoded.string(1, "command.parameters") == "ABCD")
    #expect(decoded.string(2, "event.parameters") == "ABCD")
    #expect(decoded.number(3, "event.subevent") == 0x77)
    #expect(decoded.number(4, "event.status") == 1)
    #expect(decoded.string(5, "event.returnParameters") == "ABCD")
    #expect(decoded.frames.allSatisfy { $0["malformed"] == nil })
  }

  /// Link type 251: octets as a sniffer sees them; as Wireshark's btle reads them.
  @Test func linkLayer() throws {
    var output = CaptureWriter.Output(order: .little)
    output.put(UInt32(0xA1B2_C3D4))
    output.put(UInt16(2))
    output.put(UInt16(4))
    for value in [UInt32(0), 0, 65_535, 251] { output.put(value) }
    let pdus: [Octets] = [
      "D6BE898E 40 0C 010203040506 0509 4E616D65 123456", "F5A6DD92 02 0B 0700 0400 10 0100 FFFF 0028 123456",
      "F5A6DD92 03 01 05 123456", "F5A6DD92 02 0B 0700 0400 10 0100 FFFF 0028 123456",
      "F5A6DD92 01 00 123456",
      "F5A6",
    ]
    for pdu in pdus {
      for value in [UInt32(0), 0, UInt32(pdu.bytes.count), UInt32(pdu.bytes.count)] { output.put(value) }
      output.put(pdu.bytes)
    }
    let decoded = try Decoded(output.bytes)
    #expect(decoded.string(1, "type") == "advertising")
    #expect(decoded.string(1, "advertising.pduName") == "ADV_IND")
    #expect(decoded.string(1, "advertising.advertiserAddress") == "06:05:04:03:02:01")
    #expect(decoded.string(1, "advertising.data.0.localName") == "Name")
    #expect(decoded.number(2, "att.opcode") == 0x10)
    #expect(decoded.string(3, "linkLayer.opcodeName") == "LL_START_ENC_REQ")
    // From here on everything is encrypted.
    #expect(decoded.value(4, "att") == nil)
    #expect(decoded.string(6, "malformed.layer") == "advertising")
  }

  /// An AVCTP channel whose set-up is not in the capture; the readings are Wireshark's.
  @Test func remoteControl() throws {
    let decoded = try Decoded([
      (.received, "02 0B20 1600 1200 4000 52 110E 0C 48 00 001958 10 00 0005 03 03 01 02 0D"),
      (
        .received,
        """
        02 0B20 2F00 2B00 4000 92 110E 0C 48 00 001958 20 00 001E 02 00000001 006A 0005 5469746C65 \
        00000002 006A 0008 41206D616E00 0000
        """
      ),
      (.sent, "02 0B20 1200 0E00 4100 70 110E 00 48 00 001958 50 00 0001 40"),
      (.sent, "02 0B20 0C00 0800 4100 10 110E 00 48 7C 44 00"),
    ])
    #expect(
      decoded.value(1, "avrcp.events") as? [String] == [
        "EVENT_PLAYBACK_STATUS_CHANGED", "EVENT_TRACK_CHANGED", "EVENT_VOLUME_CHANGED",
      ])
    #expect(decoded.string(2, "avrcp.attributes.0.text") == "Title")
    #expect(decoded.string(2, "avrcp.attributes.1.attributeName") == "Artist")
    #expect(decoded.string(2, "avrcp.attributes.1.text") == "A man")
    #expect(decoded.number(3, "avrcp.volume") == 64)
    #expect(decoded.string(4, "avrcp.operationName") == "play")
  }

  /// Commands that nothing but decode reads, as the specification lays them out; Wireshark reads them so.
  @Test func parametersInTheirPlaces() throws {
    let decoded = try Decoded([
      (.sent, "01 3620 19 01 1300 A00000 E60000 07 01 00 000000000000 00 7F 01 00 02 05 00"),
      (.received, "04 0E 05 01 3620 00 F9"), (.received, "04 0E 08 01 2320 00 1B00 4801"),
      (.sent, "01 4E20 08 00 010203040506 01"), (.sent, "01 430C 01 01"), (.sent, "01 3620 03 01 1300"),
    ])
    #expect(decoded.number(1, "command.eventProperties") == 0x13)
    #expect(decoded.number(1, "command.intervalMax") == 0xE6)
    #expect(decoded.number(1, "command.txPower") == 127)
    #expect(decoded.number(1, "command.advertisingSID") == 5)
    #expect(decoded.value(1, "command.parameters") == nil)
    #expect(decoded.number(2, "event.selectedTxPower") == -7)
    #expect(decoded.number(3, "event.suggestedMaxTxTime") == 328)
    #expect(decoded.number(4, "command.privacyMode") == 1)
    #expect(decoded.number(5, "command.inquiryScanType") == 1)
    // What is there is shown, and where it ends.
    #expect(decoded.number(6, "command.eventProperties") == 0x13)
    #expect(decoded.string(6, "malformed.layer") == "hci")
  }
}
