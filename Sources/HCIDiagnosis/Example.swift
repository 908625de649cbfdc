public import HCITrace

/// A short conversation that a rule must speak of, or must not.
public struct Example: Sendable {
  /// What happens in it.
  public var name: String
  /// The conversation.
  public var script: TraceScript
  /// The rule must speak.
  public var triggers: Bool
  /// The name of the profile it is judged by; `nil` takes the one that the source's class of device asks for.
  public var profile: String?
  /// The firmware of the two devices, where the user told it.
  public var firmware = StatedFirmware()
  /// Other rules that speak of it too, none else may.
  public var alongside: Set<String> = []

  /// A conversation that the rule must speak of, citing the flagged packets.
  public static func triggering(
    _ name: String, profile: String? = nil, firmware: StatedFirmware = StatedFirmware(),
    alongside: Set<String> = [],
    @TraceBuilder _ steps: () -> [TraceScript.Step]
  ) -> Example {
    Example(
      name: name, script: TraceScript(steps), triggers: true, profile: profile,
      firmware: firmware, alongside: alongside)
  }

  /// A conversation that the rule must keep quiet about.
  public static func quiet(
    _ name: String, profile: String? = nil, firmware: StatedFirmware = StatedFirmware(),
    alongside: Set<String> = [],
    @TraceBuilder _ steps: () -> [TraceScript.Step]
  ) -> Example {
    Example(
      name: name, script: TraceScript(steps), triggers: false, profile: profile,
      firmware: firmware, alongside: alongside)
  }
}
