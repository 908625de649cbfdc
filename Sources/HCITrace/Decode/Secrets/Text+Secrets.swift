// Texts in a log that tell a secret: hosts write link keys into their notes, modems are given PINs.

/// What is shown in place of a secret.
let withheldText: StaticString = "<withheld>"

/// A text of a log, without the secrets that it tells.
///
/// What follows a word for a secret is withheld, and so is whatever has the form of 16 octets or more in hexadecimal
/// digits: a host that writes down a key writes it so, with or without a word.
struct LogText {
  private let octets: [UInt8]

  /// Reads `text`.
  init(_ text: String) { octets = Array(text.utf8) }

  /// The text with every secret replaced.
  var withoutSecrets: String {
    let end = firstSecretWord ?? octets.count
    var shown: [UInt8] = []
    var position = 0
    while position < end {
      if let run = hexadecimalRun(at: position) {
        shown += Self.withheld
        position = run
      } else {
        let next = endOfWord(at: position)
        shown += octets[position..<min(next, end)]
        position = next
      }
    }
    if end < octets.count, !shown.suffix(Self.withheld.count).elementsEqual(Self.withheld) {
      shown += Array(" ".utf8) + Self.withheld
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private static let withheld = Array("\(withheldText)".utf8)
}

// MARK: Words

extension LogText {
  /// Words for secrets, in small letters and without what may stand between their parts.
  private static let words: [[UInt8]] = [
    "linkkey", "longtermkey", "passkey", "passcode", "pincode", "ltk", "irk", "csrk", "dhkey", "pin", "oob",
    "identityresolvingkey", "signatureresolvingkey", "sessionkey", "encryptionkey", "numericcomparison",
    "numericvalue", "broadcastcode", "sirk",
  ].map { Array($0.utf8) }

  /// Where the first word for a secret ends that something follows.
  private var firstSecretWord: Int? {
    for start in octets.indices where beginsWord(start) {
      for word in Self.words {
        // A short one may begin another word: "ping" is none.
        if let end = match(word, at: start), end < octets.count, word.count > 4 || !isLetter(end) {
          return end
        }
      }
    }
    return nil
  }

  /// Where `word` ends that begins at `start`; "link key", "link_key" and "Link-Key" are "linkkey".
  private func match(_ word: [UInt8], at start: Int) -> Int? {
    var position = start
    for letter in word {
      if position > start, position < octets.count, " _-".utf8.contains(octets[position]) { position += 1 }
      guard position < octets.count, octets[position] | 0x20 == letter else { return nil }
      position += 1
    }
    return position
  }

  /// A word begins at `position`; in `newLinkKey` there are three.
  private func beginsWord(_ position: Int) -> Bool {
    guard isLetter(position) else { return false }
    guard isLetter(position - 1) else { return true }
    return octets[position] & 0x20 == 0 && octets[position - 1] & 0x20 != 0
  }

  private func isLetter(_ position: Int) -> Bool {
    guard octets.indices.contains(position) else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octets[position] | 0x20)
  }
}

// MARK: Octets in digits

extension LogText {
  /// Octets of the shortest key in digits.
  private static let shortestKey = 16

  /// Where the run of hexadecimal digits ends that begins at `start` and has the form of a key: words of as many digits
  /// each, with little between them.
  private func hexadecimalRun(at start: Int) -> Int? {
    guard let first = hexadecimalWord(at: start) else { return nil }
    var (end, count) = (first.end, first.digits / 2)
    while let next = hexadecimalWord(at: endOfGap(at: end)), next.digits == first.digits {
      (end, count) = (next.end, count + next.digits / 2)
    }
    return count >= Self.shortestKey ? end : nil
  }

  /// The digits of the word at `start`, whole octets of them unless it is long enough for a key by itself, and where it
  /// ends; `0x` may stand before them.
  private func hexadecimalWord(at start: Int) -> (digits: Int, end: Int)? {
    var position = start
    if position + 1 < octets.count, octets[position] == UInt8(ascii: "0"), octets[position + 1] | 0x20 == 0x78
    {
      position += 2
    }
    let end = octets[min(position, octets.count)...].firstIndex { !$0.isHexadecimalDigit } ?? octets.count
    let digits = end - position
    let isWhole = digits % 2 == 0 || digits > 2 * Self.shortestKey
    return digits >= 2 && isWhole ? (digits, end) : nil
  }

  /// Behind the spaces, commas, colons or hyphens at `start`, of which there may be two.
  private func endOfGap(at start: Int) -> Int {
    var position = start
    while position < octets.count, position < start + 2, " ,:-".utf8.contains(octets[position]) {
      position += 1
    }
    return position
  }

  /// Behind the letters and digits at `start`, at least one octet on.
  private func endOfWord(at start: Int) -> Int {
    var position = start
    while position < octets.count, octets[position].isHexadecimalDigit || isLetter(position) { position += 1 }
    return max(position, start + 1)
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}

extension HandsFreeMessage {
  /// The line `text` without the PINs and passwords of a SIM card: +CPIN, +CPWD and +CLCK (3GPP TS 27.007 §8.3, §7.5,
  /// §7.4).
  static func withoutSecrets(_ text: String) -> String {
    let capitals = text.uppercased()
    let ends = ["+CPIN=", "+CPWD=", "+CLCK="].compactMap { capitals.firstRange(of: $0)?.upperBound }
    guard let end = ends.min() else { return text }
    // The line is ASCII, in which capitals are as long as small letters.
    let kept = capitals.utf8.distance(from: capitals.startIndex, to: end)
    return String(decoding: text.utf8.prefix(kept), as: UTF8.self) + "\(withheldText)"
  }
}
