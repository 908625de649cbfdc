import HCIDiagnosis
import HCITrace

extension ClassReport {
  init(_ device: ClassOfDevice) {
    self.init(
      value: device.value, services: device.serviceNames,
      major: device.majorName ?? "major class \(device.major)",
      minor: device.minorName ?? "")
  }
}

extension NamedCode {
  init(_ company: CompanyIdentifier) { self.init(hexadecimal(company.rawValue, digits: 4), company.name) }

  init(_ uuid: BluetoothUUID) { self.init(uuid.description, uuid.name) }
}

extension LocalReport {
  init(_ adapter: Adapter, at index: Int, in diagnosis: Diagnosis) {
    let roles = Set(diagnosis.attempts.lazy.filter { $0.adapter == index }.map(\.localRole))
    self.init(
      adapter: adapter.index,
      role: roles.contains(.both) || roles.isSuperset(of: [.source, .sink])
        ? .both : roles.contains(.source) ? .source : roles.contains(.sink) ? .sink : .unknown)
    address = adapter.address?.value.description
    name = adapter.name?.value
    classOfDevice = adapter.classOfDevice.last.map { ClassReport($0.value) }
    manufacturer = adapter.version.map { NamedCode($0.value.manufacturer) }
    version = adapter.version?.value.version.description
  }
}

extension PeerReport {
  init(_ peer: Peer) {
    self.init(address: peer.address.description, adapter: peer.adapter)
    name = peer.name
    classOfDevice = peer.currentClass.map { ClassReport($0.value) }
    transmitPower = peer.transmitPower.map { Int($0.value) }
    rssi = peer.inquiryRSSI.map { Int($0.value) }
    if let told = peer.versions.last?.value {
      manufacturer = NamedCode(told.manufacturer)
      version = told.version.description
      subversion = Int(told.subversion)
    }
    var offered: [BluetoothUUID] = []
    for uuid in (peer.advertisedServices?.value ?? []) + peer.records.flatMap(\.value.serviceClasses)
    where !offered.contains(uuid) { offered.append(uuid) }
    services = offered.map(NamedCode.init)
    deviceId = peer.records.lazy.compactMap(\.value.deviceIdentification).first.flatMap(
      DeviceIdentification.init)
    isBonded = !peer.bonded.isEmpty
    inquiryAnswers = peer.inquiryAnswers.count
  }
}

extension PeerReport.DeviceIdentification {
  init?(_ told: SDPDeviceIdentification) {
    guard let vendor = told.vendor, let product = told.product, let version = told.version else { return nil }
    let isBluetooth = told.vendorSource == 1
    self.init(
      source: isBluetooth ? "Bluetooth SIG" : told.vendorSource == 2 ? "USB Implementer's Forum" : "unknown",
      vendor: isBluetooth
        ? NamedCode(CompanyIdentifier(rawValue: vendor)) : NamedCode(hexadecimal(vendor, digits: 4), nil),
      product: hexadecimal(product, digits: 4),
      // 0xJJMN is version JJ.M.N (Device Identification 1.3 §5.5).
      version: [version >> 8, version >> 4 & 0xF, version & 0xF].map { String($0, radix: 16) }
        .joined(separator: "."))
  }
}

extension AdvertiserReport {
  init(_ advertiser: Advertiser) {
    self.init(
      address: advertiser.address.description, addressType: advertiser.addressType.description,
      name: advertiser.name?.value, lacksClassic: advertiser.lacksClassic,
      audioServices: advertiser.audioServices.map { NamedCode($0.value) },
      transmitPower: advertiser.transmitPower.map { Int($0.value) }, reports: advertiser.reports)
  }
}
