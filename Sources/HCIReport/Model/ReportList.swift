/// The reports of the many alike things in a capture, its attempts or its findings: each is made when it is asked for,
/// and not kept.
///
/// What they are made from is in memory anyway; a second copy of it, every one with its words, was most of what a large
/// capture took. What reports ask of all of them together, they ask of the ``Outlined/Outline``, which costs nothing
/// to make. A list in which something is changed holds all of its reports.
public struct ReportList<Element: Outlined & Sendable>: Sendable {
  private var storage: Storage

  private enum Storage: Sendable {
    case made([Element])
    /// `places` of those of `source` that are in the list; `nil`: all.
    case awaited(Source, places: [Int]?)
  }

  /// What reports are made from.
  struct Source: Sendable {
    /// How many there are.
    var count: Int
    /// The outline of the one at a place.
    var outline: @Sendable (Int) -> Element.Outline
    /// The one at a place.
    var make: @Sendable (Int, ReportDetail) -> Element
  }

  /// The reports that `source` makes.
  init(_ source: Source) { storage = .awaited(source, places: nil) }

  /// The outline of the report at `index`.
  func outline(at index: Int) -> Element.Outline {
    switch storage {
    case .made(let reports): reports[index].outline
    case .awaited(let source, let places): source.outline(places?[index] ?? index)
    }
  }

  /// The outlines of all reports.
  var outlines: LazyMapSequence<Range<Int>, Element.Outline> { indices.lazy.map { outline(at: $0) } }

  /// The report at `index` with so much `detail`.
  func report(at index: Int, _ detail: ReportDetail) -> Element {
    switch storage {
    case .made(let reports): reports[index]
    case .awaited(let source, let places): source.make(places?[index] ?? index, detail)
    }
  }

  /// Those whose outline is as `isWanted` says.
  func only(where isWanted: (Element.Outline) -> Bool) -> ReportList {
    let wanted = indices.filter { isWanted(outline(at: $0)) }
    var list = self
    switch storage {
    case .made(let reports): list.storage = .made(wanted.map { reports[$0] })
    case .awaited(let source, let places):
      list.storage = .awaited(source, places: places.map { all in wanted.map { all[$0] } } ?? wanted)
    }
    return list
  }
}

/// How much of a thing its report tells.
enum ReportDetail: Sendable {
  /// Everything, for programs.
  case all
  /// What people read.
  case brief
}

/// Something whose report has an outline: what is asked of all of them together.
public protocol Outlined {
  /// The facts by which reports count, group and choose.
  associatedtype Outline
  /// Its own.
  var outline: Outline { get }
}

extension ReportList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// An empty list.
  public init() { storage = .made([]) }

  /// The place of the first report.
  public var startIndex: Int { 0 }

  /// One behind the place of the last report.
  public var endIndex: Int {
    switch storage {
    case .made(let reports): reports.count
    case .awaited(let source, let places): places?.count ?? source.count
    }
  }

  /// The report at `index`, with everything in it.
  public subscript(index: Int) -> Element {
    get { report(at: index, .all) }
    set { replaceSubrange(index..<index + 1, with: CollectionOfOne(newValue)) }
  }

  /// Puts `reports` in the place of those in `range`.
  public mutating func replaceSubrange(_ range: Range<Int>, with reports: some Collection<Element>) {
    var all = Array(self)
    all.replaceSubrange(range, with: reports)
    storage = .made(all)
  }
}

extension ReportList: ExpressibleByArrayLiteral {
  /// The list of `reports`.
  public init(arrayLiteral reports: Element...) { storage = .made(reports) }
}
