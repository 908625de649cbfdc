import HCIDiagnosis
import HCITrace

/// A file that was analysed, and what is told of it at the end of the run.
struct SARIFArtifact: Sendable {
  let uri: ArtifactURI
  /// What is wrong with the file, and what was left out of it.
  private(set) var notices: [SARIFNotice]
  private let facts: [(String, String)]

  init(_ capture: CaptureReport) {
    let uri = ArtifactURI(path: capture.file)
    self.uri = uri
    facts = [
      ("container", capture.container), ("datalink", capture.datalink),
      ("start", capture.start?.iso8601 ?? ""), ("profile", capture.profile.name),
      ("verdict", capture.verdict?.rawValue ?? ""), ("primaryCause", capture.primaryCause ?? ""),
    ].filter { !$0.1.isEmpty }
    notices =
      capture.damage.map {
        SARIFNotice(id: $0.kind, level: .warning, message: $0.message, uri: uri, offset: $0.offset)
      }
      + capture.limits.map {
        SARIFNotice(id: "limit", level: .warning, message: $0, uri: uri, offset: nil)
      }
  }

  /// Takes what is to be told of another capture in the same file.
  mutating func add(_ other: SARIFArtifact) { notices += other.notices }

  fileprivate func fields(in writer: inout JSONWriter) {
    writer.field("location", uri) { $0.fields(of: $1) }
    writer.field("roles", ["analysisTarget"])
    writer.field("properties", facts) { properties, facts in
      for (name, value) in facts { properties.field(name, value.escaped()) }
    }
  }
}

/// Something about the run itself: a notification (§3.58).
struct SARIFNotice: Sendable {
  let id: String
  let level: Severity
  let message: String
  let uri: ArtifactURI
  let offset: Int?

  fileprivate init(id: String, level: Severity, message: String, uri: ArtifactURI, offset: Int?) {
    self.id = id
    self.level = level
    self.message = message
    self.uri = uri
    self.offset = offset
  }

  init(_ failure: Report.Failure) {
    self.init(
      id: Report.Failure.rule, level: .error, message: failure.message,
      uri: ArtifactURI(path: failure.path), offset: nil)
  }
}

extension JSONWriter {
  mutating func fields(of artifact: SARIFArtifact) { artifact.fields(in: &self) }

  mutating func fields(of uri: ArtifactURI, at index: Int? = nil) {
    field("uri", uri.text)
    if uri.isRelative { field("uriBaseId", ArtifactURI.base) }
    if let index { field("index", index) }
  }

  mutating func fields(of notice: SARIFNotice) {
    field("descriptor", notice.id) { $0.field("id", $1) }
    field("level", notice.level.rawValue)
    message("message", notice.message)
    objects("locations", [notice]) { location, notice in
      location.field("physicalLocation", notice) { physical, notice in
        physical.field("artifactLocation", notice.uri) { $0.fields(of: $1) }
        if let offset = notice.offset {
          physical.field("region", offset) { $0.field("byteOffset", $1) }
        }
      }
    }
  }
}
