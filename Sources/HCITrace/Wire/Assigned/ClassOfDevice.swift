/// What a device says it is: services, major and minor device class (Assigned Numbers §2.8).
public struct ClassOfDevice: Hashable, Sendable, BitwiseCopyable {
  /// The 24 bits: services in 23–13, major class in 12–8, minor class in 7–2.
  public let value: UInt32

  /// The class made of the low 24 bits of `value`.
  public init(value: UInt32) { self.value = value & 0xFF_FFFF }

  /// The major device class: 1 computer, 2 phone, 4 audio/video …
  public var major: UInt8 { UInt8(truncatingIfNeeded: value >> 8) & 0x1F }
  /// The minor device class; what it means depends on the major class.
  public var minor: UInt8 { UInt8(truncatingIfNeeded: value >> 2) & 0x3F }

  /// Whether the major class is Computer.
  public var isComputer: Bool { major == 1 }
  /// Whether the major class is Phone.
  public var isPhone: Bool { major == 2 }
  /// Whether the major class is Audio/Video.
  public var isAudioVideo: Bool { major == 4 }
  /// Whether the device claims the Rendering service (bit 18): it can play sound.
  public var hasRenderingService: Bool { hasService(18) }
  /// Whether the device claims the Capturing service (bit 19).
  public var hasCapturingService: Bool { hasService(19) }
  /// Whether the device claims the Audio service (bit 21).
  public var hasAudioService: Bool { hasService(21) }
  /// Whether the device claims LE Audio (bit 14).
  public var hasLEAudioService: Bool { hasService(14) }

  /// Whether the bit of a service, 13–23, is set.
  public func hasService(_ bit: Int) -> Bool { bit >= 13 && bit <= 23 && value >> UInt32(bit) & 1 != 0 }
}

extension ClassOfDevice: CustomStringConvertible {
  /// The value as people write it: "0x240414".
  public var description: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}

extension ByteReader {
  /// The next three octets as a class of device.
  @inline(__always)
  mutating func classOfDevice() throws(WireError) -> ClassOfDevice { ClassOfDevice(value: try integer24()) }
}

extension ByteWriter {
  mutating func classOfDevice(_ classOfDevice: ClassOfDevice) { integer24(classOfDevice.value) }
}
