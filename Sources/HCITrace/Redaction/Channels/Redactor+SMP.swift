// The Security Manager, of LE and of BR/EDR (Core Vol 3 Part H §3.3–§3.6): how devices pair stays; keys, and what they are
// made from, go.

extension Redactor {
  mutating func securityManager(_ copy: inout FairCopy) {
    let code = copy.peek() ?? 0
    copy.keep(1)
    switch code {
    // Pairing Request and Response: capabilities, requirements, key sizes.
    case 0x01, 0x02: copy.keep(6)
    // Pairing Failed, Security Request, Keypress Notification.
    case 0x05, 0x0B, 0x0E: copy.keep(1)
    case 0x09: typedAddress(&copy)
    // Confirm and random values, LTK, IRK, CSRK, check values.
    case 0x03, 0x04, 0x06, 0x08, 0x0A, 0x0D: secret(&copy, 16)
    // EDIV and Rand, public keys, and what no version knows yet.
    default: break
    }
  }
}
