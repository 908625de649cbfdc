/// Deflate's stored blocks (RFC 1951 §3.2.4), which need no compressor.
enum Deflated {
  static func raw(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    repeat {
      let count = min(bytes.count - start, 65_535)
      output.append(start + count == bytes.count ? 1 : 0)
      for value in [UInt16(count), ~UInt16(count)] { output += [UInt8(value & 0xFF), UInt8(value >> 8)] }
      output += bytes[start..<(start + count)]
      start += count
    } while start < bytes.count
    return output
  }

  /// RFC 1950.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return [0x78, 0x01] + raw(bytes) + [UInt8(b >> 8), UInt8(b & 0xFF), UInt8(a >> 8), UInt8(a & 0xFF)]
  }

  /// RFC 1952.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + raw(bytes) + little(crc(bytes)) + little(UInt32(bytes.count))
  }

  static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
    }
    return ~crc
  }

  static func little<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<(T.bitWidth / 8)).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

/// Archives of files with names.
enum Archive {
  /// A zip archive (APPNOTE.TXT): each member deflated or stored.
  static func zip(_ files: [(name: String, bytes: [UInt8], deflated: Bool)]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let body = file.deflated ? Deflated.raw(file.bytes) : file.bytes
      let offset = UInt32(output.count)
      var common: [UInt8] = [20, 0, 0, 0, file.deflated ? 8 : 0, 0, 0, 0, 0, 0]
      common += Deflated.little(Deflated.crc(file.bytes))
      common += Deflated.little(UInt32(body.count))
      common += Deflated.little(UInt32(file.bytes.count))
      common += Deflated.little(UInt16(file.name.utf8.count)) + [0, 0]
      output += [0x50, 0x4B, 3, 4] + common + Array(file.name.utf8) + body
      directory +=
        [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10) + Deflated.little(offset)
      directory += Array(file.name.utf8)
    }
    let count = Deflated.little(UInt16(files.count))
    let end = Deflated.little(UInt32(directory.count)) + Deflated.little(UInt32(output.count)) + [0, 0]
    return output + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end
  }

  /// A tar archive (ustar).
  static func tar(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var output: [UInt8] = []
    for file in files {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
      }
      let size = String(file.bytes.count, radix: 8)
      put(file.name, at: 0)
      put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar\u{0}00", at: 257)
      let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
      output += header + file.bytes
      output += repeatElement(0, count: (512 - file.bytes.count % 512) % 512)
    }
    return output + [UInt8](repeating: 0, count: 1024)
  }

  /// The text of a bug report with `block` in base64 between its marks.
  static func bugReport(_ block: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var lines: [UInt8] = []
    for (index, start) in stride(from: 0, to: block.count, by: 3).enumerated() {
      let group = block[start..<min(start + 3, block.count)]
      let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | ($1 < group.count ? UInt32(group[start + $1]) : 0) }
      for place in 0..<4 {
        lines.append(
          place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
      if index % 32 == 31 { lines.append(0x0A) }
    }
    let head = "== dumpstate: 2024-06-03 14:22:07\n" + String(repeating: "a line of the report\n", count: 900)
    let begin = "--- BEGIN:BTSNOOP_LOG_SUMMARY (\(block.count) bytes in) ---\n"
    return Array((head + begin).utf8) + lines + Array("\n--- END:BTSNOOP_LOG_SUMMARY ---\nmore\n".utf8)
  }
}
