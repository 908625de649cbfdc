import ArgumentParser
import HCIDiagnosis
import HCIReport

extension Settings {
  /// What is in force for each of the captures, or folders, at `paths`: their files with the command line put on them.
  /// A mistake in one of them ends the run: nobody knows what was meant. Where captures are redacted, what the files say
  /// of devices holds for none, and would tell who they are.
  func configurations(for paths: [String]) throws -> [Configuration] {
    let layer: Configuration
    var told: [Configuration] = []
    do throws(ConfigurationProblem) {
      layer = try self.layer()
      var files = ConfigurationFiles(choice, rules: layer.ownRules)
      for path in paths { told.append(try files.configuration(for: path)) }
    } catch {
      say(error.description.escaped())
      throw ExitCode(RunStatus.unusable.rawValue)
    }
    if let objection = objection(knowing: layer.rules + told.flatMap(\.ownRules)) {
      say(objection.escaped())
      throw ExitCode(RunStatus.usage.rawValue)
    }
    return told.map { (redaction == nil ? $0 : $0.withoutDevices).overridden(by: layer) }
  }
}
