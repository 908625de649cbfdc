/// The JSON Schema (2020-12) of the JSON report: every key, with its meaning.
public enum ReportSchema {
  /// As JSON.
  public static var json: String { String(decoding: PackageResources.report_schema_json, as: UTF8.self) }
}
