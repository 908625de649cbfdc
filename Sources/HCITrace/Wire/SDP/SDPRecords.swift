/// The records in an answer, put together from all of its parts (Core Vol 3 Part B §4.6.2, §4.7.2).
public struct SDPRecords: Hashable, Sendable {
  /// The records, the first ``limit``; of one that breaks off what came before.
  public private(set) var records: [SDPRecord] = []
  /// The first place where the answer breaks its grammar, counted from its start.
  public private(set) var error: WireError?

  /// Records of one answer that are kept.
  public static let limit = 64

  /// Reads the attribute lists of a Service Search Attribute Response: a sequence with a list for each record.
  public init(attributeLists reader: ByteReader) {
    var elements = DataElements(reader)
    guard var lists = sequence(in: &elements) else { return }
    var excess: WireError?
    do throws(WireError) {
      while let list = try lists.next(clippedAt: &excess) {
        if let excess { note(excess) }
        if list.type != .sequence { note(WireError(.invalidValue, at: list.offset)) }
        add(list.elements)
      }
    } catch { note(error) }
    end(elements)
  }

  /// Reads the attribute list of a Service Attribute Response: one record.
  public init(attributeList reader: ByteReader) {
    var elements = DataElements(reader)
    guard let attributes = sequence(in: &elements) else { return }
    add(attributes)
    end(elements)
  }

  /// How many octets an answer says that it has in all, from its first octets; `nil` where they are no sequence.
  public static func declaredLength(_ start: ByteReader) -> Int? {
    var reader = start
    guard let descriptor = try? reader.bigEndian(UInt8.self),
      descriptor >> 3 == DataElementType.sequence.rawValue
    else { return nil }
    switch descriptor & 7 {
    case 5: return (try? reader.bigEndian(UInt8.self)).map { Int($0) &+ 2 }
    case 6: return (try? reader.bigEndian(UInt16.self)).map { Int($0) &+ 3 }
    case 7: return (try? reader.bigEndian(UInt32.self)).map { Int($0) &+ 5 }
    default: return nil
    }
  }

  @_lifetime(copy elements)
  private mutating func sequence(in elements: inout DataElements) -> DataElements? {
    let start = elements.offset
    do throws(WireError) {
      var excess: WireError?
      if let outer = try elements.next(clippedAt: &excess), outer.type == .sequence {
        if let excess { note(excess) }
        return outer.elements
      }
      note(WireError(.invalidValue, at: start))
    } catch { note(error) }
    return nil
  }

  private mutating func add(_ attributes: consuming DataElements) {
    guard records.count < Self.limit else { return }
    var record = SDPRecord()
    do throws(WireError) { try record.read(attributes) } catch { note(error) }
    records.append(record)
  }

  private mutating func end(_ elements: borrowing DataElements) {
    if elements.remaining > 0 { note(WireError(.invalidValue, at: elements.offset)) }
  }

  private mutating func note(_ found: WireError) { error = error ?? found }
}

extension SDPRecord {
  /// Reads attribute identifiers and values in turn, and throws where one of them breaks the grammar.
  fileprivate mutating func read(_ elements: consuming DataElements) throws(WireError) {
    while true {
      let start = elements.offset
      guard let identifier = try elements.next() else { return }
      guard let number = identifier.unsigned, identifier.value.remaining == 2 else {
        throw WireError(.invalidValue, at: start)
      }
      let end = elements.offset
      guard let value = try elements.next() else { throw WireError(.tooShort, at: end, needed: 1) }
      let attribute = UInt16(truncatingIfNeeded: number)
      if attributes.count < Self.attributeLimit { attributes.append(attribute) }
      read(attribute, value)
      try value.elements.validate()
    }
  }

  /// Takes what an attribute says; a value of another type than it should have says nothing.
  private mutating func read(_ attribute: UInt16, _ value: borrowing DataElement) {
    switch attribute {
    case 0x0000: handle = value.unsigned.flatMap { UInt32(exactly: $0) }
    case 0x0001: serviceClasses = value.uuids
    case 0x0004: protocols = value.protocols
    case 0x0005: browseGroups = value.uuids
    case 0x0009: profiles = value.profiles
    case 0x000D:
      var lists = value.elements
      while additionalProtocols.count < Self.listLimit, let list = try? lists.next() {
        additionalProtocols.append(list.protocols)
      }
    case 0x0100: name = value.text(limit: Self.textLimit)
    case 0x0101: summary = value.text(limit: Self.textLimit)
    case 0x0102: provider = value.text(limit: Self.textLimit)
    case 0x0311: supportedFeatures = value.unsigned16
    // Without the class list these may be anything; whoever asked for the record knows.
    case 0x0200...0x0205 where serviceClasses.isEmpty || serviceClasses.contains(.deviceIdentification):
      var identification = deviceIdentification ?? SDPDeviceIdentification()
      switch attribute {
      case 0x0200: identification.specification = value.unsigned16
      case 0x0201: identification.vendor = value.unsigned16
      case 0x0202: identification.product = value.unsigned16
      case 0x0203: identification.version = value.unsigned16
      case 0x0205: identification.vendorSource = value.unsigned16
      default: break
      }
      deviceIdentification = identification
    default: break
    }
  }
}

extension DataElement {
  fileprivate var unsigned16: UInt16? { unsigned.flatMap { UInt16(exactly: $0) } }

  /// The UUIDs of a sequence; whatever else is in it is passed over.
  fileprivate var uuids: [BluetoothUUID] {
    var uuids: [BluetoothUUID] = []
    var inside = elements
    while uuids.count < SDPRecord.listLimit, let element = try? inside.next() {
      if let uuid = element.uuid { uuids.append(uuid) }
    }
    return uuids
  }

  /// The protocols of a descriptor list; of alternative lists the first.
  fileprivate var protocols: [SDPProtocol] {
    var protocols: [SDPProtocol] = []
    var inside = elements
    if type == .alternative {
      guard let first = try? inside.next() else { return [] }
      inside = first.elements
    }
    while protocols.count < SDPRecord.listLimit, let descriptor = try? inside.next() {
      var fields = descriptor.elements
      guard let first = try? fields.next(), let uuid = first.uuid else { continue }
      var parameters: [UInt64] = []
      while parameters.count < SDPRecord.listLimit, let field = try? fields.next() {
        if let number = field.unsigned { parameters.append(number) }
      }
      protocols.append(SDPProtocol(uuid, parameters: parameters))
    }
    return protocols
  }

  /// The profiles of a descriptor list.
  fileprivate var profiles: [SDPProfile] {
    var profiles: [SDPProfile] = []
    var inside = elements
    while profiles.count < SDPRecord.listLimit, let descriptor = try? inside.next() {
      var fields = descriptor.elements
      guard let first = try? fields.next(), let uuid = first.uuid else { continue }
      let version = (try? fields.next())?.unsigned16
      profiles.append(SDPProfile(uuid, version: version))
    }
    return profiles
  }
}
