/// What the same hosts and speakers say the same in each attempt, what they can do and what they search for and find:
/// kept once, for all attempts in which it was said.
struct RepeatedParts: Sendable {
  private var services = Repeated<Rare<ServiceCapabilities>>()
  private var patterns = Repeated<[BluetoothUUID]>()
  private var attributes = Repeated<[ClosedRange<UInt16>]>()
  /// The answers of each peer, by its place in ``Session/peers``: their records are shared already.
  private var records: [Int: [[SDPRecord]]] = [:]

  /// Lets `attempt`, which has ended, hold what an earlier one said as that one holds it.
  mutating func share(with attempt: inout Attempt) {
    for index in attempt.exchanges.indices { attempt.exchanges[index].share(&self) }
    for index in attempt.streams.indices {
      guard let configuration = attempt.streams[index].configuration else { continue }
      attempt.streams[index].configuration = services.first(equalTo: .kept(configuration)).wrappedValue
    }
    for index in attempt.serviceDiscoveries.indices {
      let discovery = attempt.serviceDiscoveries[index]
      attempt.serviceDiscoveries[index].pattern = patterns.first(equalTo: discovery.pattern)
      attempt.serviceDiscoveries[index].attributes = attributes.first(equalTo: discovery.attributes)
    }
  }

  /// Lets `told` be the first that equals it.
  mutating func share(_ told: inout Rare<ServiceCapabilities>) {
    if case .kept = told { told = services.first(equalTo: told) }
  }

  /// Lets `list`, which `peer` answered with, be the first answer of that peer that equals it.
  mutating func share(_ list: inout [SDPRecord], of peer: Int) {
    if let known = records[peer]?.first(where: { $0 == list }) {
      list = known
    } else if !list.isEmpty, records[peer, default: []].count < 8 {
      records[peer, default: []].append(list)
    }
  }
}

/// Values of one kind, each once.
private struct Repeated<Value: Hashable & Sendable>: Sendable {
  private var known: Set<Value> = []
  /// As many different ones are known at most: devices in order come with far fewer.
  private static var limit: Int { 256 }

  /// The first value that equals `value`.
  mutating func first(equalTo value: Value) -> Value {
    if known.count < Self.limit { return known.insert(value).memberAfterInsert }
    return known.firstIndex(of: value).map { known[$0] } ?? value
  }
}
