// Devices: who answered an inquiry, told a name, advertised.

extension SessionTracker {
  mutating func discovery(
    _ event: HCIEvent, _ reader: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    switch event {
    case .inquiryComplete(let complete): adapters[adapter].waiting.complete(complete.status, at: ref)
    case .inquiryResult(let result):
      var responses = InquiryResponses(reader, count: result.numResponses, withRSSI: false)
      while let response = try responses.next() { found(response, adapter, ref) }
    case .inquiryResultWithRSSI(let result):
      var responses = InquiryResponses(reader, count: result.numResponses, withRSSI: true)
      while let response = try responses.next() { found(response, adapter, ref) }
    case .extendedInquiryResult(let result):
      found(
        InquiryResponse(
          address: result.address, pageScanRepetitionMode: result.pageScanRepetitionMode,
          classOfDevice: result.classOfDevice, clockOffset: result.clockOffset, rssi: result.rssi), adapter,
        ref)
      if let peer = see(result.address, adapter) { extendedResponse(reader, peer, ref) }
      adapters[adapter].waiting.name(of: result.address, session.peer(result.address, adapter: adapter)?.name)
    case .remoteNameRequestComplete(let complete):
      let name = complete.status == .success ? reader.name() : nil
      nameTold(name, complete.status, complete.address, adapter, ref)
    case .remoteHostSupportedFeaturesNotification(let features):
      guard let peer = see(features.address, adapter) else { return }
      session.peers[peer].supportsSimplePairing = Observed(features.features & 1 != 0, at: ref)
    default: break
    }
  }

  private mutating func found(_ response: InquiryResponse, _ adapter: Int, _ ref: PacketRef) {
    let device = DiscoveredDevice(
      address: response.address, at: ref, classOfDevice: response.classOfDevice, rssi: response.rssi,
      name: nil)
    adapters[adapter].waiting.add(device, session: &session)
    guard let peer = see(response.address, adapter) else { return }
    tell(response.address, adapter, response.classOfDevice, ref)
    if session.peers[peer].inquiryAnswers.count < Limits.gaps {
      kept &+= MemoryLayout<PacketRef>.stride
      session.peers[peer].inquiryAnswers.append(ref)
    }
    if let rssi = response.rssi, session.peers[peer].inquiryRSSI.count < Limits.gaps {
      kept &+= MemoryLayout<Observed<Int8>>.stride
      session.peers[peer].inquiryRSSI.append(Observed(rssi, at: ref))
    }
  }

  /// What this side tells of itself in its Extended Inquiry Response.
  mutating func ownInquiryResponse(_ reader: ByteReader, _ adapter: Int, _ ref: PacketRef) {
    var structures = AdvertisingData(reader)
    var services: [BluetoothUUID] = []
    var power: Observed<Int8>?
    do throws(WireError) {
      while let structure = try structures.next() {
        if let told = structure.txPowerLevel { power = Observed(told, at: ref) }
        guard structure.type.listsServices else { continue }
        var uuids = structure.uuids
        while services.count < 64, let uuid = try uuids.next() { services.append(uuid) }
      }
    } catch { malformed(.advertising, error, ref) }
    adapters[adapter].facts.advertisedServices = services.isEmpty ? nil : Observed(services, at: ref)
    adapters[adapter].facts.transmitPower = power
  }

  private mutating func extendedResponse(_ reader: ByteReader, _ peer: Int, _ ref: PacketRef) {
    var structures = AdvertisingData(reader)
    var services: [BluetoothUUID] = []
    var hasList = false
    do throws(WireError) {
      while let structure = try structures.next() {
        if let name = structure.localName { tell(name: name, peer, ref) }
        if let power = structure.txPowerLevel, session.peers[peer].transmitPower?.value != power {
          session.peers[peer].transmitPower = Observed(power, at: ref)
        }
        guard structure.type.listsServices else { continue }
        hasList = true
        var uuids = structure.uuids
        while services.count < 64, let uuid = try uuids.next() { services.append(uuid) }
      }
    } catch { malformed(.advertising, error, ref) }
    if hasList, session.peers[peer].advertisedServices?.value != services {
      session.peers[peer].advertisedServices = Observed(services, at: ref)
    }
  }

