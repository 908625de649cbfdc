public import HCITrace

/// What source and sink can do with codecs, side by side, and what would have been legal to configure.
public struct CodecComparison: Sendable {
  /// What the source may use.
  public var source: Side
  /// What the sink offers.
  public var sink: Side
  /// The names of the codecs that both have; `nil` where one side's are not known.
  public var common: [String]?
  /// Codec by codec, field by field; first the codec that was asked for, then those that both have.
  public var tables: [Table] = []
  /// What was asked for and refused, or was not legal.
  public var asked: Asked?
  /// What would have been legal.
  public var legal: Legal?
  /// Why nothing would have been, in words.
  public var whyNoLegal: String?

  /// What is known of one side.
  public struct Side: Sendable {
    /// From where.
    public var basis: Basis
    /// Its endpoints with a codec that the other side asked for.
    public var endpoints: [Endpoint] = []
    /// The names of its codecs; `nil` where they are not known.
    public var codecs: [String]?
    /// The bit rate in bit/s that the source's profile doesn't let it exceed.
    public var maximumBitRate: Int?

    /// What `endpoints` say.
    init(_ endpoints: [Endpoint]) {
      basis = .endpoints
      self.endpoints = endpoints
      codecs = endpoints.map(\.codec.name).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What is known without them.
    init(_ basis: Basis, codecs: [String]?) {
      self.basis = basis
      self.codecs = codecs
    }
  }

  /// From where it is known what a side can do.
  public enum Basis: Sendable, Hashable {
    /// Its endpoints, as the other side read them.
    case endpoints
    /// The source's profile.
    case profile(String)
    /// The log doesn't tell, and no profile does.
    case unknown
  }

  /// An endpoint that told its codec.
  public struct Endpoint: Sendable {
    /// Its number.
    public var seid: UInt8
    /// It was held by a stream.
    public var isInUse: Bool
    /// The answer that told the codec.
    public var at: PacketRef
    /// What it can do.
    public var codec: CodecInformation
    /// It is a sink; `nil` where Discover is not in the log.
    var isSink: Bool?
  }

  /// One codec.
  public struct Table: Sendable {
    /// Its name.
    public var codec: String
    /// The endpoints compared.
    public var sourceSEID: UInt8?, sinkSEID: UInt8?
    /// Its fields.
    public var rows: [Row]
  }

  /// One field of a codec.
  public struct Row: Sendable, Hashable {
    /// The field.
    public var field: String
    /// Its values on each side, those in common, and those that were asked for; `nil` where nobody told.
    public var source: [String]?, sink: [String]?, common: [String]?, asked: [String]?

    /// Nothing is in common, or what was asked for is no single value on offer.
    public var isConflict: Bool {
      if common?.isEmpty ?? false { return true }
      return isAskedWrongly
    }

    /// What was asked for is no single value, or not on offer.
    public var isAskedWrongly = false
  }

  /// What Set Configuration or Reconfigure asked for.
  public struct Asked: Sendable {
    /// The command.
    public var signal: AVDTPSignalIdentifier
    /// The frame.
    public var at: PacketRef
    /// The endpoint that was asked.
    public var seid: UInt8?
    /// The codec and its settings.
    public var codec: CodecInformation
    /// The error code of the refusal.
    public var error: AVDTPErrorCode?
    /// The service category that the refusal names.
    public var category: UInt8?
  }

  /// A configuration that both sides can do.
  public struct Legal: Sendable {
    /// The endpoint to ask.
    public var seid: UInt8?
    /// The codec and its settings.
    public var codec: CodecInformation
    /// It is what was asked for.
    public var isAsAsked = false
  }
}
