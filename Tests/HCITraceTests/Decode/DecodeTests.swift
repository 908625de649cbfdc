import Foundation
@testable import HCITrace
import Testing

/// Every frame, every field.
@Suite struct DecodeTests {
  /// What tshark read in the sample captures (Wireshark/record.py wrote it down).
  @Test func agreesWithWireshark() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Wireshark/values.tsv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(rows.count > 3_000)
    for (capture, values) in Dictionary(grouping: rows, by: { $0[0] }) {
      let decoded = try Decoded(sample: capture)
      for value in values {
        let found = decoded.number(Int(value[1]) ?? 0, value[2])
        #expect(found == Int(value[3]), "\(capture) #\(value[1]) \(value[2])")
      }
    }
  }

  @Test(arguments: [
    "g1_full_success.btsnoop", "f6a_sdp_truncated_element.btsnoop", "37a_headers_only.btsnoop",
    "d2_media_truncated.btsnoop", "d8_g1_monitor_2001.btsnoop",
  ])
  func everyFrameHasTheFixedKeys(_ name: String) throws {
    let decoded = try Decoded(sample: name)
    #expect(decoded.frames.map { $0["frame"] as? Int } == (1...decoded.frames.count).map { $0 })
    for frame in decoded.frames {
      #expect(frame["time"] is Double)
      #expect(frame["adapter"] is Int)
      #expect(frame["direction"] is String || frame["direction"] is NSNull)
      #expect((frame["summary"] as? String)?.isEmpty == false)
      let type = try #require(frame["type"] as? String)
      #expect(
        [
          "command", "event", "acl", "sco", "iso", "diagnostic", "note", "control", "advertising",
          "unknown",
        ]
        .contains(type))
      if type == "command" || type == "event" || type == "acl" { #expect(frame[type] is [String: Any]) }
    }
  }

  /// A PDU in several packets is shown where it is complete, and says where it began.
  @Test func putsPiecesTogether() throws {
    let decoded = try Decoded(sample: "g3_sdp_continuation.btsnoop")
    let parts = decoded.frames.filter { ($0["sdp"] as? [String: Any])?["continuation"] != nil }
    #expect(!parts.isEmpty)
    let last = try #require(decoded.frames.first { ($0["sdp"] as? [String: Any])?["records"] != nil })
    let sdp = try #require(last["sdp"] as? [String: Any])
    #expect(sdp["firstFrame"] is Int)
    let record = try #require((sdp["records"] as? [[String: Any]])?.first)
    #expect(record["serviceClasses"] as? [String] == ["0x110B"])
    #expect(record["psm"] as? Int == 25)
  }

  /// An answer that breaks off is shown as far as it goes.
  @Test func malformedSaysWhere() throws {
    let decoded = try Decoded(sample: "f6a_sdp_truncated_element.btsnoop")
    let broken = decoded.frames.filter { $0["malformed"] != nil }
    #expect(broken.count == 1)
    let malformed = try #require(broken.first?["malformed"] as? [String: Any])
    #expect(malformed["layer"] as? String == "sdp")
    #expect(malformed["offset"] is Int)
    #expect(((broken.first?["sdp"] as? [String: Any])?["byteCount"] as? Int ?? 0) > 0)
  }

  /// What a snap length cut is no malformed packet.
  @Test func aCutPacketIsNotMalformed() throws {
    for name in ["37a_headers_only.btsnoop", "d2_media_truncated.btsnoop"] {
      let decoded = try Decoded(sample: name)
      #expect(decoded.frames.contains { $0["cut"] as? Bool == true })
      #expect(decoded.frames.allSatisfy { $0["malformed"] == nil }, "\(name)")
    }
  }

  /// Channels that were there before the capture are told by what they carry.
  @Test func infersChannels() throws {
    let decoded = try Decoded(sample: "d1_midstream_start.btsnoop")
    let inferred = decoded.frames.filter { ($0["l2cap"] as? [String: Any])?["inferred"] as? Bool == true }
    #expect(inferred.contains { $0["media"] != nil })
  }

  /// RFCOMM is told by its check sequence, and its text by what it says.
  @Test func infersRFCOMM() throws {
    let decoded = try Decoded([
      (.sent, "02 0B20 1000 0C00 4100 03 EF 11 41542B434D45453D 7A"),
      (.sent, "02 0B20 0800 0400 4100 03 3F 01 1C"),
      (.sent, "02 0B20 0800 0400 4100 03 3F 01 1D"),
    ])
    // A wrong check sequence could be anything; once the channel is known, everything on it is RFCOMM.
    #expect(decoded.value(1, "rfcomm") == nil)
    #expect(decoded.string(2, "rfcomm.frame") == "SABM")
    #expect(decoded.value(2, "l2cap.inferred") as? Bool == true)
    #expect(decoded.string(3, "rfcomm.frame") == "SABM")
  }

  /// Link keys, PINs and passkeys appear nowhere.
  @Test func keysAreWithheld() throws {
    let key = "00112233445566778899AABBCCDDEEFF"
    let packets: [(Direction, Octets)] = [
      (.sent, Octets(stringLiteral: "01 0B04 16 010203040506 \(key)")),
      (.sent, Octets(stringLiteral: "01 0D04 17 010203040506 10 \(key)")),
      (.received, Octets(stringLiteral: "04 18 17 010203040506 \(key) 04")),
      (.received, Octets(stringLiteral: "04 15 17 01 010203040506 \(key)")),
      (.received, "04 33 0A 010203040506 40E20100"), (.received, "04 3B 0A 010203040506 40E20100"),
      (.sent, "01 2E04 0A 010203040506 40E20100"),
      (.sent, Octets(stringLiteral: "01 1A20 12 4000 \(key)")),
      (.sent, Octets(stringLiteral: "01 1920 1C 4000 0011223344556677 8899 \(key)")),
      (.sent, Octets(stringLiteral: "01 1720 20 \(key) \(key)")),
      (.sent, Octets(stringLiteral: "01 2720 27 00 010203040506 \(key) \(key)")),
      (.received, Octets(stringLiteral: "04 0E 24 01 570C 00 \(key) \(key)")),
      (.received, Octets(stringLiteral: "04 0E 0C 01 1820 00 0011223344556677")),
      (.received, Octets(stringLiteral: "04 3E 22 09 00 \(key) \(key)")),
      (.sent, Octets(stringLiteral: "02 4000 1500 1100 0600 06 \(key)")),
      (.received, Octets(stringLiteral: "02 4020 1500 1100 0600 03 \(key)")),
    ]
    for format in [DecodeOptions.Format.json, .verbose] {
      var options = DecodeOptions()
      options.format = format
      let text = try Decoded(packets, options).text
      #expect(!text.contains("00112233") && !text.contains("33221100"))
      #expect(!text.contains("123456"), "a passkey")
      #expect(!text.contains("40E20100"))
      #expect(text.components(separatedBy: "<withheld>").count > packets.count)
    }
  }

  /// A name from the air never acts, and a program gets it as it was.
  @Test func namesNeverAct() throws {
    // "A\u{1B}[31m::x::\n\"\\" in Remote Name Request Complete.
    let name = "A\u{1B}[31m::x::\n\"\\\u{202E}"
    let octets = Array(name.utf8) + [UInt8](repeating: 0, count: 248 - name.utf8.count)
    let packets: [(Direction, Octets)] = [
      (.received, Octets([0x04, 0x07, 0xFF, 0x00, 1, 2, 3, 4, 5, 6] + octets)),
      (.received, "04 03 0B 00 0B00 010203040506 01 00"),
    ]
    let decoded = try Decoded(packets)
    #expect(decoded.string(1, "event.remoteName") == name)
    #expect(!decoded.text.contains("\u{1B}") && !decoded.text.contains("\u{202E}"))
    var options = DecodeOptions()
    for format in [DecodeOptions.Format.text, .verbose] {
      options.format = format
      let text = try Decoded(packets, options).text
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("::x"))
    }
    options.format = .text
    #expect(try Decoded(packets, options).text.split(separator: "\n").count == 2)
  }

  // MARK: What is shown

  @Test func filtersFrames() throws {
    var options = DecodeOptions()
    options.format = .json
    options.frames = 126...130
    #expect(try Decoded(sample: "f5a_avdtp_before_sdp_done.btsnoop", options).frames.count == 5)
    options.frames = nil
    options.layers = [.sdp]
    let service = try Decoded(sample: "f5a_avdtp_before_sdp_done.btsnoop", options)
    #expect(!service.frames.isEmpty && service.frames.allSatisfy { $0["sdp"] != nil })
    options.layers = nil
    options.onlyErrors = true
    let errors = try Decoded(sample: "f5a_avdtp_before_sdp_done.btsnoop", options)
    #expect(errors.frames.contains { ($0["summary"] as? String)?.contains("no resources") ?? false })
    #expect(errors.frames.count < 6)
  }

  @Test func filtersDevices() throws {
    var options = DecodeOptions()
    options.format = .json
    options.devices = [try #require(Address("FC:58:FA:12:34:56"))]
    let all = try Decoded(sample: "g1_full_success.btsnoop")
    let some = try Decoded(sample: "g1_full_success.btsnoop", options)
    #expect(some.frames.count > 300 && some.frames.count < all.frames.count)
    #expect(some.frames.contains { $0["media"] != nil })
    options.devices = [.zero]
    #expect(try Decoded(sample: "g1_full_success.btsnoop", options).frames.isEmpty)
    options.devices = nil
    options.deviceName = "soundbox"
    #expect(try Decoded(sample: "g1_full_success.btsnoop", options).frames.contains { $0["media"] != nil })
  }

  @Test func linesReadWell() throws {
    var options = DecodeOptions()
    options.format = .text
    options.frames = 127...128
    let text = try Decoded(sample: "g1_full_success.btsnoop", options).text
    #expect(
      text.hasPrefix(
        "   127     4.584640  →  SoundBox Mini      L2CAP   Connection Request, PSM 25 AVDTP, source 0x0040\n"
      ))
    options.isColoured = true
    #expect(try Decoded(sample: "g1_full_success.btsnoop", options).text.hasPrefix("\u{1B}["))
    options.isColoured = false
    options.format = .verbose
    let verbose = try Decoded(sample: "g1_full_success.btsnoop", options).text
    #expect(verbose.contains("sourceCID: 0x0040"))
  }

  // MARK: Damage

  @Test(arguments: ["f3a_setconf_reject_0x29.btsnoop", "f12a_remote_low_resources.btsnoop"])
  func damageIsToldNotTrappedOver(_ name: String) throws {
    let whole = try #require(Sample.bytes(name))
    var generator = LinearGenerator(state: 7)
    for _ in 0..<40 {
      var bytes = Array(whole.prefix(Int.random(in: 60...whole.count, using: &generator)))
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        // Past the file's header: a broken header is refused, which others test.
        bytes[Int.random(in: 16..<bytes.count, using: &generator)] = .random(in: 0...255, using: &generator)
      }
      for format in [DecodeOptions.Format.json, .verbose, .text] {
        var options = DecodeOptions()
        options.format = format
        // Every line is parsed: what is written of a broken frame is JSON all the same.
        do { _ = try Decoded(bytes, options) } catch is CaptureError {}
      }
    }
  }
}

/// The same numbers each time.
private struct LinearGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