  mutating func nameTold(
    _ name: String?, _ status: HCIStatus, _ address: Address, _ adapter: Int, _ ref: PacketRef
  ) {
    if let name, let peer = see(address, adapter) { tell(name: name, peer, ref) }
    if let index = link(address, adapter),
      let open = links[index].attempt.nameRequests.indices.last(where: {
        links[index].attempt.nameRequests[$0].address == address
          && links[index].attempt.nameRequests[$0].completed == nil
      })
    {
      links[index].touch(ref)
      links[index].attempt.nameRequests[open].completed = Observed(status, at: ref)
      links[index].attempt.nameRequests[open].name = name
    } else {
      adapters[adapter].waiting.complete(nameOf: address, name, status, at: ref)
    }
  }

  // MARK: Peers

  /// About what a device takes beside its own octets: its place in a dictionary, and the heads of its lists.
  private static let device = 128
  /// About what a name takes beside its octets, in a list that grows by doubling.
  private static let name = 2 * MemoryLayout<Observed<String>>.stride + 32

  /// The peer at `address`, which is added when it is new; `nil` when there are too many.
  @discardableResult
  mutating func see(_ address: Address, _ adapter: Int) -> Int? {
    let key = PeerKey(adapter: adapter, address: address)
    if let known = session.peerIndex[key] { return known }
    guard session.peers.count < Limits.devices else {
      session.leftOut.insert(.peers)
      return nil
    }
    kept &+= Self.device + MemoryLayout<Peer>.stride
    session.peers.append(Peer(adapter: adapter, address: address))
    session.peerIndex[key] = session.peers.count - 1
    return session.peers.count - 1
  }

  /// The peer of a live link.
  func peer(of link: Int) -> Int? {
    links[link].attempt.peer.flatMap {
      session.peerIndex[PeerKey(adapter: links[link].attempt.adapter, address: $0)]
    }
  }

  mutating func tell(_ address: Address, _ adapter: Int, _ classOfDevice: ClassOfDevice, _ ref: PacketRef) {
    guard let peer = see(address, adapter), session.peers[peer].classOfDevice.last?.value != classOfDevice,
      session.peers[peer].classOfDevice.count < Limits.gaps
    else { return }
    session.peers[peer].classOfDevice.append(Observed(classOfDevice, at: ref))
  }

  private mutating func tell(name: String, _ peer: Int, _ ref: PacketRef) {
    guard !name.isEmpty, session.peers[peer].names.last?.value != name,
      session.peers[peer].names.count < Limits.gaps
    else { return }
    kept &+= Self.name + name.utf8.count
    session.peers[peer].names.append(Observed(name, at: ref))
  }

  // MARK: Bluetooth LE

  mutating func lowEnergy(
    _ event: LEEvent, _ reader: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    switch event {
    case .advertisingReport(let event): try advertising(event, reader, adapter, ref)
    case .extendedAdvertisingReport(let event):
      var reports = ExtendedAdvertisingReports(reader, numReports: event.numReports)
      while let report = try reports.next() {
        heard(report.address, report.addressType, report.data, adapter, ref)
      }
    case .connectionComplete(let complete) where complete.status == .success:
      adapters[adapter].handles[complete.handle] = .lowEnergy
    case .enhancedConnectionComplete(let complete) where complete.status == .success:
      adapters[adapter].handles[complete.handle] = .lowEnergy
    case .enhancedConnectionCompleteV2(let complete) where complete.status == .success:
      adapters[adapter].handles[complete.handle] = .lowEnergy
    default: break
    }
  }

  private mutating func advertising(
    _ event: LEEvent.AdvertisingReport, _ reader: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    var reports = AdvertisingReports(reader, numReports: event.numReports)
    while let report = try reports.next() {
      heard(report.address, report.addressType, report.data, adapter, ref)
    }
  }

  /// Takes an advertising report that is alone in its event, and was not heard just so before.
  @inline(never)
  mutating func heard(
    _ report: RecentAdvertising.Report, in reader: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) throws(WireError) {
    var reader = reader
    try reader.skip(2)
    let content = try AdvertisingReport(from: &reader)
    if let advertiser = heard(content.address, content.addressType, content.data, adapter, ref) {
      recentAdvertising.keep(report, of: advertiser, adapter, in: &session)
    }
  }

