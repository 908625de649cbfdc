/// Changes a text line by line: the files that users write.
struct LinesMutation: Mutation {
  /// Values that somebody may write where another is expected.
  private static let values = [
    "", "~", "null", "true", "0", "-1", "9223372036854775808", "1e308", "-0.0", "0x", "nan", "[]", "{}",
    "[[[[]]]]",
    "{a: {b: c}}", "&a x", "*a", "!!binary aGk=", "!x y", "|", ">", "? x", "'", "\"\\u0000\"", "\"\\uD800\"",
    "- - -",
    "x: y: z", "#", "%YAML 9.9", "---", "...", "\u{202E}x", "<<: *a", "{from: 1, to: 0}",
    "99999999999999999999",
  ]

  func change(_ input: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    guard !tools.random.once(in: 4) else { return tools.blind(input, limit) }
    var lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...tools.random.below(3) where !lines.isEmpty {
      let place = tools.random.below(lines.count)
      switch tools.random.below(6) {
      case 0...1: ListMutation.rearrange(&lines, limit: limit / 2, &tools.random)
      case 2: lines[place] = indented(lines[place], &tools.random)
      case 3: lines[place] = tools.changed(lines[place], limit: 120)
      case 4: HostileText.put(into: &lines[place], &tools.random)
      default:
        let key = lines[place].prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "-") }
        let mark = lines[place].dropFirst(key.count).prefix(1)
        lines[place] = key + mark + [0x20] + tools.random.one(of: Self.values).utf8
      }
    }
    return Array(lines.joined(separator: [0x0A]).prefix(limit))
  }

  func cross(_ one: [UInt8], _ other: [UInt8], limit: Int, with tools: inout MutationTools) -> [UInt8] {
    let spliced = ListMutation.splice(
      one.split(separator: 0x0A, omittingEmptySubsequences: false),
      other.split(separator: 0x0A, omittingEmptySubsequences: false), &tools.random)
    return Array(spliced.joined(separator: [0x0A]).prefix(limit))
  }

  /// `line` with more or less space before it.
  private func indented(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    [UInt8](repeating: 0x20, count: random.below(9)) + line.drop { $0 == 0x20 }
  }
}
