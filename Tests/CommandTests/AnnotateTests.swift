import Foundation
import Testing

/// A capture in, the same packets with the findings as comments on their frames out.
@Suite(.timeLimit(.minutes(10)))
struct AnnotateTests {
  let hcitrace = Command()
  let scratch = Scratch()
  let capture = sample("f5a_avdtp_before_sdp_done.btsnoop")

  private static let hasTShark = (try? shell("command -v tshark").status) == 0

  private func place(_ name: String) -> String { scratch.folder.appending(path: name).path }

  /// The frames that tshark selects in `path`.
  private func frames(_ filter: String, in path: String) throws -> [Int] {
    let run = try shell("tshark -r '\(path)' -Y '\(filter)' -T fields -e frame.number")
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(separator: "\n").compactMap { Int($0) }
  }

  private func findings(of path: String) async throws -> [Report.Finding] {
    let run = try await hcitrace(
      "analyze", path, "--no-config", "--output", "json:-", "--fail-on", "never")
    return try Report(run.output).captures.flatMap(\.findings)
  }

  /// Captures in every container, with findings of each weight; PacketLogger files lie beside the project.
  static let captures: [String] = {
    let names = [
      "f5a_avdtp_before_sdp_done.btsnoop", "n3_page_timeout_then_ok.btsnoop", "f16_second_speaker.btsnoop",
      "37a_headers_only.btsnoop", "d1_midstream_start.btsnoop", "d4_g1_dlt201.pcap", "d6_g1.pcapng",
      "d8_g1_monitor_2001.btsnoop",
    ]
    let shared = samples.appending(path: "../../shared/captures/labelled").standardizedFileURL
    let more = (try? FileManager.default.contentsOfDirectory(atPath: shared.path)) ?? []
    return names.map(sample)
      + more.filter { $0.hasSuffix(".pklg") }.sorted().prefix(2).map { shared.appending(path: $0).path }
  }()

  /// What Wireshark shows comments on is what the findings cite, in every container, and every packet is where it was.
  @Test(.enabled(if: hasTShark), arguments: captures)
  func commentsStandOnTheEvidence(_ path: String) async throws {
    let annotated = place("annotated.pcapng")
    let run = try await hcitrace("annotate", path, annotated, "--no-config")
    try #require(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let findings = try await findings(of: path)
    let cited = Set(findings.flatMap(\.evidence).map(\.frame))
    #expect(try frames("frame.comment", in: annotated) == cited.sorted())
    #expect(try await self.findings(of: annotated) == findings)
    let lines = { (file: String) in
      try shell("tshark -r '\(file)' -T fields -e frame.number -e frame.time_epoch -e _ws.col.Info").output
    }
    // What Wireshark makes of PacketLogger files is another thing.
    if !path.hasSuffix(".pklg") { #expect(try lines(annotated) == lines(path)) }
  }

  /// Wireshark takes the rules, and gives each frame the colour of what weighs most.
  @Test(.enabled(if: hasTShark)) func wiresharkTakesTheColours() async throws {
    let settings = scratch.folder.appending(path: "wireshark")
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
    let annotated = place("annotated.pcapng")
    let run = try await hcitrace(
      "annotate", sample("n3_page_timeout_then_ok.btsnoop"), annotated, "--color-filters",
      settings.appending(path: "colorfilters").path)
    try #require(run.status == 0, "\(run.errors)")
    let shown = try shell(
      """
      WIRESHARK_CONFIG_DIR='\(settings.path)' tshark -r '\(annotated)' --color -T fields -e frame.number \
      -e frame.coloring_rule.name
      """)
    #expect(!shown.errors.contains("color"), "\(shown.errors)")
    var weights: [Int: String] = [:]
    let order = ["note", "warning", "error"]
    for finding in try await findings(of: sample("n3_page_timeout_then_ok.btsnoop")) {
      for frame in finding.evidence.map(\.frame) {
        let known = weights[frame].flatMap { order.firstIndex(of: $0) } ?? -1
        weights[frame] = order[max(known, order.firstIndex(of: finding.severity) ?? 0)]
      }
    }
    #expect(!weights.isEmpty)
    for line in shown.output.split(separator: "\n") {
      let cells = line.split(separator: "\t")
      let frame = try #require(Int(cells[0]))
      #expect(cells.dropFirst().first.map(String.init) == weights[frame].map { "hcitrace: \($0)" }, "\(line)")
    }
  }

  @Test(.enabled(if: hasTShark)) func commentsTellWhatTheFrameProves() async throws {
    let annotated = place("annotated.pcapng")
    let run = try await hcitrace("annotate", capture, annotated)
    #expect(run.output.contains("132 frames, from btsnoop · H4 to pcapng"))
    #expect(run.output.contains("1 attempt · 1 failed · 2 errors · primary cause: sdp-race"))
    let shown = try shell("tshark -r '\(annotated)' -Y frame.number==128 -T fields -e frame.comment").output
    // The frame proves both.
    for part in [
      "error[sdp-race]", "evidence 2 of 5: L2CAP Connection Response, 0x0004",
      "attempt 1 · its primary cause",
      "hcitrace explain sdp-race", "error[l2cap-refused]", "evidence 1 of 2",
    ] {
      #expect(shown.contains(part), "\(part) is missing in \(shown)")
    }
    let facts = try shell("capinfos -k '\(annotated)'").output
    for part in ["attempt 1, SoundBox Mini: FAILED at avdtp · primary cause: sdp-race", "2 errors"] {
      #expect(facts.contains(part), "\(part) is missing in \(facts)")
    }
  }

  @Test func itCanBeAnnotatedAnew() async throws {
    let (once, twice) = (place("once.pcapng"), place("twice.pcapng"))
    #expect(
      try await hcitrace("annotate", sample("f5a_avdtp_before_sdp_done.btsnoop"), once, "--quiet").status == 0
    )
    #expect(try await hcitrace("annotate", once, twice, "--quiet").status == 0)
    let comments = { (path: String) in
      Self.comments(in: Array(try Data(contentsOf: URL(filePath: path)))).dropFirst()
    }
    #expect(try Array(comments(twice)) == Array(comments(once)))
    #expect(try await findings(of: twice) == findings(of: sample("f5a_avdtp_before_sdp_done.btsnoop")))
  }

