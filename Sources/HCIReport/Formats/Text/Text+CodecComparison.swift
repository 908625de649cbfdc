import HCIDiagnosis
import HCITrace

extension TextPage {
  /// What source and sink can do, field by field, and what would have been legal.
  mutating func write(_ comparison: CodecComparison, verbose isVerbose: Bool) {
    let shown = isVerbose ? comparison.tables : comparison.telling
    let columns = comparison.columns(in: shown)
    if width >= 76 {
      writeColumns(shown, columns, comparison)
    } else {
      writeLines(shown, columns, comparison)
    }
    let left = comparison.tables.count - shown.count
    if left > 0 { paragraph([Span("and \(counted(left, "more codec"))", .dim)], indent: 6) }
    writeRefusal(comparison)
    writeLegal(comparison)
  }

  // MARK: The table

  private mutating func writeColumns(
    _ tables: [CodecComparison.Table], _ columns: [Column], _ comparison: CodecComparison
  ) {
    let titles = tables.flatMap(\.rows).map(\.field.displayWidth)
    let first = max(titles.max() ?? 0, 5) + 2
    let each = max(12, (width - 6 - first - 2) / max(columns.count, 1))
    row("", columns.map(\.title), first, each, style: .strong)
    row("", columns.map { $0.note(comparison) }, first, each, style: .dim)
    row(
      "codec", columns.map { $0.codecs(comparison).map(cell) ?? "not told" }, first, each,
      mark: comparison.common?.isEmpty ?? false)
    for table in tables {
      row(table.codec, table.endpoints(columns), first, each, style: .dim)
      for field in table.rows {
        row(
          field.field, columns.map { $0.values(field).map(cell) ?? "–" }, first, each, mark: field.isConflict)
      }
    }
  }

  /// Cells beside each other, each wrapped in its own column.
  private mutating func row(
    _ title: String, _ cells: [String], _ first: Int, _ each: Int, style: Span.Style = .plain,
    mark: Bool = false
  ) {
    let wrapped = cells.map { $0.escaped().wrapped(to: each - 2) }
    let lines = wrapped.map(\.count).max() ?? 0
    guard !title.isEmpty || wrapped.contains(where: { $0 != [""] }) else { return }
    for line in 0..<max(lines, 1) {
      var text = (line == 0 ? title.escaped() : "").padded(to: first)
      for cell in wrapped { text += (cell.indices.contains(line) ? cell[line] : "").padded(to: each) }
      var spans = [Span(text, style)]
      if mark, line == 0 {
        while spans[0].text.last == " " { spans[0].text.removeLast() }
        spans.append(Span(" ✘", .error))
      }
      put(spans, indent: 6)
    }
  }

  /// The same for a page that is too narrow for columns: each field in a paragraph.
  private mutating func writeLines(
    _ tables: [CodecComparison.Table], _ columns: [Column], _ comparison: CodecComparison
  ) {
    func told(_ title: String, _ cells: [(Column, [String]?)], _ mark: Bool) {
      let words = cells.compactMap { column, values in values.map { "\(column.title) \(cell($0))" } }
      let spans = [Span(title.escaped() + "  ", .dim), Span(words.joined(separator: " · ").escaped())]
      paragraph(spans + (mark ? [Span(" ✘", .error)] : []), indent: 6, hang: 8)
    }
    told("codec", columns.map { ($0, $0.codecs(comparison)) }, comparison.common?.isEmpty ?? false)
    for table in tables {
      paragraph([Span(table.codec.escaped(), .strong)], indent: 6)
      for field in table.rows { told(field.field, columns.map { ($0, $0.values(field)) }, field.isConflict) }
    }
  }

  // MARK: What came of it

  private mutating func writeRefusal(_ comparison: CodecComparison) {
    guard let asked = comparison.asked else { return }
    var words = "\(asked.signal), codec octets \(octets(asked.codec.octets))"
    if let error = asked.error {
      words += ": refused with \(error.name ?? "code") (\(hexadecimal(error.rawValue, digits: 2)))"
      if let category = asked.category, category != 0 {
        let name = AVDTPService.categoryName(category) ?? "unknown category"
        words += " in \(name) (\(hexadecimal(category, digits: 2)))"
      }
    }
    label("asked", words)
  }

