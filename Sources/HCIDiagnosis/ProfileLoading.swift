import HCITrace
import Yams

extension Profile {
  /// The profiles that are built in, by name.
  public static let builtIn: [String: Profile] = {
    var profiles: [String: Profile] = [:]
    for bytes in [PackageResources.echo_yml, PackageResources.generic_yml] {
      if let profile = try? Profile(yaml: String(decoding: bytes, as: UTF8.self)) {
        profiles[profile.name] = profile
      }
    }
    return profiles
  }()

  /// What any A2DP source must be by the specification.
  public static let generic = builtIn["generic"] ?? Profile(name: "generic", title: "any A2DP source")

  /// Reads a profile in YAML; throws what YAML has to say, with its line.
  public init(yaml: String) throws(ProfileError) {
    let document: ProfileDocument
    do { document = try YAMLDecoder().decode(ProfileDocument.self, from: yaml) } catch {
      throw ProfileError(message: ProfileError.words(for: error))
    }
    try self.init(document)
  }

  private init(_ document: ProfileDocument) throws(ProfileError) {
    self.init(name: document.name, title: document.title ?? document.name)
    if let text = document.classOfDevice {
      guard let value = UInt32(text.hasPrefix("0x") ? String(text.dropFirst(2)) : text, radix: 16) else {
        throw ProfileError(message: "classOfDevice: \(text) is no hexadecimal number")
      }
      classOfDevice = ClassOfDevice(value: value)
    }
    pairsAudioOnly = document.pairsAudioOnly ?? false
    codecs = Set(document.codecs ?? [])
    samplingFrequency = document.samplingFrequency
    maximumBitRate = document.maximumBitRate
    playsStereo = document.playsStereo ?? false
    if let window = document.pairingWindow {
      guard window.count == 2, window[0] <= window[1] else {
        throw ProfileError(message: "pairingWindow: two numbers of seconds are expected, the smaller first")
      }
      pairingWindow = window[0]...window[1]
    }
    scanCycle = document.scanCycle
    maximumPeerPower = document.maximumPeerPower
    maximumPeers = document.maximumPeers
    maximumDelay = document.maximumDelay
    hasOwnSpeaker = document.hasOwnSpeaker ?? false
    firmware = document.firmware
    minimumBattery = document.minimumBattery
    devices = (document.devices ?? []).map {
      KnownDevice(
        name: $0.name, firmware: $0.firmware, latency: $0.latency, limitation: $0.limitation, rule: $0.rule)
    }
  }
}

/// Why a profile could not be read.
public struct ProfileError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with its place.
  public var message: String
  /// The message.
  public var description: String { message }

  static func words(for error: any Error) -> String {
    if let error = error as? YamlError { return "\(error)".split(separator: "\n").joined(separator: " ") }
    switch error as? DecodingError {
    case .keyNotFound(let key, _): return "the key “\(key.stringValue)” is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
    default: return "\(error)"
    }
  }
}

/// A profile as it is written.
private struct ProfileDocument: Decodable {
  var name: String
  var title: String?
  var classOfDevice: String?
  var pairsAudioOnly: Bool?
  var codecs: [Profile.CodecName]?
  var samplingFrequency: Int?
  var maximumBitRate: Int?
  var playsStereo: Bool?
  var pairingWindow: [Double]?
  var scanCycle: Double?
  var maximumPeerPower: Int?
  var maximumPeers: Int?
  var maximumDelay: Double?
  var hasOwnSpeaker: Bool?
  var firmware: String?
  var minimumBattery: Int?
  var devices: [DeviceDocument]?

  struct DeviceDocument: Decodable {
    var name: String
    var firmware: String?
    var latency: Double?
    var limitation: String?
    var rule: String?
  }
}
