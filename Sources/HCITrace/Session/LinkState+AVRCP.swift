// AVRCP: what was played and paused, how loud, and how the battery stands.

extension LinkState {
  mutating func remoteControl(_ payload: ByteReader, _ direction: Direction, _ ref: PacketRef) {
    var reader = payload
    do throws(WireError) {
      let transport = try AVCTPHeader(from: &reader)
      guard transport.fragment == .single, transport.profile == .remoteControl, !transport.isInvalidProfile
      else {
        return
      }
      let frame = try AVRCPFrame(from: &reader)
      guard frame.type != .rejected, frame.type != .notImplemented else { return }
      switch try AVRCPOperation(frame, from: &reader) {
      case .passThrough(let operation, let isReleased):
        if !transport.isResponse { note(.passThrough(operation, isReleased: isReleased, direction), at: ref) }
      case .metadata(.getPlayStatus, _, _, _) where !transport.isResponse:
        note(.playStatusAsked(direction), at: ref)
      // What is set is agreed once the other side says so, and with the value that it says.
      case .metadata(.setAbsoluteVolume, _, _, _) where !transport.isResponse: break
      // Which track plays already, when somebody first asks to be told of another, is no change.
      case .metadata(_, _, _, .track) where frame.type == .interim: break
      case .metadata(_, _, _, let parameters): note(parameters, direction, ref)
      case .vendor, .other: break
      }
    } catch { malformed(.avctp, error, ref) }
  }

  private mutating func note(_ parameters: AVRCPParameters, _ direction: Direction, _ ref: PacketRef) {
    switch parameters {
    case .playback(let status), .playStatus(_, _, let status): note(.playback(status, direction), at: ref)
    case .track: note(.track(direction), at: ref)
    case .volume(let volume): note(.volume(volume & 0x7F, direction), at: ref)
    case .battery(let status): note(.battery(status, direction), at: ref)
    default: break
    }
  }
}
