/// One device's answer to an inquiry (Core Vol 4 Part E §7.7.2, §7.7.33).
struct InquiryResponse: Equatable, Sendable, BitwiseCopyable {
  var address: Address
  var pageScanRepetitionMode: UInt8
  var classOfDevice: ClassOfDevice
  /// Bits 16–2 of the difference of the clocks, in units of 1.25 ms.
  var clockOffset: UInt16
  /// dBm; `nil` in a plain Inquiry Result.
  var rssi: Int8?
}

/// The answers in an Inquiry Result or Inquiry Result with RSSI event, one after the other.
struct InquiryResponses: ~Escapable, BitwiseCopyable {
  private var reader: ByteReader
  private var left: UInt8
  private let withRSSI: Bool
  /// Octets between the page scan repetition mode and the class of device.
  private let reserved: Int

  /// Reads `count` answers from `reader`, which stands behind the count.
  ///
  /// Plain results have two octets between page scan repetition mode and class; results with RSSI have one, or two
  /// in controllers that still tell the page scan mode of Core 1.1.
  @_lifetime(copy reader)
  init(_ reader: ByteReader, count: UInt8, withRSSI: Bool) {
    self.reader = reader
    left = count
    self.withRSSI = withRSSI
    reserved = withRSSI && reader.remaining != 15 &* Int(count) ? 1 : 2
  }

  /// The next answer; `nil` after the last.
  mutating func next() throws(WireError) -> InquiryResponse? {
    guard left > 0 else { return nil }
    left &-= 1
    let address = try reader.address()
    let repetitionMode = try reader.integer(UInt8.self)
    try reader.skip(reserved)
    let classOfDevice = try reader.classOfDevice()
    let clockOffset = try reader.integer(UInt16.self)
    let rssi: Int8? = withRSSI ? try reader.integer(Int8.self) : nil
    return InquiryResponse(
      address: address, pageScanRepetitionMode: repetitionMode, classOfDevice: classOfDevice,
      clockOffset: clockOffset, rssi: rssi)
  }
}
