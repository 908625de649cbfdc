/// hcitrace beside the tools that people would use otherwise: those of them that are installed.
func peers(of results: [Results], by programs: Programs) throws -> String? {
  var peers: [(name: String, line: (String) -> [String])] = []
  if let btmon = programs.btmon { peers.append(("btmon --analyze", { [btmon, "--analyze", $0] })) }
  if let tshark = programs.tshark {
    peers.append(("tshark -q -z expert", { [tshark, "-r", $0, "-q", "-z", "expert"] }))
  }
  guard !peers.isEmpty else { return nil }

  var table = Table(["", "hcitrace"] + peers.map(\.name))
  for result in results {
    guard let own = result[.text], !result.subject.path.hasSuffix(".pcap") else { continue }
    // Large captures take them long, and once is enough to see by how much.
    let runs = result.subject.size > 1_000_000 ? 1 : result.subject.runs
    let cells = try peers.map { peer in
      let line = peer.line(result.subject.path)
      let pairs = try (0..<runs).map { _ in
        (
          peer: try Run(line, isQuiet: true).seconds,
          own: try Run(programs.line(.text, result.subject.path)).seconds
        )
      }
      return "\(pairs.map(\.peer).median.time), × \(pairs.map { $0.peer / $0.own }.median.factor)"
    }
    table.add([result.subject.name, own.seconds.time] + cells)
  }
  return table.text
}