  /// Takes what an advertiser says; gives its place where that follows the grammar.
  @discardableResult
  mutating func heard(
    _ address: Address, _ type: LEAddressType, _ data: ByteReader, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    guard let index = advertiser(address, type, adapter, ref) else { return nil }
    session.advertisers[index].count(1, at: ref)
    return read(data, ofAdvertiser: index, ref) ? index : nil
  }

  /// Reads what an advertiser says of itself; false where it breaks the grammar.
  private mutating func read(_ data: ByteReader, ofAdvertiser index: Int, _ ref: PacketRef) -> Bool {
    var structures = AdvertisingData(data)
    do throws(WireError) {
      while let structure = try structures.next() {
        switch structure.type {
        case .flags:
          if session.advertisers[index].flags == nil, let flags = structure.flags {
            session.advertisers[index].flags = Observed(flags.rawValue, at: ref)
          }
        case .completeLocalName, .shortenedLocalName:
          if session.advertisers[index].name == nil, let name = structure.localName {
            session.advertisers[index].name = Observed(name, at: ref)
          }
        case .txPowerLevel:
          if session.advertisers[index].transmitPower == nil, let power = structure.txPowerLevel {
            session.advertisers[index].transmitPower = Observed(power, at: ref)
          }
        case .incompleteUUIDs16, .completeUUIDs16, .serviceData16:
          var uuids = structure.uuids
          while let uuid = try uuids.next() { session.advertisers[index].note(uuid, at: ref) }
        default: break
        }
      }
      return true
    } catch {
      malformed(.advertising, error, ref)
      return false
    }
  }

  private mutating func advertiser(
    _ address: Address, _ type: LEAddressType, _ adapter: Int, _ ref: PacketRef
  ) -> Int? {
    let key = PeerKey(adapter: adapter, address: address)
    if let known = session.advertiserIndex[key] { return known }
    guard session.advertisers.count < Limits.devices else {
      session.leftOut.insert(.advertisers)
      return nil
    }
    kept &+= Self.device + MemoryLayout<Advertiser>.stride
    session.advertisers.append(
      Advertiser(adapter: adapter, address: address, addressType: type, first: ref, last: ref))
    session.advertiserIndex[key] = session.advertisers.count - 1
    return session.advertisers.count - 1
  }
}

extension AdvertisingDataType {
  /// A list of service class UUIDs, complete or not.
  fileprivate var listsServices: Bool { (0x02...0x07).contains(rawValue) }
}

extension Advertiser {
  /// Counts more reports, the last of them at `ref`.
  mutating func count(_ more: Int, at ref: PacketRef) {
    last = max(last, ref)
    reports &+= more
  }

  /// Services of LE Audio: ASCS 0x184E, BASS 0x184F, PACS 0x1850, CAS 0x1853, TMAS 0x1855 (Assigned Numbers §3.4).
  fileprivate mutating func note(_ service: BluetoothUUID, at ref: PacketRef) {
    guard let short = service.short, [0x184E, 0x184F, 0x1850, 0x1853, 0x1855].contains(short),
      !audioServices.contains(where: { $0.value == service })
    else { return }
    audioServices.append(Observed(service, at: ref))
  }
}

extension WaitingSearch {
  mutating func complete(_ status: HCIStatus, at ref: PacketRef) {
    let open = inquiries.indices.last { inquiries[$0].completed == nil && !inquiries[$0].isRefused }
    guard let open else { return }
    inquiries[open].completed = Observed(status, at: ref)
  }

  mutating func add(_ device: DiscoveredDevice, session: inout Session) {
    guard let last = lastInquiry else { return }
    guard inquiries[last].responses.count < Limits.inquiryResponses else {
      session.leftOut.insert(.inquiries)
      return
    }
    guard !inquiries[last].responses.contains(where: { $0.address == device.address }) else { return }
    inquiries[last].responses.append(device)
  }

  mutating func name(of address: Address, _ name: String?) {
    guard let name, let last = lastInquiry,
      let device = inquiries[last].responses.lastIndex(where: { $0.address == address })
    else { return }
    inquiries[last].responses[device].name = name
  }

  mutating func complete(nameOf address: Address, _ name: String?, _ status: HCIStatus, at ref: PacketRef) {
    let open = nameRequests.indices.last {
      nameRequests[$0].address == address && nameRequests[$0].completed == nil
    }
    guard let open else { return }
    nameRequests[open].completed = Observed(status, at: ref)
    nameRequests[open].name = name
  }
}
