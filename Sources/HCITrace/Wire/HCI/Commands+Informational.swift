// Informational commands (Core Vol 4 Part E §7.4).

extension HCICommand {
  /// Read Local Extended Features (§7.4.4).
  struct ReadLocalExtendedFeatures: WireMessage {
    var pageNumber: UInt8
  }
}

extension HCICommand.ReadLocalExtendedFeatures {
  init(from reader: inout ByteReader) throws(WireError) {
    pageNumber = try reader.integer()
  }

  func encode(to writer: inout ByteWriter) {
    writer.integer(pageNumber)
  }
}
