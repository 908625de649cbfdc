import HCIDiagnosis
import HCITrace

extension JSONWriter {
  mutating func fields(of comparison: CodecComparison) {
    member("source") { side in side.object { $0.fields(of: comparison.source) } }
    member("sink") { side in side.object { $0.fields(of: comparison.sink) } }
    optional("common", comparison.common)
    objects("tables", comparison.tables) { table, told in
      table.field("codec", told.codec)
      table.field("sourceSeid", told.sourceSEID.map(Int.init))
      table.field("sinkSeid", told.sinkSEID.map(Int.init))
      table.objects("fields", told.rows) { row, field in
        row.field("field", field.field)
        row.optional("source", field.source)
        row.optional("sink", field.sink)
        row.optional("common", field.common)
        row.optional("asked", field.asked)
        row.field("conflict", field.isConflict)
      }
    }
    field("asked", comparison.asked) { asked, told in
      asked.field("signal", told.signal.description)
      asked.field("frame", told.at.number)
      asked.field("seid", told.seid.map(Int.init))
      asked.field("codec", told.codec.name)
      asked.field("octets", octets(told.codec.octets))
      asked.field("errorCode", told.error.map { hexadecimal($0.rawValue, digits: 2) })
      asked.field("error", told.error?.name)
      asked.field("categoryCode", told.category.map { hexadecimal($0, digits: 2) })
      asked.field("category", told.category.flatMap(AVDTPService.categoryName))
    }
    field("legal", comparison.legal) { legal, told in
      legal.field("seid", told.seid.map(Int.init))
      legal.field("codec", told.codec.name)
      legal.objects("fields", told.codec.fields) { field, setting in
        field.field("field", setting.title)
        field.field("value", setting.values.joined(separator: "/"))
      }
      legal.field("octets", octets(told.codec.octets))
      legal.field("services", octets(told.codec.serviceOctets))
      legal.field("asAsked", told.isAsAsked)
    }
    field("whyNoLegal", comparison.whyNoLegal)
  }

  private mutating func fields(of side: CodecComparison.Side) {
    switch side.basis {
    case .endpoints: field("basis", "endpoints")
    case .profile: field("basis", "profile")
    case .unknown: field("basis", "unknown")
    }
    if case .profile(let name) = side.basis { field("profile", name) } else { field("profile", String?.none) }
    field("maximumBitRate", side.maximumBitRate)
    optional("codecs", side.codecs)
    objects("endpoints", side.endpoints) { endpoint, told in
      endpoint.field("seid", Int(told.seid))
      endpoint.field("inUse", told.isInUse)
      endpoint.field("frame", told.at.number)
      endpoint.field("codec", told.codec.name)
      endpoint.field("octets", octets(told.codec.octets))
    }
  }

  private mutating func optional(_ key: String, _ texts: [String]?) {
    if let texts { field(key, texts) } else { field(key, String?.none) }
  }
}

/// Octets as people write them: `21 15 02 35`.
func octets(_ octets: [UInt8]) -> String {
  octets.map { hexadecimal($0, digits: 2).dropFirst(2) }.joined(separator: " ")
}
