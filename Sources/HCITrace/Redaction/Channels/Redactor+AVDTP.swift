// AVDTP signalling (AVDTP 1.3 §8): endpoints, capabilities and errors stay, what secures the content goes.

extension Redactor {
  func avdtp(_ copy: inout FairCopy, _ place: MessagePlace, _ link: inout LinkProgress) {
    guard let header = copy.keepHeader(AVDTPHeader.self) else { return }
    let shows: Bool
    if let signal = header.signal {
      shows = signal.name != nil && signal != .securityControl
      if place.isWhole { link.showsAVDTP[place.direction] = shows }
    } else {
      shows = link.showsAVDTP[place.direction] ?? false
    }
    if shows { copy.keepRest() }
  }
}
