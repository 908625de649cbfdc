import Foundation
import HCITrace
import Testing

/// Paths that lead to no plain file, and files that change while they are read.
@Suite(.timeLimit(.minutes(10)))
struct StrangeFileTests {
  let hcitrace = Command()
  let scratch = Scratch()

  /// A named pipe is read until its writer closes it.
  @Test func namedPipe() async throws {
    let path = try makePipe("pipe.btsnoop")
    let bytes = try Data(contentsOf: URL(filePath: sample("f8_page_timeout.btsnoop")))
    let writer = Thread {
      guard let pipe = FileHandle(forWritingAtPath: path) else { return }
      try? pipe.write(contentsOf: bytes)
      try? pipe.close()
    }
    writer.start()
    let run = try await hcitrace("analyze", path)
    #expect(run.status == 1 && run.output.contains("page-timeout"))
  }

  /// Where nobody ever writes to it, hcitrace waits as `cat` does, and a signal ends it.
  @Test func namedPipeThatNobodyWritesTo() throws {
    let pipe = try makePipe("pipe.btsnoop")
    let said = scratch.folder.appending(path: "said").path
    let process = try Detonation.spawn([hcitrace.path, "analyze", pipe], from: 0, to: said)
    var result: Int32 = 0
    Thread.sleep(forTimeInterval: 0.3)
    #expect(unsafe waitpid(process, &result, WNOHANG) == 0)
    kill(process, SIGTERM)
    for _ in 0..<1_000 where unsafe waitpid(process, &result, WNOHANG) == 0 { usleep(10_000) }
    // The low seven bits tell which signal ended it.
    #expect(result & 0x7F == SIGTERM)
    kill(process, SIGKILL)
  }

  /// In a folder a named pipe, a device and links that lead in circles are passed over, and the captures are read.
  @Test func folder() async throws {
    _ = try makePipe("a")
    let capture = try scratch.copy(of: "f8_page_timeout.btsnoop")
    let inner = scratch.folder.appending(path: "inner")
    let files = FileManager.default
    try files.createDirectory(at: inner, withIntermediateDirectories: true)
    for (name, target) in [
      ("up", ".."), ("self", "self"), ("there", "../inner/back"), ("back", "there"), ("zero", "/dev/zero"),
      ("inner", "../inner"),
    ] {
      try files.createSymbolicLink(atPath: inner.appending(path: name).path, withDestinationPath: target)
    }
    let run = try await hcitrace("analyze", scratch.folder.path, "--output", "json:-")
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(try Report(run.output).captures.map(\.path) == [capture])
    for circle in ["inner/self", "inner/there"] {
      let run = try await hcitrace("analyze", scratch.folder.appending(path: circle).path)
      #expect(run.status == 2 && run.errorLines.count == 1)
    }
  }

  /// A folder in a folder in a folder: deeper than 32 nothing is looked for.
  @Test func deepFolder() async throws {
    let deep = scratch.folder.appending(path: Array(repeating: "f", count: 100).joined(separator: "/"))
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    let bytes = try Data(contentsOf: URL(filePath: sample("f8_page_timeout.btsnoop")))
    try bytes.write(to: deep.appending(path: "a.btsnoop"))
    let run = try await hcitrace("analyze", scratch.folder.path)
    #expect(run.status == 2 && run.errors.contains("a folder without a capture"))
  }

  @Test(arguments: ["/dev/zero", "/dev/urandom", "/dev/null", "/"]) func device(_ path: String) async throws {
    let run = try await hcitrace("analyze", path)
    #expect(run.status == 2 && run.errorLines.count == 1)
  }

  /// Of a file that is cut off while it is read, what was there is analysed.
  @Test func fileThatShrinks() throws {
    let path = try longCapture()
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    let facts = try read(path) { frame in
      if frame == 10 { try? handle.truncate(atOffset: 4_096) }
    }
    #expect(facts.frames >= 10 && facts.frames < Self.frames)
  }

  /// A file that grows while it is read is read to wherever it ends.
  @Test func fileThatGrows() throws {
    let path = try longCapture()
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    let facts = try read(path) { frame in
      guard frame % 100 == 0, frame <= 1_000 else { return }
      _ = try? handle.seekToEnd()
      try? handle.write(contentsOf: Data(Self.record))
    }
    #expect((Self.frames...(Self.frames + 10)).contains(facts.frames))
  }

  /// A name of 10 MB, as a rule's, a device's or a profile's, is more than a file of settings may have.
  @Test(arguments: ["--rules", "--config", "--profile"]) func yamlOfTenMegabytes(_ option: String)
    async throws
  {
    let text = "name: " + String(repeating: "x", count: 10 << 20) + "\n"
    let file = try scratch.file("long.yml", Array(text.utf8))
    let run = try await hcitrace("analyze", sample("f8_page_timeout.btsnoop"), option, file)
    #expect(run.status == 2 && run.errorLines.count == 1)
    #expect(run.errors.contains("at most 1 MiB") && run.errors.utf8.count < 1_000)
  }

  // MARK: Making them

  private func makePipe(_ name: String) throws -> String {
    let path = scratch.folder.appending(path: name).path
    guard unsafe mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
    return path
  }

  private static let record = Fuse.record(Air.event(0x0E, [1, 3, 0x0C, 0]), received: true)
  /// So many records that a thread reads ahead.
  private static let frames = 400_000

  private func longCapture() throws -> String {
    try scratch.file(
      "long.btsnoop", btsnoopWithoutRecords + Array(repeatElement(Self.record, count: Self.frames).joined()))
  }

  /// Reads the capture at `path`, and lets `meanwhile` do something at each frame.
  private func read(_ path: String, meanwhile: @escaping (Int) -> Void) throws -> CaptureFacts {
    var consumer = Meddler(meanwhile: meanwhile)
    return try CaptureFile.read(path: path, into: &consumer)
  }

  private struct Meddler: PacketConsumer {
    let meanwhile: (Int) -> Void
    mutating func consume(_ bytes: RawSpan, _ head: PacketHead) { meanwhile(head.ref.number) }
    mutating func consume(_ packet: borrowing Packet) { meanwhile(packet.ref.number) }
  }
}
