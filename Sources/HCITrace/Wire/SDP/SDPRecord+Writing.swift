extension SDPRecord {
  /// Writes the attribute list that says what the record holds. Attributes that hcitrace does not read are left out.
  public func encode(to writer: inout ByteWriter) { element.encode(to: &writer) }

  /// The attribute lists of `records`, as a Service Search Attribute Response carries them, whole.
  public static func attributeLists(_ records: [Self]) -> [UInt8] {
    var writer = ByteWriter()
    DataElementValue.sequence(records.map(\.element)).encode(to: &writer)
    return writer.bytes
  }

  private var element: DataElementValue {
    var list: [DataElementValue] = []
    for (identifier, value) in values { list += [.unsigned16(identifier), value] }
    return .sequence(list)
  }

  private var values: [(UInt16, DataElementValue)] {
    var values: [(UInt16, DataElementValue)] = []
    if let handle { values.append((0x0000, .unsigned32(handle))) }
    if !serviceClasses.isEmpty { values.append((0x0001, .uuids(serviceClasses))) }
    if !protocols.isEmpty { values.append((0x0004, Self.element(protocols))) }
    if !browseGroups.isEmpty { values.append((0x0005, .uuids(browseGroups))) }
    if !profiles.isEmpty {
      values.append(
        (
          0x0009,
          .sequence(
            profiles.map { profile in
              .sequence([.uuid(profile.uuid)] + (profile.version.map { [.unsigned16($0)] } ?? []))
            })
        ))
    }
    if !additionalProtocols.isEmpty {
      values.append((0x000D, .sequence(additionalProtocols.map { Self.element($0) })))
    }
    if let name { values.append((0x0100, .text(name))) }
    if let summary { values.append((0x0101, .text(summary))) }
    if let provider { values.append((0x0102, .text(provider))) }
    if let identification = deviceIdentification {
      let numbers = [
        (0x0200, identification.specification), (0x0201, identification.vendor),
        (0x0202, identification.product),
        (0x0203, identification.version), (0x0205, identification.vendorSource),
      ]
      for (identifier, number) in numbers {
        if let number { values.append((UInt16(identifier), .unsigned16(number))) }
      }
    }
    if let supportedFeatures { values.append((0x0311, .unsigned16(supportedFeatures))) }
    return values
  }

  /// A protocol descriptor list. RFCOMM's channel has 8 bits, every other number 16.
  private static func element(_ protocols: [SDPProtocol]) -> DataElementValue {
    .sequence(
      protocols.map { descriptor in
        .sequence(
          [.uuid(descriptor.uuid)]
            + descriptor.parameters.map { number in
              descriptor.uuid == .rfcomm
                ? .unsigned8(UInt8(truncatingIfNeeded: number))
                : .unsigned16(UInt16(truncatingIfNeeded: number))
            })
      })
  }
}
