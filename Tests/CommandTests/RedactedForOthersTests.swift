import Foundation
import Testing

/// What others read in a redacted capture, where tshark and btmon are there to tell.
@Suite(.timeLimit(.minutes(10)))
struct RedactedForOthersTests {
  let hcitrace = Command()
  let scratch = Scratch()

  private static let hasTShark = (try? shell("command -v tshark").status) == 0
  private static let hasBTMon = (try? shell("command -v btmon").status) == 0

  /// Pairing with each kind of key, an EIR, names, SDP, music, LE advertising; a log of Linux, and link type 201.
  static let captures = [
    "f16_second_speaker.btsnoop", "f18_le_audio_only.btsnoop", "f9a_speaker_lost_key.btsnoop",
    "d4_g1_dlt201.pcap",
    "d8_g1_monitor_2001.btsnoop",
  ]

  private func redacted(_ name: String, as format: String) async throws -> String {
    let path = scratch.folder.appending(path: "shared.\(format)").path
    let run = try await hcitrace("redact", sample(name), path)
    try #require(run.status == 0, "\(run.output)\(run.errors)")
    return path
  }

  private func fields(_ names: [String], of path: String) throws -> [String] {
    let list = names.map { "-e \($0)" }.joined(separator: " ")
    let run = try shell("tshark -r '\(path)' -T fields -E occurrence=a -E aggregator=, \(list)")
    #expect(run.status == 0)
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: hasTShark), arguments: captures, ["btsnoop", "pcapng"])
  func tsharkComplainsOfNothingNew(_ name: String, _ format: String) async throws {
    let shown = ["frame.number", "frame.time_epoch", "frame.protocols", "_ws.expert.message"]
    let wanted = try fields(shown, of: sample(name))
    #expect(try fields(shown, of: await redacted(name, as: format)) == wanted)
  }

  @Test(.enabled(if: hasTShark), arguments: captures)
  func whatTSharkKnowsIsGone(_ name: String) async throws {
    let addresses = try fields(
      ["bthci_evt.bd_addr", "bthci_cmd.bd_addr", "btle.advertising_address", "hci_mon.bd_addr"],
      of: sample(name))
    let texts = try fields(
      [
        "btcommon.eir_ad.entry.device_name", "bthci_evt.remote_name", "bthci_cmd.device_name",
        "bthci_cmd.pin_code",
      ],
      of: sample(name))
    let keys = try fields(
      ["bthci_evt.link_key", "bthci_cmd.link_key", "btsmp.long_term_key", "btsmp.id_resolving_key"],
      of: sample(name))
    let values = { (lines: [String]) -> Set<String> in
      Set(lines.flatMap { $0.split { $0 == "\t" || $0 == "," } }.map(String.init))
    }
    let numbers = values(addresses + keys).map { text in
      text.filter { $0 != ":" }.map { $0 }
    }.map { digits in
      stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
    }.filter { Set($0).count > 2 }
    #expect(numbers.count >= 2)
    let original = try Data(contentsOf: URL(filePath: sample(name)))
    let shared = try Data(contentsOf: URL(filePath: await redacted(name, as: "btsnoop")))
    for number in numbers {
      #expect(original.range(of: Data(number)) != nil || original.range(of: Data(number.reversed())) != nil)
      #expect(shared.range(of: Data(number)) == nil && shared.range(of: Data(number.reversed())) == nil)
    }
    for text in values(texts) where text.utf8.count > 4 {
      #expect(
        original.range(of: Data(text.utf8)) != nil && shared.range(of: Data(text.utf8)) == nil, "\(text)")
    }
  }

  @Test(.enabled(if: hasBTMon), arguments: captures.filter { $0.hasSuffix("btsnoop") })
  func btmonComplainsOfNothingNew(_ name: String) async throws {
    let complaints = { (path: String) throws -> Int in
      let run = try shell("btmon -r '\(path)'")
      #expect(run.status == 0)
      return run.output.matches(of: #/(?i)invalid|malformed|too short|unknown packet/#).count
    }
    #expect(try complaints(await redacted(name, as: "btsnoop")) <= complaints(sample(name)))
  }
}
