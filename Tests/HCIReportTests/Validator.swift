import Foundation

/// Somebody else's judgement of what is written.
enum Validator {
  /// Whether Python's jsonschema is here.
  static let hasJSONSchema = (try? python("import jsonschema")) == 0
  /// Whether libxml2's xmllint is here.
  static let hasXMLLint = (try? run(["xmllint", "--version"])) == 0

  /// Whether the JSON `document` is as `schema` says: 0, or what Python complains with.
  static func validate(json document: String, against schema: String) throws -> Int32 {
    try withFiles(["document.json": document, "schema.json": schema]) { folder in
      let program = """
        import json, jsonschema, sys
        schema, document = (json.load(open(sys.argv[1] + name)) for name in ("/schema.json", "/document.json"))
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        validator(schema).validate(document)
        """
      return try python(program, folder)
    }
  }

  /// Whether the XML `document` is as `schema` says: 0, or what xmllint complains with.
  static func validate(xml document: String, against schema: String) throws -> Int32 {
    try withFiles(["document.xml": document, "schema.xsd": schema]) { folder in
      try run(["xmllint", "--noout", "--nonet", "--schema", "\(folder)/schema.xsd", "\(folder)/document.xml"])
    }
  }

  /// Whether `document` is XML at all.
  static func isWellFormed(_ document: String) throws -> Bool {
    try withFiles(["document.xml": document]) {
      try run(["xmllint", "--noout", "--nonet", "\($0)/document.xml"])
    } == 0
  }

  /// The schema in PublishedSchemas that is called `name`.
  static func published(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "PublishedSchemas")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func withFiles<Result>(
    _ files: [String: String], _ body: (_ folder: String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try body(folder.path)
  }

  private static func python(_ program: String, _ arguments: String...) throws -> Int32 {
    try run(["python3", "-W", "ignore", "-c", program] + arguments)
  }

  private static func run(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
