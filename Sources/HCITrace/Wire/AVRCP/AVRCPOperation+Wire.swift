extension AVRCPOperation {
  /// The Bluetooth SIG's company identifier, as AV/C knows it.
  static let bluetoothSIG: UInt32 = 0x001958

  /// Reads what follows `frame`.
  public init(_ frame: AVRCPFrame, from reader: inout ByteReader) throws(WireError) {
    switch frame.opcode {
    case .passThrough:
      let octet = try reader.bigEndian(UInt8.self)
      self = .passThrough(PassThroughOperation(rawValue: octet & 0x7F), isReleased: octet & 0x80 != 0)
    case .vendorDependent:
      let company = UInt32(try reader.bigEndian(UInt8.self)) << 16 | UInt32(try reader.bigEndian(UInt16.self))
      guard company == Self.bluetoothSIG else {
        self = .vendor(company)
        return
      }
      let pdu = AVRCPPDU(rawValue: try reader.bigEndian())
      let packet = FragmentType(rawValue: try reader.bigEndian(UInt8.self) & 0x3) ?? .single
      let length = try reader.bigEndian(UInt16.self)
      var parameters = AVRCPParameters.other
      if packet == .single {
        var inside = try reader.prefix(Int(length))
        parameters = try AVRCPParameters(pdu, frame.type, from: &inside)
      }
      self = .metadata(pdu, packet: packet, length: length, parameters)
    default: self = .other
    }
  }

  /// Writes what follows the frame's beginning; parameters that are not read are left out.
  public func encode(to writer: inout ByteWriter) {
    switch self {
    case .passThrough(let operation, let isReleased):
      writer.bigEndian(operation.rawValue & 0x7F | (isReleased ? 0x80 : 0))
      writer.bigEndian(UInt8(0))
    case .metadata(let pdu, let packet, _, let parameters):
      var inside = ByteWriter()
      parameters.encode(pdu, to: &inside)
      writer.bigEndian(UInt8(truncatingIfNeeded: Self.bluetoothSIG >> 16))
      writer.bigEndian(UInt16(truncatingIfNeeded: Self.bluetoothSIG))
      writer.bigEndian(pdu.rawValue)
      writer.bigEndian(packet.rawValue)
      writer.bigEndian(UInt16(truncatingIfNeeded: inside.bytes.count))
      writer.append(inside.bytes)
    case .vendor(let company):
      writer.bigEndian(UInt8(truncatingIfNeeded: company >> 16))
      writer.bigEndian(UInt16(truncatingIfNeeded: company))
    case .other: break
    }
  }
}

extension AVRCPParameters {
  /// Reads the parameters of `pdu`, whose meaning depends on whether it asks or answers.
  init(_ pdu: AVRCPPDU, _ type: AVRCPType, from reader: inout ByteReader) throws(WireError) {
    switch (pdu, type.isResponse) {
    case (_, true) where type == .rejected: self = .rejection(AVRCPStatus(rawValue: try reader.bigEndian()))
    case (_, true) where type == .notImplemented: self = .other
    case (.getPlayStatus, true):
      self = .playStatus(
        length: try reader.bigEndian(), position: try reader.bigEndian(),
        PlaybackStatus(rawValue: try reader.bigEndian()))
    case (.registerNotification, false):
      self = .register(AVRCPEvent(rawValue: try reader.bigEndian()), interval: try reader.bigEndian())
    case (.registerNotification, true): self = try Self.notification(from: &reader)
    case (.setAbsoluteVolume, _): self = .volume(try reader.bigEndian(UInt8.self) & 0x7F)
    case (.informBatteryStatus, false): self = .battery(BatteryStatus(rawValue: try reader.bigEndian()))
    default: self = .other
    }
  }

  private static func notification(from reader: inout ByteReader) throws(WireError) -> Self {
    let event = AVRCPEvent(rawValue: try reader.bigEndian())
    switch event {
    case .playbackStatusChanged: return .playback(PlaybackStatus(rawValue: try reader.bigEndian()))
    case .trackChanged: return .track(try reader.bigEndian())
    case .playbackPositionChanged: return .position(try reader.bigEndian())
    case .batteryStatusChanged: return .battery(BatteryStatus(rawValue: try reader.bigEndian()))
    case .volumeChanged: return .volume(try reader.bigEndian(UInt8.self) & 0x7F)
    default: return .event(event)
    }
  }

  func encode(_ pdu: AVRCPPDU, to writer: inout ByteWriter) {
    let tells = pdu == .registerNotification
    switch self {
    case .other: break
    case .rejection(let status): writer.bigEndian(status.rawValue)
    case .register(let event, let interval):
      writer.bigEndian(event.rawValue)
      writer.bigEndian(interval)
    case .event(let event): writer.bigEndian(event.rawValue)
    case .playback(let status):
      writer.bigEndian(AVRCPEvent.playbackStatusChanged.rawValue)
      writer.bigEndian(status.rawValue)
    case .track(let track):
      writer.bigEndian(AVRCPEvent.trackChanged.rawValue)
      writer.bigEndian(track)
    case .position(let position):
      writer.bigEndian(AVRCPEvent.playbackPositionChanged.rawValue)
      writer.bigEndian(position)
    case .battery(let status):
      if tells { writer.bigEndian(AVRCPEvent.batteryStatusChanged.rawValue) }
      writer.bigEndian(status.rawValue)
    case .volume(let volume):
      if tells { writer.bigEndian(AVRCPEvent.volumeChanged.rawValue) }
      writer.bigEndian(volume & 0x7F)
    case .playStatus(let length, let position, let status):
      writer.bigEndian(length)
      writer.bigEndian(position)
      writer.bigEndian(status.rawValue)
    }
  }
}
