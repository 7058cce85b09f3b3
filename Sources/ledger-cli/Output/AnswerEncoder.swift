extension JSON {
  /// An answer as JSON, its keys in the order in which its type writes them.
  ///
  /// The keys and their order are part of the contract; Foundation's encoder sorts them or does
  /// not promise any, and would be loaded for this alone.
  init(_ answer: some Encodable) throws(Failure) {
    do {
      self = try AnswerEncoder.encode(answer)
    } catch {
      throw Failure(.defect, "notEncodable", "The answer cannot be written as JSON: \(error).")
    }
  }
}

/// An encoder whose result is a tree of values. Paths are of no use here: nothing is decoded.
private struct AnswerEncoder: Encoder {
  let slot: Slot
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Where one value of the tree is put; several parts of a type may write into one object.
  final class Slot {
    var members: [(String, Slot)]?
    var elements: [Slot]?
    var value: JSON?

    var json: JSON {
      if let value { return value }
      if let members { return .object(members.map { ($0.0, $0.1.json) }) }
      if let elements { return .array(elements.map(\.json)) }
      return .null
    }
  }

  static func encode(_ value: some Encodable) throws -> JSON {
    let slot = Slot()
    try put(value, into: slot)
    return slot.json
  }

  static func put(_ value: some Encodable, into slot: Slot) throws {
    // A dictionary has no order of its own, and the same answer must be the same bytes.
    if let map = value as? [String: String] {
      slot.value = .object(map.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    } else {
      try value.encode(to: AnswerEncoder(slot: slot))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.members = slot.members ?? []
    return KeyedEncodingContainer(Members<Key>(slot: slot))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.elements = slot.elements ?? []
    return Elements(slot: slot)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot) }
}

extension AnswerEncoder {
  fileprivate struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    private func next(_ key: Key) -> Slot {
      let member = Slot()
      slot.members?.append((key.stringValue, member))
      return member
    }

    func encodeNil(forKey key: Key) { next(key).value = .null }
    func encode(_ value: some Encodable, forKey key: Key) throws {
      try AnswerEncoder.put(value, into: next(key))
    }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
      AnswerEncoder(slot: next(key)).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      AnswerEncoder(slot: next(key)).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { AnswerEncoder(slot: slot) }
    func superEncoder(forKey key: Key) -> any Encoder { AnswerEncoder(slot: next(key)) }
  }

  fileprivate struct Elements: UnkeyedEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }
    var count: Int { slot.elements?.count ?? 0 }

    private func next() -> Slot {
      let element = Slot()
      slot.elements?.append(element)
      return element
    }

    func encodeNil() { next().value = .null }
    func encode(_ value: some Encodable) throws { try AnswerEncoder.put(value, into: next()) }
    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
      AnswerEncoder(slot: next()).container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
      AnswerEncoder(slot: next()).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { AnswerEncoder(slot: next()) }
  }

  fileprivate struct Single: SingleValueEncodingContainer {
    let slot: Slot
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { slot.value = .null }
    func encode(_ value: Bool) { slot.value = .bool(value) }
    func encode(_ value: String) { slot.value = .string(value) }
    func encode(_ value: Double) {
      // JSON has one kind of number: a whole one is written as one.
      slot.value = Int64(exactly: value).map { .int($0) } ?? .number("\(value)")
    }
    func encode(_ value: Float) { encode(Double(value)) }
    func encode(_ value: Int) { slot.value = .int(value) }
    func encode(_ value: Int8) { slot.value = .int(value) }
    func encode(_ value: Int16) { slot.value = .int(value) }
    func encode(_ value: Int32) { slot.value = .int(value) }
    func encode(_ value: Int64) { slot.value = .int(value) }
    func encode(_ value: UInt) { slot.value = .int(value) }
    func encode(_ value: UInt8) { slot.value = .int(value) }
    func encode(_ value: UInt16) { slot.value = .int(value) }
    func encode(_ value: UInt32) { slot.value = .int(value) }
    func encode(_ value: UInt64) { slot.value = .int(value) }
    func encode(_ value: some Encodable) throws { try AnswerEncoder.put(value, into: slot) }
  }
}