  /// Only what is reported is written, and a configuration counts.
  @Test func settingsCount() async throws {
    let annotated = place("annotated.pcapng")
    let run = try await hcitrace("annotate", capture, annotated, "--disable", "sdp-race,l2cap-refused")
    #expect(run.status == 0 && !run.output.contains("sdp-race"))
    let other = try await hcitrace("annotate", capture, place("b.pcapng"), "--device", "Nobody")
    #expect(other.status == 2 && other.errorLines.count == 1 && other.errors.contains("SoundBox Mini"))
    #expect(try await hcitrace("annotate", capture, place("b.pcapng"), "--fail-on", "note").status == 64)
    #expect(!FileManager.default.fileExists(atPath: place("b.pcapng")))
  }

  @Test func whatCanNotBeDone() async throws {
    let there = try scratch.file("there.pcapng", Array("precious".utf8))
    let kept = try await hcitrace("annotate", capture, there)
    #expect(kept.status == 2 && kept.errorLines.count == 1 && kept.errors.contains("--force"))
    #expect(try await hcitrace("annotate", capture, there, "--force").status == 0)
    let twice = try await hcitrace("annotate", "-", place("a.pcapng"), input: capture)
    #expect(twice.status == 64 && twice.errors.contains("reads twice"))
    #expect(try await hcitrace("annotate", capture, place("a.btsnoop")).status == 64)
    #expect(try await hcitrace("annotate", capture, capture, "--force").status == 64)
    let missing = try await hcitrace("annotate", place("missing"), place("a.pcapng"))
    #expect(missing.status == 2 && missing.errorLines.count == 1)
    let rules = try await hcitrace(
      "annotate", capture, place("a.pcapng"), "--color-filters", place("no/such/file"))
    #expect(rules.status == 2 && rules.errors.contains("no/such/file"))
  }

  /// A pipe is read but once: one line tells the way out, and nobody waits for ever.
  @Test func aPipeIsRefused() throws {
    let pipe = place("pipe")
    let run = try shell(
      """
      mkfifo '\(pipe)' && (cat '\(capture)' > '\(pipe)' &) ; '\(hcitrace.path)' annotate '\(pipe)' '\(place("a.pcapng"))'
      echo "status $?"; cat '\(pipe)' > /dev/null
      """)
    #expect(run.output.contains("status 2") && run.errors.contains("save it as a file first"))
  }

  @Test func aMemberOfAnArchive() async throws {
    let archive = place("bug.tar")
    try shell(
      "tar -cf '\(archive)' -C '\(samples.path)' f8_page_timeout.btsnoop f9a_speaker_lost_key.btsnoop")
    let unclear = try await hcitrace("annotate", archive, place("a.pcapng"))
    #expect(unclear.status == 2 && unclear.errors.contains("f8_page_timeout.btsnoop"))
    let run = try await hcitrace(
      "annotate", archive, place("a.pcapng"), "--capture", "f8_page_timeout.btsnoop")
    #expect(run.status == 0 && run.output.contains("page-timeout"))
  }

  @Test func standardOutput() throws {
    let run = try shell(
      "'\(hcitrace.path)' annotate '\(capture)' - > '\(place("a.pcapng"))'; '\(hcitrace.path)' '\(place("a.pcapng"))'"
    )
    #expect(run.errors.contains("primary cause: sdp-race"), "what is told goes to standard error")
    #expect(run.output.contains("primary cause: sdp-race"))
  }

  /// Names in comments don't act.
  @Test(.enabled(if: hasTShark)) func namesAreEscaped() async throws {
    let file = try scratch.file("names.btsnoop", HostileCapture().btsnoop)
    let annotated = place("annotated.pcapng")
    let run = try await hcitrace("annotate", file, annotated)
    #expect(run.status == 0)
    let octets = Array(try Data(contentsOf: URL(filePath: annotated)))
    let comments = Self.comments(in: octets)
    #expect(comments.count > 1)
    for comment in comments { #expect(Harm.done(by: comment) == []) }
  }

  /// The comments of a pcapng file, least significant octet first, in their order.
  private static func comments(in octets: [UInt8]) -> [String] {
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(octets[place + $1]) << (8 * $1) }
    }
    var comments: [String] = []
    var block = 0
    while block + 12 <= octets.count {
      let (type, size) = (number(block, 4), number(block + 4, 4))
      var option: Int? =
        switch type {
        case 0x0A0D_0D0A: block + 24
        case 6: block + 28 + (number(block + 20, 4) + 3) / 4 * 4
        default: nil
        }
      while let place = option, place + 4 < block + size - 4, number(place, 2) != 0 {
        let length = number(place + 2, 2)
        if number(place, 2) == 1 {
          comments.append(String(decoding: octets[(place + 4)..<(place + 4 + length)], as: UTF8.self))
        }
        option = place + 4 + (length + 3) / 4 * 4
      }
      block += size
    }
    return comments
  }
}
