import Foundation
@testable import HCITrace
import Testing

/// Plays a file of SBC frames in Tones, five a packet, at the pace of the audio; `dropped` is the frame that is missing with
/// the four after it.
func playsFile(_ name: String, dropping dropped: Int? = nil) throws -> [TraceScript.Step] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Tones")
  let octets = Array(try Data(contentsOf: folder.appending(path: "\(name).sbc")))
  var found: SBCFrameHeader?
  var frames: [[UInt8]] = []
  var rest = octets[...]
  while rest.count >= 4 {
    var reader = ByteReader(Array(rest.prefix(4)).rawSpan)
    let header = try SBCFrameHeader(from: &reader)
    frames.append(Array(rest.prefix(header.length)))
    rest = rest.dropFirst(header.length)
    found = header
  }
  let header = try #require(found)
  if let dropped { frames.removeSubrange(dropped..<(dropped + 5)) }
  let interval = Duration.microseconds(5 * header.samples * 1_000_000 / header.hertz)
  return stride(from: 0, to: frames.count - 4, by: 5).flatMap { first in
    plays(
      [5] + frames[first..<(first + 5)].joined(), samples: UInt32(5 * header.samples)
    ).after(interval)
  }
}
