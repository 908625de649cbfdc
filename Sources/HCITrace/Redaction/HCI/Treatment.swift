/// What redaction does with one parameter of a command or event, or with several in a row.
enum Treatment: Sendable {
  /// So many octets stay: numbers, flags and codes that are no secret.
  case keep(Int)
  /// All that is left stays.
  case keepRest
  /// So many octets become blank: keys, PINs, passkeys, and what keys are made from.
  case secret(Int)
  /// A public address, or one of BR/EDR.
  case address
  /// A random address.
  case randomAddress
  /// An octet that tells the kind of address, and the address.
  case typedAddress
  /// A name of UTF-8 in all that is left, which ends at a zero.
  case name
  /// Structures of advertising or extended inquiry response data, in all that is left.
  case structures
  /// An octet that tells a length, and so many octets of such structures.
  case countedStructures
  /// An octet that tells a length, and so many octets that become blank.
  case countedBlank
  /// These again and again, until nothing is left.
  case list([Treatment])
}

extension Redactor {
  /// Writes parameters anew as `treatments` say; what they don't speak of stays blank.
  mutating func treat(_ copy: inout FairCopy, _ treatments: [Treatment]) {
    for treatment in treatments where copy.remaining > 0 { treat(&copy, treatment) }
    copy.blank(copy.remaining)
  }

  private mutating func treat(_ copy: inout FairCopy, _ treatment: Treatment) {
    switch treatment {
    case .keep(let count): copy.keep(count)
    case .keepRest: copy.keepRest()
    case .secret(let count): secret(&copy, count)
    case .address: address(&copy, isRandom: false)
    case .randomAddress: address(&copy, isRandom: true)
    case .typedAddress: typedAddress(&copy)
    case .name: name(&copy)
    case .structures: structures(&copy)
    case .countedStructures:
      let outer = counted(&copy)
      structures(&copy)
      copy.leave(outer)
    case .countedBlank: copy.leave(counted(&copy))
    case .list(let treatments):
      while copy.remaining > 0 { for treatment in treatments { treat(&copy, treatment) } }
    }
  }

  /// Goes into a part whose length the next octet tells.
  private func counted(_ copy: inout FairCopy) -> Int {
    let count = Int(copy.peek() ?? 0)
    copy.keep(1)
    return copy.enter(count)
  }
}
