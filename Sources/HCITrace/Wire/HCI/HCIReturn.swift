/// What Command Complete returns for one command; the parameters stay in the reader that the event was read from, and
/// whoever needs them reads the one of these that belongs to the opcode.
enum HCIReturn {}

extension HCIEvent.CommandComplete {
  /// The status at the start of the return parameters, without moving `reader`; `nil` for commands that return none,
  /// and where the parameters are missing.
  func status(in reader: borrowing ByteReader) -> HCIStatus? {
    guard opcode.returnsStatus else { return nil }
    return reader.peek().map(HCIStatus.init(rawValue:))
  }
}
