extension ReportBuffer {
  /// Appends `text` as the message of a workflow command of GitHub Actions, in which lines may break.
  mutating func append(commandMessage text: String) { append(text, escaping: "%\r\n") }

  /// Appends `text` as the value of a property of such a command, which a comma or the `::` before the message would end.
  mutating func append(commandProperty text: String) { append(text, escaping: "%\r\n:,") }

  /// Appends `text` with the letters of `acting` as `%XX`.
  private mutating func append(_ text: String, escaping acting: String) {
    for byte in text.utf8 {
      guard acting.utf8.contains(byte) else {
        append(byte)
        continue
      }
      let digits = String(byte, radix: 16, uppercase: true)
      append("%" + (byte < 0x10 ? "0" : "") + digits)
    }
  }
}
