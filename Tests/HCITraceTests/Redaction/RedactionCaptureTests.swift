import Foundation
import HCITrace
import Testing

/// Whole captures: what of them must be gone, and what must still be said.
@Suite struct RedactionCaptureTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The project's captures, and those beside it.
  static let captures: [String] = ["SampleCaptures", "labelled", "rules", "real"].flatMap { name in
    let folder = root.appending(path: name == "SampleCaptures" ? name : "../shared/captures/\(name)")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.sorted().filter {
      ["btsnoop", "pcap", "pcapng", "pklg", "cfa"].contains(($0 as NSString).pathExtension)
    }
    .map { folder.appending(path: $0).path }
  }

  @Test(arguments: captures)
  func tellsTheSameOfNobody(_ path: String) throws {
    for capture in try RedactedCapture.all(at: path) {
      #expect(capture.said[0] == capture.said[1])
      #expect(capture.before.map(\.outside) == capture.after.map(\.outside))
      for secret in Secrets(capture).all {
        for packet in capture.after where packet.bytes.contains(secret.octets) {
          Issue.record("\(secret.what) \(secret.octets.hex) is left in \(packet)")
        }
      }
    }
  }

  @Test(arguments: captures.filter { $0.hasSuffix("g1_full_success.btsnoop") })
  func isTheSameEachTime(_ path: String) throws {
    #expect(try RedactedCapture.all(at: path).map(\.after) == RedactedCapture.all(at: path).map(\.after))
  }
}

extension SeenPacket {
  /// All of it but what its bytes are.
  fileprivate var outside: SeenPacket {
    var packet = self
    packet.bytes = Array(repeating: 0, count: bytes.count)
    return packet
  }
}
