import Foundation
import HCIDiagnosis
import HCITrace
import Testing

/// What a log can't show, and how to take one that can.
@Suite struct UnseenTests {
  @Test(arguments: [
    ("37a_headers_only.btsnoop", Unseen.Kind.filtered), ("d1_midstream_start.btsnoop", .startsLate),
    ("38a_offload_start.btsnoop", .mediaNotLogged), ("f11_supervision_timeout.btsnoop", .noSignalStrength),
    ("f10a_pairing_rejected_by_peer.btsnoop", .otherSide), ("d2_media_truncated.btsnoop", .cutPackets),
    ("41a_peer_leaves_after_set_configuration.btsnoop", .otherSide),
  ])
  func tellsWhatIsMissing(_ sample: String, _ kind: Unseen.Kind) throws {
    let unseen = try diagnosis(ofSample: sample).cannotShow.first { $0.kind == kind }
    #expect(try #require(unseen).recipes.isEmpty == false)
  }

  /// A healthy log, and a failure that the log explains in full, miss nothing that people need.
  @Test(arguments: [
    "g1_full_success.btsnoop", "g2_reconnect_link_key.btsnoop", "38a_offload_start.btsnoop",
    "d1_midstream_start.btsnoop", "d2_media_truncated.btsnoop", "f6a_sdp_truncated_element.btsnoop",
    "f2b_sbc_mono_only_rejected.btsnoop",
  ])
  func keepsQuietWhereAllIsClear(_ sample: String) throws {
    #expect(try diagnosis(ofSample: sample).cannotShow.filter(\.isNeeded).map(\.what) == [])
  }

  @Test func aSnifferHearsAnotherRadio() throws {
    let found = unseen {
      raw(
        .linkLayer, .received,
        [0xD6, 0xBE, 0x89, 0x8E, 0x00, 0x09, 0x56, 0x34, 0x12, 0xFA, 0x58, 0xFC, 0x02, 0x01, 0x06])
    }
    let sniffer = try #require(found.first)
    #expect(found.count == 1 && sniffer.kind == .noHCI && sniffer.isNeeded)
    #expect(sniffer.recipes.map(\.host) == ["Android", "Linux", "macOS", "iOS", "Echo"])
  }

  /// A log that ends while an answer is awaited says which, and how much longer it had to be.
  @Test func saysHowMuchLongerTheLogHadToBe() throws {
    let found = unseen {
      reaches(.avdtp)
      asks(.open)
      passes(.seconds(2))
    }
    let early = try #require(found.first { $0.kind == .endsEarly })
    #expect(early.what.contains("AVDTP Open"), "\(early.what)")
    #expect(early.recipes.first?.how.contains("at least 4 s longer") == true, "\(early.recipes)")
    #expect(early.isNeeded)
  }

  /// What cannot be told of the other side is in the other side's log: an Echo's can't be had by its owner.
  @Test func theOtherSideDecidesTheRecipe() throws {
    let found = try diagnosis(ofSample: "f10a_pairing_rejected_by_peer.btsnoop").cannotShow
    #expect(found.first { $0.kind == .otherSide }?.recipes.map(\.host) == ["speaker"])
  }

  /// README tells how to get a log in the words of the recipes.
  @Test(arguments: Recipe.everywhere + [.echo, .speaker]) func readMeAgrees(_ recipe: Recipe) throws {
    let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardizedFileURL
    let readMe = try String(contentsOf: file, encoding: .utf8).replacing("`", with: "").replacing(
      "*", with: ""
    )
    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(readMe.contains(recipe.how), "README lacks: \(recipe.how)")
  }

  private func unseen(@TraceBuilder _ steps: () -> [TraceScript.Step]) -> [Unseen] {
    Diagnoser().diagnose(TraceScript(steps).session).cannotShow
  }
}
