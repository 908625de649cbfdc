import Foundation
import HCITrace
import Testing

/// The frames of a capture as `hcitrace decode --output json:-` writes them, read by a JSON parser that isn't ours.
struct Decoded {
  var frames: [[String: Any]]
  var text: String

  init(_ bytes: [UInt8], _ options: DecodeOptions? = nil) throws {
    var chosen = options ?? DecodeOptions()
    if options == nil { chosen.format = .json }
    var output: [UInt8] = []
    try Decoding.decode(bytes: bytes, options: chosen) { span in
      output += ByteReader(span).copyRest(limit: .max)
    }
    text = String(decoding: output, as: UTF8.self)
    frames = []
    guard chosen.format == .json else { return }
    for line in text.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      frames.append(try #require(object as? [String: Any]))
    }
  }

  /// The sample capture `name`, decoded.
  init(sample name: String, _ options: DecodeOptions? = nil) throws {
    try self.init(try #require(Sample.bytes(name)), options)
  }

  /// H4 packets as a btsnoop log: which way each went, and its octets, packet type first.
  init(_ packets: [(Direction, Octets)], _ options: DecodeOptions? = nil) throws {
    let records = packets.enumerated().map { index, packet in
      CaptureWriter.Record(
        flags: packet.0 == .sent ? 0 : 1, time: Int64(index) * 1_000, bytes: packet.1.bytes)
    }
    try self.init(CaptureWriter.btsnoop(1002, records), options)
  }

  /// The value at `path` ("signals.0.code") of a frame, counted from 1.
  func value(_ frame: Int, _ path: String) -> Any? {
    var value: Any? = frames.first { $0["frame"] as? Int == frame }
    for part in path.split(separator: ".") {
      if let index = Int(part) {
        let list = value as? [Any]
        value = list.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      } else {
        value = (value as? [String: Any])?[String(part)]
      }
    }
    return value
  }

  func number(_ frame: Int, _ path: String) -> Int? { value(frame, path) as? Int }
  func string(_ frame: Int, _ path: String) -> String? { value(frame, path) as? String }
}
