import HCITrace

/// What stands beside the word of a step.
struct ScriptArguments {
  /// The value of the word itself.
  var main: YAMLValue?
  /// All keys of the step.
  var keys: [String: YAMLValue]
  /// The step.
  var step: YAMLValue

  subscript(key: String) -> YAMLValue? { keys[key] }

  // MARK: Who

  /// The side that does it.
  func side(_ standard: TraceScript.Side = .host) throws(YAMLProblem) -> TraceScript.Side {
    try pick(keys["by"], ["host": .host, "speaker": .speaker]) ?? standard
  }

  /// The device at the other end.
  func device(_ value: YAMLValue? = nil) throws(YAMLProblem) -> TraceScript.Device {
    guard let value = value ?? keys["with"] else { return speaker }
    guard value.isMapping else { return try pick(value, Self.devices) ?? speaker }
    let keys = try value.mapping(of: ["like", "address", "name", "class", "handle"])
    var device = try pick(keys["like"], Self.devices) ?? speaker
    if let address = keys["address"] {
      let digits = try address.name().filter { $0 != ":" }
      guard digits.count == 12, let number = UInt64(digits, radix: 16) else {
        throw address.problem("an address is expected, as FC:58:FA:12:34:56")
      }
      device = TraceScript.Device(
        number, classOfDevice: device.classOfDevice.value, name: device.name, handle: device.handle)
    }
    if let name = keys["name"] { device = device.named(try name.name()) }
    if let kind = keys["class"] { device = device.of(class: UInt32(try kind.integer(in: 0...0xFF_FFFF))) }
    if let handle = keys["handle"] { device = device.on(handle: UInt16(try handle.integer(in: 1...0x0EFF))) }
    return device
  }

  private static let devices = [
    "speaker": speaker, "secondSpeaker": secondSpeaker, "telephone": telephone, "headset": headset,
  ]

  // MARK: What

  /// The channel that is spoken of.
  func channel(_ value: YAMLValue? = nil, _ standard: TraceScript.Channel = .signalling) throws(YAMLProblem)
    -> TraceScript.Channel
  {
    try pick(value ?? keys["on"], Self.channels) ?? standard
  }

  static let channels: [String: TraceScript.Channel] = [
    "sdp": .sdp, "signalling": .signalling, "media": .media, "control": .control,
    "controlBrowsing": .controlBrowsing, "rfcomm": .rfcomm, "sdpBack": .sdpBack,
    "secondSignalling": .secondSignalling,
  ]

  /// The signal of AVDTP.
  func signal() throws(YAMLProblem) -> AVDTPSignalIdentifier {
    try required { value throws(YAMLProblem) in try pick(value, Self.signals) }
  }

  private static let signals: [String: AVDTPSignalIdentifier] = [
    "discover": .discover, "getCapabilities": .getCapabilities, "getAllCapabilities": .getAllCapabilities,
    "setConfiguration": .setConfiguration, "getConfiguration": .getConfiguration,
    "reconfigure": .reconfigure,
    "open": .open, "start": .start, "suspend": .suspend, "close": .close, "abort": .abort,
    "securityControl": .securityControl, "delayReport": .delayReport,
  ]

  /// A codec, with what it can do or how it is configured.
  func codec(_ value: YAMLValue?) throws(YAMLProblem) -> CodecInformation? {
    try pick(
      value,
      [
        "sbc44JointStereo": .sbc44JointStereo, "sbc48JointStereo": .sbc48JointStereo, "sbc44Mono": .sbc44Mono,
        "aac44Stereo": .aac44Stereo, "aptX44Stereo": .aptX44Stereo, "sbcCapabilities": .sbcCapabilities,
        "sbcMandatoryCapabilities": .sbcMandatoryCapabilities, "sbcMonoCapabilities": .sbcMonoCapabilities,
        "aacCapabilities": .aacCapabilities, "aptXCapabilities": .aptXCapabilities,
      ])
  }

