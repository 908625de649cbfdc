import ArgumentParser
import HCIDiagnosis
import HCIReport
import HCITrace

/// What redaction keeps, and by how much it shifts times: in the words of the command line.
struct RedactionArguments: ParsableArguments {
  @Flag(
    name: .customLong("keep-manufacturer"),
    help: "Keep the half of addresses that tells whose product a device is.")
  var keepManufacturer = false

  @Flag(
    name: .customLong("no-product-names"),
    help:
      "Replace the names of products that a profile knows, too. Rules that ask for them find nothing then.")
  var noProductNames = false

  @Option(
    name: .customLong("shift-time"), parsing: .unconditional,
    help: ArgumentHelp(
      "Add so much to every time, or take it away: -90d, 36h, 10min, 1s.", valueName: "duration"),
    transform: TimeShift.init(parsing:))
  var shiftTime: TimeShift?

  /// What they set. What profiles know of some products they know by their names, which stay unless told.
  var options: RedactionOptions {
    RedactionOptions(
      keepsManufacturers: keepManufacturer, timeShift: shiftTime?.microseconds ?? 0,
      products: noProductNames ? [] : Profile.knownProducts)
  }
}

/// `--redact`, for commands that show what is in a capture.
struct RedactedOutput: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Redact the captures before anything looks into them, as `hcitrace redact` does.",
      discussion: "The names of files and what you write yourself stay as they are."))
  var redact = false

  @OptionGroup
  var arguments: RedactionArguments

  func validate() throws {
    if !redact, arguments.keepManufacturer || arguments.noProductNames || arguments.shiftTime != nil {
      throw ValidationError(
        "--keep-manufacturer, --no-product-names and --shift-time are options of --redact.")
    }
  }

  /// How captures are redacted; `nil`: they aren't.
  var options: RedactionOptions? { redact ? arguments.options : nil }
}

/// A time that is added to all of a capture's.
struct TimeShift: Sendable {
  /// It, negative where it is taken away.
  let microseconds: Int64

  private static let units: [(name: String, microseconds: Int64)] = [
    ("d", 86_400_000_000), ("h", 3_600_000_000), ("min", 60_000_000), ("ms", 1_000), ("s", 1_000_000),
  ]
  /// A hundred years and some.
  private static let longest: Int64 = 40_000 * 86_400_000_000

  /// Reads `-90d`, `36h`, `+10min`, `1s`.
  init(parsing text: String) throws {
    for (name, unit) in Self.units where text.hasSuffix(name) {
      guard let number = Int64(text.dropLast(name.count)) else { continue }
      let (product, isTooLong) = number.multipliedReportingOverflow(by: unit)
      guard !isTooLong, product.magnitude <= Self.longest.magnitude else {
        throw ValidationError("'\(text.escaped())' is too long; at most 40000d are possible.")
      }
      microseconds = product
      return
    }
    throw ValidationError("'\(text.escaped())' is no duration; written -90d, 36h, 10min, 1s or 250ms.")
  }
}
