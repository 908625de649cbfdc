import HCITrace

extension Profile {
  /// The profiles that are built in, by name.
  public static let builtIn: [String: Profile] = {
    var profiles: [String: Profile] = [:]
    for bytes in [PackageResources.echo_yml, PackageResources.generic_yml] {
      if let profile = try? Profile(yaml: String(decoding: bytes, as: UTF8.self), bases: [:]) {
        profiles[profile.name] = profile
      }
    }
    return profiles
  }()

  /// The names of all speakers that one of them knows.
  public static let knownProducts = Set(builtIn.values.flatMap { $0.devices.map(\.name) }).sorted()

  /// Those that are recognised by their class of device, in the order in which they are looked for.
  static let recognisable = builtIn.values.filter { $0.classOfDevice != nil }.sorted { $0.name < $1.name }

  /// What any A2DP source must be by the specification.
  public static let generic = builtIn["generic"] ?? Profile(name: "generic", title: "any A2DP source")

  /// Reads a profile in YAML.
  ///
  /// `basedOn` names a built-in profile: what the file doesn't say is taken from there.
  /// - Throws: what is wrong with it, with its line: a key that there isn't, a value that makes no sense.
  public init(yaml: String) throws(YAMLProblem) { try self.init(yaml: yaml, bases: Self.builtIn) }

  private init(yaml: String, bases: [String: Profile]) throws(YAMLProblem) {
    guard let document = try YAMLValue.document(yaml) else {
      throw YAMLProblem("an empty profile; at least a name is expected")
    }
    let keys = try document.mapping(of: Self.keys)
    guard let name = try keys["name"]?.name() else { throw document.problem("the key “name” is missing") }
    var profile = Profile(name: name, title: name)
    if let value = keys["basedOn"] {
      guard let base = bases[try value.name()] else {
        throw value.problem("no such profile; built in are \(bases.keys.sorted().joined(separator: ", "))")
      }
      profile = base
      profile.name = name
      // Sources of its own are not recognised by another profile's class, unless it says so.
      profile.classOfDevice = nil
    }
    try profile.take(keys)
    self = profile
  }

  private static let keys = [
    "name", "basedOn", "title", "classOfDevice", "pairsAudioOnly", "codecs", "samplingFrequency",
    "maximumBitRate", "playsStereo", "pairingWindow", "scanCycle", "maximumPeerPower", "maximumPeers",
    "maximumDelay", "hasOwnSpeaker", "firmware", "minimumBattery", "devices",
  ]

  private mutating func take(_ keys: [String: YAMLValue]) throws(YAMLProblem) {
    if let value = keys["title"] { title = try value.name() }
    if let value = keys["classOfDevice"] {
      classOfDevice = ClassOfDevice(value: UInt32(try value.hexadecimal(upTo: 0xFF_FFFF)))
    }
    if let value = keys["pairsAudioOnly"] { pairsAudioOnly = try value.truth() }
    if let value = keys["codecs"] {
      codecs = []
      for codec in try value.list() { codecs.insert(try codec.choice()) }
    }
    if let value = keys["samplingFrequency"] { samplingFrequency = try value.integer(in: 8_000...192_000) }
    if let value = keys["maximumBitRate"] { maximumBitRate = try value.integer(in: 1...10_000_000) }
    if let value = keys["playsStereo"] { playsStereo = try value.truth() }
    if let value = keys["pairingWindow"] {
      let seconds = try value.list()
      guard seconds.count == 2 else { throw value.problem("two numbers of seconds are expected") }
      let (least, most) = (try seconds[0].number(in: 0...3_600), try seconds[1].number(in: 0...3_600))
      guard least <= most else {
        throw value.problem("two numbers of seconds are expected, the smaller first")
      }
      pairingWindow = least...most
    }
    if let value = keys["scanCycle"] { scanCycle = try value.number(in: 0.1...3_600) }
    if let value = keys["maximumPeerPower"] { maximumPeerPower = try value.integer(in: -127...127) }
    if let value = keys["maximumPeers"] { maximumPeers = try value.integer(in: 1...255) }
    if let value = keys["maximumDelay"] { maximumDelay = try value.number(in: 1...10_000) }
    if let value = keys["hasOwnSpeaker"] { hasOwnSpeaker = try value.truth() }
    if let value = keys["firmware"] { firmware = try value.name() }
    if let value = keys["minimumBattery"] { minimumBattery = try value.integer(in: 0...100) }
    if let value = keys["devices"] {
      // A device that is written is told before the base's, which it may correct.
      var told: [KnownDevice] = []
      for device in try value.list() { told.append(try KnownDevice(device)) }
      devices = told + devices
    }
  }
}

extension KnownDevice {
  fileprivate init(_ value: YAMLValue) throws(YAMLProblem) {
    let keys = try value.mapping(of: ["name", "firmware", "latency", "limitation", "rule"])
    guard let name = try keys["name"]?.name() else { throw value.problem("the key “name” is missing") }
    self.init(name: name)
    if let value = keys["firmware"] { firmware = try value.name() }
    if let value = keys["latency"] { latency = try value.number(in: 0...10_000) }
    if let value = keys["limitation"] { limitation = try value.name() }
    if let value = keys["rule"] { rule = try value.name() }
  }
}

extension YAMLValue {
  /// A hexadecimal number of at most `limit`, with or without 0x, in quotation marks or not.
  func hexadecimal(upTo limit: UInt64) throws(YAMLProblem) -> UInt64 {
    let text = try text()
    let digits = text.lowercased().hasPrefix("0x") ? String(text.dropFirst(2)) : text
    guard let number = UInt64(digits, radix: 16), number <= limit else {
      throw problem("a hexadecimal number up to 0x\(String(limit, radix: 16, uppercase: true)) is expected")
    }
    return number
  }
}