  /// Endpoints that Discover finds.
  func endpoints(_ value: YAMLValue?) throws(YAMLProblem) -> [AVDTPEndpoint]? {
    try pick(
      value,
      [
        "oneSink": .oneSink, "twoSinks": .twoSinks, "oneBusySink": .oneBusySink, "oneSource": .oneSource,
        "none": [],
      ])
  }

  /// SDP records.
  func records(_ value: YAMLValue?) throws(YAMLProblem) -> [SDPRecord] {
    guard let value else { return [.audioSink()] }
    var records: [SDPRecord] = []
    let known: [String: SDPRecord] = [
      "audioSink": .audioSink(), "audioSource": .audioSource(), "remoteControlTarget": .remoteControl(),
      "remoteController": .remoteControl(target: false, handle: 0x0001_0005), "handsFree": .handsFree(),
      "deviceIdentity": .deviceIdentity(),
    ]
    for value in try value.list() {
      if let record = try pick(value, known) { records.append(record) }
    }
    return records
  }

  /// A service class.
  func service(_ value: YAMLValue?) throws(YAMLProblem) -> BluetoothUUID {
    guard let value else { return .audioSink }
    if let number = Double(plain: try value.name()) {
      guard let short = UInt16(exactly: number) else { throw value.problem("a UUID of 16 bits is expected") }
      return BluetoothUUID(short)
    }
    return try pick(value, ["audioSink": .audioSink, "audioSource": .audioSource, "l2cap": .l2cap])
      ?? .audioSink
  }

  // MARK: Values

  /// One of some words.
  func pick<Value>(_ value: YAMLValue?, _ known: [String: Value]) throws(YAMLProblem) -> Value? {
    guard let value else { return nil }
    let text = try value.name()
    guard let found = known[text] else {
      throw value.problem("“\(text)” isn't known here" + suggestion(for: text, among: known.keys.sorted()))
    }
    return found
  }

  /// A code, by number or by the specification's name.
  func code<Code: OpenCode>(_ value: YAMLValue?, _ standard: Code) throws(YAMLProblem) -> Code {
    guard let value else { return standard }
    let text = try value.name()
    if let number = Double(plain: text) {
      guard let raw = Code.RawValue(exactly: number) else { throw value.problem("\(text) is out of range") }
      return Code(rawValue: raw)
    }
    var names: [String] = []
    for number in 0...0x1FF {
      guard let raw = Code.RawValue(exactly: number), let name = Code(rawValue: raw).name else { continue }
      if name.lowercased() == text.lowercased() { return Code(rawValue: raw) }
      names.append(name)
    }
    throw value.problem("“\(text)” is neither a number nor a name" + suggestion(for: text, among: names))
  }

  /// A time.
  func duration(_ value: YAMLValue?, _ standard: Duration) throws(YAMLProblem) -> Duration {
    guard let value else { return standard }
    return .seconds(try value.duration())
  }

  /// A whole number.
  func integer<Number: FixedWidthInteger>(_ value: YAMLValue?, _ standard: Number) throws(YAMLProblem)
    -> Number
  {
    guard let value else { return standard }
    return Number(clamping: try value.integer(in: Int(clamping: Number.min)...Int(clamping: Number.max)))
  }

  /// True or false.
  func truth(_ value: YAMLValue?, _ standard: Bool) throws(YAMLProblem) -> Bool {
    try value?.truth() ?? standard
  }

  /// An endpoint, where one is told.
  func seid(_ key: String = "seid") throws(YAMLProblem) -> UInt8? {
    guard let value = keys[key] else { return nil }
    return UInt8(clamping: try value.integer(in: 0...63))
  }

  /// What the word can't do without.
  private func required<Value>(
    _ read: (YAMLValue) throws(YAMLProblem) -> Value?
  ) throws(YAMLProblem) -> Value {
    guard let main, let value = try read(main) else { throw step.problem("what? The word needs a value") }
    return value
  }
}
