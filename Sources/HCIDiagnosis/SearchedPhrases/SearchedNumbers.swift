/// The numbers in what somebody searches for, and the protocols that are named with them: "AVDTP 0x29", "HCI 13".
struct SearchedNumbers {
  /// A number as it was written.
  struct Number {
    var value: UInt32
    /// How many hexadecimal digits it was written with; `nil` for a decimal one.
    var digits: Int?
  }

  /// The numbers, in their order.
  var numbers: [Number] = []
  /// The families that words beside them name; empty where none does.
  var families: [SearchedCode.Family] = []
  /// Nothing is there but numbers and words that say what they are.
  var areAll = true

  /// The numbers of `text`.
  init(_ text: String) {
    var decimals: [Number] = []
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if word.hasPrefix("0x"), word.count <= 10, let value = UInt32(word.dropFirst(2), radix: 16) {
        numbers.append(Number(value: value, digits: word.count - 2))
      } else if let value = UInt32(word) {
        decimals.append(Number(value: value, digits: nil))
      } else if let named = Self.qualifiers[String(word)] {
        families += named.filter { !families.contains($0) }
      } else if !Self.fillers.contains(String(word)) {
        areAll = false
      }
    }
    // A decimal number alone may be anything; beside the name of a protocol it is a code of that.
    if areAll, numbers.isEmpty, families.contains(where: { $0 != .classOfDevice }) { numbers = decimals }
    if numbers.isEmpty { areAll = false }
  }

  /// What each number is in the protocols named, or in those that write their codes with as many digits.
  var codes: [SearchedCode] {
    numbers.flatMap { number -> [SearchedCode] in
      if !families.isEmpty { return families.compactMap { SearchedCode(number.value, in: $0) } }
      let digits = number.digits ?? 2
      let width = digits <= 2 ? 2 : digits <= 4 ? 4 : 6
      let likely = SearchedCode.Family.allCases.filter { $0.digits == width }
      let found = likely.compactMap { SearchedCode(number.value, in: $0) }
      if !found.isEmpty || width == 6 { return found }
      return SearchedCode.Family.allCases.filter { $0.digits != width && $0 != .classOfDevice }
        .compactMap { SearchedCode(number.value, in: $0) }
    }
  }

  private static let qualifiers: [String: [SearchedCode.Family]] = [
    "hci": [.hci], "disconnect": [.hci], "disconnected": [.hci], "lmp": [.hci],
    "avdtp": [.avdtp], "a2dp": [.avdtp],
    "l2cap": [.connectionResult, .configurationResult], "psm": [.psm],
    "sdp": [.sdp], "uuid": [.service], "cod": [.classOfDevice], "class": [.classOfDevice],
  ]

  private static let fillers: Set<String> = [
    "status", "error", "reason", "code", "result", "bluetooth", "response", "number", "of", "device",
    "reject",
    "with", "bt",
  ]
}
