import Foundation
import Testing

/// What can't be read is refused in one line, and the rest is analysed all the same.
@Suite(.timeLimit(.minutes(10)))
struct RefusalTests {
  let hcitrace = Command()
  let scratch = Scratch()

  @Test(arguments: [[], ["--quiet"], ["--quiet", "--fail-on", "never"], ["--output", "json:-"]])
  func emptyCapture(_ options: [String]) async throws {
    let file = try scratch.file("empty.btsnoop", btsnoopWithoutRecords)
    let run = try await hcitrace.run(["analyze", file] + options)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("empty.btsnoop"))
  }

  @Test func missingFile() async throws {
    let run = try await hcitrace("analyze", scratch.folder.appending(path: "nowhere.btsnoop").path)
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("nowhere.btsnoop"))
  }

  @Test(arguments: [
    ("nothing", [] as [UInt8]),
    ("letter.txt", Array("Dear reader,\nthis is not a capture.\n".utf8)),
    ("half.btsnoop", Array("btsno".utf8)),
  ])
  func notACapture(_ name: String, _ bytes: [UInt8]) async throws {
    let run = try await hcitrace("analyze", scratch.file(name, bytes))
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains(name))
  }

  /// Link type 189, USB with Linux header: named as such, with the way out.
  @Test func usbCapture() async throws {
    let header: [UInt8] = [
      0xD4, 0xC3, 0xB2, 0xA1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 189, 0, 0, 0,
    ]
    let record: [UInt8] =
      [0, 0, 0, 0, 0, 0, 0, 0, 48, 0, 0, 0, 48, 0, 0, 0] + [UInt8](repeating: 0, count: 48)
    let run = try await hcitrace("analyze", scratch.file("usb.pcap", header + record))
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("USB"))
  }

  @Test func oneBrokenCaptureAmongOthers() async throws {
    let broken = try scratch.file("broken.btsnoop", btsnoopWithoutRecords)
    let good = [sample("g1_full_success.btsnoop"), sample("g2_reconnect_link_key.btsnoop")]
    let run = try await hcitrace("analyze", good[0], broken, good[1], "--output", "json:-")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(try Report(run.output).captures.map(\.path) == good)
  }

  @Test func unknownProfile() async throws {
    let run = try await hcitrace("analyze", sample("g1_full_success.btsnoop"), "--profile", "gramophone")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errors.contains("gramophone"))
  }

  @Test func reportThatCannotBeWritten() async throws {
    let run = try await hcitrace(
      "analyze", sample("g1_full_success.btsnoop"), "--output",
      "json:\(scratch.folder.path)/no/such/folder.json")
    #expect(run.status == 2)
    #expect(run.errorLines.count == 1)
  }
}
