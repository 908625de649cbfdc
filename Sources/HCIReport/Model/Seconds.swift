/// A length of time, exact to the microsecond: what a capture can tell, and what prints alike everywhere.
public struct Seconds: Hashable, Comparable, Sendable {
  /// In microseconds.
  public var microseconds: Int64

  /// A time of so many microseconds.
  public init(microseconds: Int64) { self.microseconds = microseconds }
  /// A time of whole seconds.
  public init(_ seconds: Int) { microseconds = Int64(clamping: seconds) &* 1_000_000 }

  /// Orders by length.
  public static func < (a: Self, b: Self) -> Bool { a.microseconds < b.microseconds }

  /// As a JSON number: `12.332`, `0`, `-0.000001`; never an exponent.
  public var decimal: String {
    var number = ReportBuffer()
    number.append(decimal: self)
    return number.text
  }

  /// For people: `8 ms`, `0.61 s`, `41.8 s`, `12 min 4 s`, `3 h 20 min`.
  public var words: String {
    let size = microseconds.magnitude
    let sign = microseconds < 0 ? "−" : ""
    switch size {
    case 0: return "0 s"
    case ..<1_000: return "\(sign)\(size) µs"
    case ..<100_000: return "\(sign)\((size + 500) / 1_000) ms"
    case ..<20_000_000: return sign + Self.fixed((size + 5_000) / 10_000, places: 2) + " s"
    case ..<120_000_000: return sign + Self.fixed((size + 50_000) / 100_000, places: 1) + " s"
    case ..<7_200_000_000:
      let seconds = size / 1_000_000
      return "\(sign)\(seconds / 60) min" + (seconds % 60 == 0 ? "" : " \(seconds % 60) s")
    default:
      let minutes = size / 60_000_000
      return "\(sign)\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
    }
  }

  /// With three places, as evidence is timed: `12.332 s`.
  public var precise: String {
    let size = microseconds.magnitude
    let rounded = size / 1_000 + (size % 1_000 >= 500 ? 1 : 0)
    return (microseconds < 0 ? "−" : "") + Self.fixed(rounded, places: 3) + " s"
  }

  /// `value` with its last `places` digits, one to three, behind a point.
  private static func fixed(_ value: UInt64, places: Int) -> String {
    let (whole, fraction) = value.quotientAndRemainder(
      dividingBy: places == 1 ? 10 : places == 2 ? 100 : 1_000)
    let digits = String(fraction)
    let zeros = digits.utf8.count < places ? places - digits.utf8.count == 1 ? "0" : "00" : ""
    return String(whole) + "." + zeros + digits
  }
}
