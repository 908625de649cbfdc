/// What redaction keeps of a capture, and by how much it shifts its times.
public struct RedactionOptions: Sendable, Hashable {
  /// Addresses keep the half that tells whose product a device is. Random addresses have none.
  public var keepsManufacturers: Bool
  /// Microseconds that are added to every time.
  public var timeShift: Int64
  /// Names of products, which everybody may know: where a device's name holds one, in whatever case, that part stays. What
  /// a diagnosis knows of some speakers it knows by their names.
  public var products: [String]

  /// Keeps nothing, unless told.
  public init(keepsManufacturers: Bool = false, timeShift: Int64 = 0, products: [String] = []) {
    self.keepsManufacturers = keepsManufacturers
    self.timeShift = timeShift
    self.products = products
  }
}
