import Foundation

/// A folder for one test, gone with it.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory.appending(path: "hcitrace-\(UUID().uuidString)")

  init() { try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a new file that holds `bytes`.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// The path of a copy of the sample capture `name`.
  func copy(of name: String) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.copyItem(at: URL(filePath: sample(name)), to: url)
    return url.path
  }
}

/// Where the sample captures are.
let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../SampleCaptures")
  .standardizedFileURL

/// The path of the sample capture `name`.
func sample(_ name: String) -> String { samples.appending(path: name).path }

/// A btsnoop file without a record: version 1, data link 1002 (H4).
let btsnoopWithoutRecords = Array("btsnoop\0".utf8) + [0, 0, 0, 1, 0, 0, 0x03, 0xEA]
