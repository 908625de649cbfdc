/// What somebody sees or hears when a speaker does not play, and types into a search box: a line of another program's
/// log, a sentence of a settings page, a symptom.
public struct SearchedPhrase: Sendable {
  /// Who says it.
  public enum Origin: String, Sendable, CaseIterable {
    case bluez = "BlueZ"
    case linuxAudio = "PipeWire, PulseAudio, BlueALSA"
    case kernel = "the Linux kernel"
    case android = "Android"
    case windows = "Windows"
    case apple = "iOS, macOS"
    case alexa = "Alexa"
    case wireshark = "Wireshark, the log"
    case symptom = "what one hears and sees"
  }

  /// Who says it.
  public var origin: Origin
  /// How it reads, in each of its forms; “…” stands for what changes from case to case.
  public var texts: [String]
  /// The situation in which it is said, in one line.
  public var meaning: String
  /// The rules that look into that situation, the likeliest first.
  public var rules: [any Rule.Type]

  /// A phrase that leads to `rules`.
  init(_ origin: Origin, _ texts: String..., means meaning: String, leadsTo rules: any Rule.Type...) {
    self.origin = origin
    self.texts = texts
    self.meaning = meaning
    self.rules = rules
  }

  /// Every phrase, by who says it.
  public static let all =
    bluezErrors + bluezLog + linuxAudio + kernel + android + windows + apple + alexa + capture + symptoms
}
