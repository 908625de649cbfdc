import HCITrace

/// What kind of device one side of a log seems to be, as far as the log tells.
enum RecordedHost {
  case android, linux, apple, echo, speaker, unknown

  /// How to take its HCI log, or another one, again.
  var recipes: [Recipe] {
    switch self {
    case .android: [.android]
    case .linux: [.linux]
    case .apple: [.macOS, .iOS]
    case .echo: [.echoAgain]
    case .speaker: [.speakerAgain]
    case .unknown: Recipe.everywhere
    }
  }

  /// How to read what its Bluetooth software thought.
  var systemLogs: [Recipe] {
    switch self {
    case .android: [.androidSystemLog]
    case .linux: [.linuxSystemLog]
    case .apple: [.appleSystemLog]
    case .echo, .speaker: [.makersSystemLog]
    case .unknown: Recipe.systemLogs
    }
  }
}

extension Context {
  /// The device that recorded the log.
  var recordedHost: RecordedHost {
    switch session.capture.container {
    case .packetlogger: return .apple
    case .btsnooz: return .android
    case .btsnoop, .pcap, .pcapng: break
    }
    if session.capture.datalink == "Linux monitor" { return .linux }
    let classes = session.adapters.flatMap(\.classOfDevice).map(\.value)
    if classes.contains(where: \.isEcho) { return .echo }
    if session.adapters.contains(where: \.isAndroid) { return .android }
    return classes.contains(where: \.isSpeaker) ? .speaker : .unknown
  }

  /// How to take the log of the device at the other end of `attempt`.
  func recipesOfOtherSide(of attempt: Attempt) -> [Recipe] {
    let told = attempt.paging.request?.value ?? peer(of: attempt)?.currentClass?.value
    if told?.isEcho == true { return [.echo] }
    if told?.isSpeaker == true || assessment(of: attempt).localRole == .source { return [.speaker] }
    return Recipe.everywhere
  }
}

extension ClassOfDevice {
  /// It is that of an Amazon Echo.
  fileprivate var isEcho: Bool { self == Profile.builtIn["echo"]?.classOfDevice }
  /// Audio/Video that renders.
  fileprivate var isSpeaker: Bool { isAudioVideo && hasRenderingService }
}
