import Foundation
import Testing

#if os(Linux)
  /// libpcap is loaded when it is needed, and only then.
  @Suite(.timeLimit(.minutes(10)))
  struct LibpcapTests {
    let hcitrace = Command()
    let scratch = Scratch()

    /// Where what has libpcap's name is no library.
    private func withoutLibpcap(_ capture: String) async throws -> Command.Outcome {
      for name in ["libpcap.so.0.8", "libpcap.so.1"] { _ = try scratch.file(name, Array("none".utf8)) }
      return try await hcitrace.run([sample(capture)], libraries: scratch.folder)
    }

    @Test func otherCapturesDoWithoutIt() async throws {
      let run = try await withoutLibpcap("g1_full_success.btsnoop")
      #expect(run.status == 0)
      #expect(try await run.output == hcitrace(sample("g1_full_success.btsnoop")).output)
      #expect(run.errors.isEmpty)
    }

    @Test func whatNeedsItSaysSo() async throws {
      let run = try await withoutLibpcap("d4_g1_dlt201.pcap")
      #expect(run.status == 2)
      #expect(run.errorLines.count == 1 && run.errors.contains("libpcap"), "\(run.errors)")
    }
  }
#endif
