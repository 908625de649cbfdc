// RFCOMM (RFCOMM 1.2): frames and the multiplexer stay, and of what they carry the commands of hands-free and headset. Object
// exchange, serial ports and all else go.

extension Redactor {
  func rfcomm(_ copy: inout FairCopy) {
    guard let header = copy.keepHeader(RFCOMMHeader.self) else { return }
    let outer = copy.enter(Int(header.length))
    if header.type == .uih {
      if header.dlci == 0 {
        multiplexer(&copy)
      } else if HandsFreeMessage(copy.reader) != nil {
        handsFree(&copy)
      }
    }
    copy.leave(outer)
    // The check sequence covers the header, or parts of it: it is still right.
    copy.keep(1)
  }

  /// A command about channels; a test may carry anything.
  private func multiplexer(_ copy: inout FairCopy) {
    guard let type = copy.peek() else { return }
    let command = RFCOMMMultiplexer.Command(rawValue: type >> 2)
    copy.keep(command.name == nil || command.rawValue == 0x08 ? 2 : copy.remaining)
  }
}
