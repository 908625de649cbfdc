/// A codec that no specification of the Bluetooth SIG defines: two identifiers and octets that mean what its vendor
/// says (A2DP 1.4 §4.8.2).
public struct VendorCodec: Hashable, Sendable, BitwiseCopyable {
  /// A vendor's codec that hcitrace knows.
  public enum Kind: Sendable, CaseIterable {
    /// aptX.
    case aptX
    /// aptX HD.
    case aptXHD
    /// aptX Low Latency.
    case aptXLowLatency
    /// aptX Adaptive.
    case aptXAdaptive
    /// aptX for two earbuds.
    case aptXTWS
    /// FastStream: SBC with a voice channel back.
    case fastStream
    /// LDAC.
    case ldac
    /// LHDC, first version.
    case lhdcV1
    /// LHDC 2.
    case lhdcV2
    /// LHDC 3; LHDC 4 and LLAC carry the same identifiers.
    case lhdcV3
    /// LHDC 5.
    case lhdcV5
    /// LHDC Low Latency.
    case lhdcLowLatency
    /// Samsung HD (UHQ-BT).
    case samsungHD
    /// Samsung Scalable Codec (SSC).
    case samsungScalable
    /// Opus as Android has it.
    case opus
    /// Opus as PipeWire has it ("05").
    case opusPipeWire
    /// LC3plus.
    case lc3plus

    /// Company identifier and codec identifier.
    public var identifiers: (vendor: UInt32, codec: UInt16) {
      switch self {
      case .aptX: (0x004F, 0x0001)
      case .aptXHD: (0x00D7, 0x0024)
      case .aptXLowLatency: (0x000A, 0x0002)
      case .aptXAdaptive: (0x00D7, 0x00AD)
      case .aptXTWS: (0x00D7, 0x0025)
      case .fastStream: (0x000A, 0x0001)
      case .ldac: (0x012D, 0x00AA)
      case .lhdcV1: (0x053A, 0x484C)
      case .lhdcV2: (0x053A, 0x4C32)
      case .lhdcV3: (0x053A, 0x4C33)
      case .lhdcV5: (0x053A, 0x4C35)
      case .lhdcLowLatency: (0x053A, 0x4C4C)
      case .samsungHD: (0x0075, 0x0102)
      case .samsungScalable: (0x0075, 0x0103)
      case .opus: (0x00E0, 0x0001)
      case .opusPipeWire: (0x05F1, 0x1005)
      case .lc3plus: (0x08A9, 0x0001)
      }
    }

    /// The codec's name.
    public var name: String {
      switch self {
      case .aptX: "aptX"
      case .aptXHD: "aptX HD"
      case .aptXLowLatency: "aptX LL"
      case .aptXAdaptive: "aptX Adaptive"
      case .aptXTWS: "aptX TWS"
      case .fastStream: "FastStream"
      case .ldac: "LDAC"
      case .lhdcV1: "LHDC V1"
      case .lhdcV2: "LHDC V2"
      case .lhdcV3: "LHDC V3/V4"
      case .lhdcV5: "LHDC V5"
      case .lhdcLowLatency: "LHDC LL"
      case .samsungHD: "Samsung HD"
      case .samsungScalable: "Samsung SSC"
      case .opus: "Opus"
      case .opusPipeWire: "Opus (PipeWire)"
      case .lc3plus: "LC3plus"
      }
    }
  }

  /// The vendor's company identifier.
  public var vendor: UInt32
  /// Which of the vendor's codecs.
  public var codec: UInt16
  /// Octets after the two identifiers; 255 where a message whose lengths are wrong has more.
  public var length: UInt8
  /// The first sixteen of them.
  public var parameters: ShortOctets

  /// A codec with all of its octets, at most sixteen.
  public init(vendor: UInt32, codec: UInt16, parameters: [UInt8]) {
    self.vendor = vendor
    self.codec = codec
    self.parameters = ShortOctets(parameters)
    length = self.parameters.count
  }

  /// A codec that hcitrace knows.
  public init(_ kind: Kind, parameters: [UInt8]) {
    self.init(vendor: kind.identifiers.vendor, codec: kind.identifiers.codec, parameters: parameters)
  }

  /// The codec, where hcitrace knows it.
  public var kind: Kind? { Kind.allCases.first { $0.identifiers == (vendor, codec) } }

  /// Reads the identifiers and what follows them; all that `reader` holds belongs to the codec.
  init(from reader: inout ByteReader) throws(WireError) {
    vendor = try reader.integer()
    codec = try reader.integer()
    length = UInt8(clamping: reader.remaining)
    parameters = ShortOctets()
    for _ in 0..<min(reader.remaining, ShortOctets.limit) { parameters.append(try reader.integer()) }
    reader.skipAll()
  }

  /// Writes identifiers and octets; octets that were not kept as zeros.
  func encode(to writer: inout ByteWriter) {
    writer.integer(vendor)
    writer.integer(codec)
    writer.append(parameters.array)
    writer.zeros(Int(length) &- Int(parameters.count))
  }
}
