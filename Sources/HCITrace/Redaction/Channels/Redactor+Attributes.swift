// The Attribute Protocol (Core Vol 3 Part F): handles, types and errors stay, and which services and characteristics
// there are. Values go: they are names, serial numbers, heart rates, messages.

extension Redactor {
  func attribute(_ copy: inout FairCopy, _ link: inout LinkProgress) {
    let code = copy.peek() ?? 0
    guard let message = copy.keepHeader(ATTMessage.self) else { return }
    switch code {
    // Find Information: handles with their types. Read By Group Type: services. Read Multiple: handles.
    case 0x05, 0x07, 0x0E, 0x10, 0x11, 0x20: copy.keepRest()
    // Find By Type Value: the type; its value is a service's UUID.
    case 0x06:
      let isService = copy.reader.attributeType == .primaryService
      copy.keep(isService ? copy.remaining : 2)
    case 0x08:
      link.attributeType = copy.reader.attributeType
      copy.keepRest()
    case 0x09: entries(message, &copy, link.attributeType)
    // Read Blob, Prepare Write: the offset.
    case 0x0C, 0x16, 0x17: copy.keep(2)
    // Execute Write: whether.
    case 0x18: copy.keep(1)
    default: break
    }
  }

  /// Entries of a handle and a value each; the first handle was dealt with. What a characteristic or an included service
  /// is, its declaration tells.
  private func entries(_ message: ATTMessage, _ copy: inout FairCopy, _ type: BluetoothUUID?) {
    if type == .characteristic || type == .include { return copy.keepRest() }
    guard case .list(let size, _) = message.content, size > 2 else { return }
    copy.blank(Int(size) &- 2)
    while copy.remaining > 0 {
      copy.keep(2)
      copy.blank(Int(size) &- 2)
    }
  }
}

extension BluetoothUUID {
  /// Declarations of a service, of one that it includes, and of a characteristic (Assigned Numbers §3.5).
  fileprivate static let primaryService = BluetoothUUID(UInt16(0x2800)),
    include = BluetoothUUID(UInt16(0x2802)),
    characteristic = BluetoothUUID(UInt16(0x2803))
}

extension ByteReader {
  /// The type of an attribute, where it is one of 16 bits.
  fileprivate var attributeType: BluetoothUUID? {
    var reader = self
    return (try? reader.integer(UInt16.self)).map { BluetoothUUID($0) }
  }
}
