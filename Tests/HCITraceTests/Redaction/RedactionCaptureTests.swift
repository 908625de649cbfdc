import Foundation
import HCIDiagnosis
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
    // What is known of some speakers is known by the names of the products.
    let products = Profile.builtIn.values.flatMap(\.devices).map(\.name)
    for capture in try Self.redacted(path, RedactionOptions(products: products)) {
      #expect(capture.said[0] == capture.said[1])
      #expect(capture.before.map(\.outside) == capture.after.map(\.outside))
      // Found by the four octets that a secret begins with, or it would take minutes.
      let secrets = Dictionary(grouping: Secrets(capture).all.filter { !$0.holds(products) }) {
        $0.octets.prefix(4)
      }
      for packet in capture.after where packet.bytes.count >= 4 {
        for start in 0...(packet.bytes.count - 4) {
          for secret in secrets[packet.bytes[start..<(start + 4)]] ?? []
          where packet.bytes[start...].starts(with: secret.octets) {
            Issue.record("\(secret.what) \(secret.octets.hex) is left in \(packet)")
          }
        }
      }
    }
  }

  /// Some files beside the project are none that hcitrace reads.
  private static func redacted(_ path: String, _ options: RedactionOptions) throws -> [RedactedCapture] {
    do throws(CaptureError) { return try RedactedCapture.all(at: path, options) } catch {
      return []
    }
  }

  @Test(arguments: captures.filter { $0.hasSuffix("g1_full_success.btsnoop") })
  func isTheSameEachTime(_ path: String) throws {
    #expect(try RedactedCapture.all(at: path).map(\.after) == RedactedCapture.all(at: path).map(\.after))
  }
}

extension SeenPacket {
  /// All of it but what its bytes are, a diagnostic as the note that it becomes.
  fileprivate var outside: SeenPacket {
    var packet = self
    if packet.kind == .diagnostic { (packet.kind, packet.direction) = (.note, nil) }
    packet.bytes = Array(repeating: 0, count: bytes.count)
    return packet
  }
}
