import Foundation
import HCIDiagnosis
import HCITrace
import Testing

@testable import HCIReport

/// A rule as rules are, so that these tests don't change with the real ones.
private struct PageUnanswered: AttemptRule {
  static let info = RuleInfo(
    "page-unanswered", "The speaker did not answer the page", severity: .error, phase: .page,
    why: "Without an answer there is no link.", looksFor: "Connection Complete with Page Timeout.",
    remedies: [
      .person("Switch the speaker on."), .engineer("Look for the speaker's inquiry answer."),
      .person("Go nearer."),
    ],
    references: ["Core Vol 4 Part E §7.7.3"], doubt: "The article says 32 ft; the specification says nothing."
  )

  static let examples: [Example] = [
    .triggering("the speaker is off") {
      inquires()
      finds()
      inquiryEnds()
      pages()
      linkComes(.pageTimeout).after(.seconds(5)).flagged
    },
    .quiet("the speaker answers") { connects() },
  ]

  func check(_ attempt: Attempt, in context: Context) -> [Finding] {
    guard let end = attempt.paging.completed, end.value == .pageTimeout else { return [] }
    return [Finding("the page was not answered", Evidence(end.at, "Connection Complete, Page Timeout"))]
  }
}

@Suite("The catalogue of rules") struct CatalogueTests {
  let catalogue = Catalogue([RuleEntry(PageUnanswered.self)])

  @Test func explainsWithATraceAtWork() {
    var text = ""
    catalogue.explain(RuleEntry(PageUnanswered.self), Presentation(), to: &text)
    for part in [
      "page-unanswered", "error at page", "why it matters", "at home: Switch the speaker on.\n    Go nearer.",
      "with the log: Look", "The article says 32 ft", "Core Vol 4 Part E §7.7.3",
      "an example: the speaker is off",
      "FAILED at page", "error[page-unanswered]: the page was not answered",
      "Connection Complete, Page Timeout",
      "the speaker answers",
    ] {
      #expect(text.contains(part), "\(part) is missing in\n\(text)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.displayWidth <= 100 })
  }

  @Test func savesTheExample() throws {
    let bytes = try #require(catalogue.exampleCapture(of: RuleEntry(PageUnanswered.self)))
    #expect(bytes.starts(with: Array("btsnoop\0".utf8)))
  }

  @Test func listsByStep() {
    var text = ""
    catalogue.write(Presentation(), to: &text)
    #expect(
      text.contains("finding and calling\n  page-unanswered  error    The speaker did not answer the page\n"))
  }

  @Test func json() throws {
    var text = ""
    catalogue.writeJSON(to: &text)
    let document = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rules = try #require(document["rules"] as? [[String: Any]])
    #expect(rules.first?["id"] as? String == "page-unanswered")
    #expect((rules.first?["examples"] as? [[String: Any]])?.count == 2)
  }

  @Test(arguments: [
    ("page-unanswerd", ["page-unanswered"]), ("unanswered", ["page-unanswered"]),
    ("PAGE-UNANSWERED", ["page-unanswered"]),
    ("sdp-race", []), ("", []), ("x", []),
  ])
  func suggestions(_ typed: String, _ meant: [String]) { #expect(catalogue.suggestions(for: typed) == meant) }
}
