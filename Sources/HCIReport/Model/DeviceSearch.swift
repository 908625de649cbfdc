/// Does any capture of a run know the device that the user asked for? Found out capture by capture; all that is kept
/// is the few names that are shown when none does.
public struct DeviceSearch: Sendable {
  /// The device.
  public let device: DeviceFilter
  /// A few of the devices that the captures know instead, as they are shown, in alphabetical order.
  public private(set) var known: [String] = []
  private var hasCaptures = false
  private var isFound = false

  /// So many known devices are shown.
  private static let shown = 6

  /// Nowhere looked for yet.
  public init(_ device: DeviceFilter) { self.device = device }

  /// Looks for it in `capture`, of which nothing is left out yet.
  public mutating func look(in capture: CaptureReport) {
    hasCaptures = true
    isFound = isFound || capture.knows(device)
    guard !isFound else { return }
    for peer in capture.peers {
      let name = peer.name?.quoted() ?? peer.address
      guard !known.contains(name) else { continue }
      known.insert(name, at: known.firstIndex { name < $0 } ?? known.endIndex)
      if known.count > Self.shown { known.removeLast() }
    }
  }

  /// There are captures, and none knows it: a mistake, not a clean run.
  public var isMissing: Bool { hasCaptures && !isFound }
}