  private mutating func writeLegal(_ comparison: CodecComparison) {
    guard let legal = comparison.legal else {
      if let why = comparison.whyNoLegal { label("legal", "nothing: \(why)") }
      return
    }
    let endpoint = legal.seid.map { " for endpoint \($0)" } ?? ""
    let settings = legal.codec.fields.map { "\($0.title) \($0.values.joined(separator: "/"))" }
    let codec = ([legal.codec.name] + settings).joined(separator: ", ")
    let asAsked = legal.isAsAsked ? "what was asked for: " : ""
    label(
      "legal",
      "\(asAsked)\(codec); Set Configuration\(endpoint) with \(octets(legal.codec.serviceOctets)), codec octets \(octets(legal.codec.octets))"
    )
  }

  private mutating func label(_ label: String, _ words: String) {
    paragraph([Span(label.padded(to: 6), .dim), Span(" \(words.escaped())")], indent: 6, hang: 13)
  }
}

private func cell(_ values: [String]) -> String { values.isEmpty ? "none" : values.joined(separator: ", ") }

/// A column of the table.
private enum Column {
  case source, sink, common, asked

  var title: String {
    switch self {
    case .source: "source may use"
    case .sink: "sink offers"
    case .common: "in common"
    case .asked: "asked for"
    }
  }

  /// From where it is known.
  func note(_ comparison: CodecComparison) -> String {
    switch self {
    case .source: comparison.source.note
    case .sink: comparison.sink.note
    case .common: ""
    case .asked: comparison.asked.map { "#\($0.at.number)" } ?? ""
    }
  }

  func codecs(_ comparison: CodecComparison) -> [String]? {
    switch self {
    case .source: comparison.source.codecs
    case .sink: comparison.sink.codecs
    case .common: comparison.common
    case .asked: comparison.asked.map { [$0.codec.name] }
    }
  }

  func values(_ row: CodecComparison.Row) -> [String]? {
    switch self {
    case .source: row.source
    case .sink: row.sink
    case .common: row.common
    case .asked: row.asked
    }
  }
}

extension CodecComparison {
  /// The tables that tell something about the failure: the codec asked for and those in common, else the first two.
  fileprivate var telling: [Table] {
    let names = (asked.map { [$0.codec.name] } ?? []) + (common ?? [])
    let named = tables.filter { names.contains($0.codec) }
    return Array((named.isEmpty ? tables : named).prefix(2))
  }

  /// What there is to show beside each other.
  fileprivate func columns(in tables: [Table]) -> [Column] {
    [.source, .sink, .common] + (asked == nil ? [] : [.asked])
  }
}

extension CodecComparison.Table {
  /// The endpoints that are compared, each in its column.
  fileprivate func endpoints(_ columns: [Column]) -> [String] {
    columns.map { column in
      switch column {
      case .source: sourceSEID.map { "endpoint \($0)" } ?? ""
      case .sink: sinkSEID.map { "endpoint \($0)" } ?? ""
      default: ""
      }
    }
  }
}

extension CodecComparison.Side {
  /// From where it is known, in words.
  fileprivate var note: String {
    switch basis {
    case .endpoints: ""
    case .profile(let name):
      "profile \(name)" + (maximumBitRate.map { ", at most \($0 / 1_000) kbit/s" } ?? "")
    case .unknown: "not in the log"
    }
  }
}

extension String {
  /// Spaces are between words only, and single.
  private var hasNoSpareSpaces: Bool {
    var isBehindSpace = true
    for byte in utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, isBehindSpace { return false }
      isBehindSpace = isSpace
    }
    return !isBehindSpace || isEmpty
  }

  /// What commas separate in lines of at most `room` columns; what is longer is wrapped at spaces, or cut.
  fileprivate func wrapped(to room: Int) -> [String] {
    if displayWidth <= room, hasNoSpareSpaces { return [self] }
    var lines = [""]
    func add(_ piece: String) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = piece.clipped(to: room)
      } else if line.displayWidth + 1 + piece.displayWidth <= room {
        lines[lines.count - 1] += " \(piece)"
      } else {
        lines.append(piece.clipped(to: room))
      }
    }
    func addItem(_ item: String) {
      let pieces = item.displayWidth <= room ? [item] : item.split(separator: " ").map(String.init)
      for piece in pieces where !piece.isEmpty { add(piece) }
    }
    var item = ""
    for word in split(separator: " ") {
      item += item.isEmpty ? String(word) : " \(word)"
      guard word.last == "," else { continue }
      addItem(item)
      item = ""
    }
    addItem(item)
    return lines
  }
}
