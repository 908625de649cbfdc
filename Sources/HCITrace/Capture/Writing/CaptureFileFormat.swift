/// The kinds of file that captures are written as.
public enum CaptureFileFormat: String, Sendable, CaseIterable {
  case btsnoop, pcap, pcapng

  /// How the endings of such files' names are spelt, the usual one first.
  public var endings: [String] {
    switch self {
    case .btsnoop: ["btsnoop", "log", "cfa", "snoop"]
    case .pcap: ["pcap", "cap"]
    case .pcapng: ["pcapng"]
    }
  }

  /// The kind that the end of a file's name tells; `nil` where it tells none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), !fileName[dot...].contains("/") else { return nil }
    let ending = fileName[dot...].dropFirst().lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  /// How such a file lays out packets that come as in `form`.
  func layout(for form: PcapLinkType) -> any CaptureLayout {
    switch self {
    case .btsnoop: BTSnoopLayout(form)
    case .pcap: PcapLayout(form)
    case .pcapng: PcapNGLayout(form)
    }
  }
}
