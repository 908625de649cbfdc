/// A point in time, as the capture's clock told it.
public struct Moment: Hashable, Sendable {
  /// Microseconds since 1970-01-01 00:00:00 UTC.
  public var microseconds: Int64

  /// So many microseconds after 1970.
  public init(microseconds: Int64) { self.microseconds = microseconds }

  /// ISO 8601 in UTC with microseconds: `2024-06-03T14:22:07.000125Z`.
  public var iso8601: String {
    let (date, time, fraction) = parts
    return "\(date)T\(time).\(padded(fraction, 6))Z"
  }

  /// For people: `2024-06-03 14:22:07 UTC`.
  public var words: String {
    let (date, time, _) = parts
    return "\(date) \(time) UTC"
  }

  private var parts: (date: String, time: String, fraction: Int64) {
    let perDay: Int64 = 86_400_000_000
    let (days, rest) = floorDivide(microseconds, perDay)
    let seconds = rest / 1_000_000
    let (year, month, day) = Self.civil(days)
    return (
      "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))",
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))",
      rest % 1_000_000
    )
  }

  /// The proleptic Gregorian date, so many days after 1970-01-01: years are counted from March, so that the leap day
  /// is a year's last, in eras of 400 years.
  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let (era, dayOfEra) = floorDivide(shifted, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
  }
}

/// Divides towards minus infinity, so that the rest is never negative.
private func floorDivide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, rest: Int64) {
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}

private func padded(_ value: Int64, _ width: Int) -> String {
  let digits = String(value.magnitude)
  return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
}
