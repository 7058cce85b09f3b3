import Foundation
import Testing

@testable import OrgLedger

@Suite("The JSON Schema says what the decoder does")
struct SchemaTests {
  private let schema: DocumentNode

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "docs/event.schema.json")
    schema = try JSONNodes.root(of: Array(Data(contentsOf: file)), line: 1)
  }

  private func definition(_ name: String) throws -> DocumentNode {
    try #require(schema["$defs", name], "\(name)")
  }

  /// The `then` of each type.
  private func branches() throws -> [EventType: DocumentNode] {
    var branches: [EventType: DocumentNode] = [:]
    for branch in try definition("event")["allOf"]?.items ?? [] {
      let name = branch["if", "properties", "type", "const"]?.text
      let type = try #require(name.flatMap(EventType.init))
      #expect(branches[type] == nil)
      branches[type] = branch["then"]
    }
    return branches
  }

  @Test func `of the types`() throws {
    let types = try definition("event")["properties", "type", "oneOf"]?.items
    #expect(types?.map { $0["const"]?.text } == EventType.allCases.map(\.rawValue))
    #expect(types?.allSatisfy { $0["description"]?.text?.isEmpty == false } == true)
    #expect(try Set(branches().keys) == Set(EventType.allCases))
  }

  @Test(arguments: EventType.allCases)
  func `of the keys of each type`(type: EventType) throws {
    let branch = try #require(branches()[type])
    let table = DocumentKeys.event(type)
    #expect(branch["propertyNames", "enum"]?.texts == table.all)
    #expect(branch["required"]?.texts == table.required)
    let specification = type.specification
    let counts = [specification.ends, specification.persists, specification.born]
    for (fate, count) in zip(DocumentKeys.fates, counts) where count.most != 0 {
      let least = branch["properties", fate, "minItems"]?.text ?? "0"
      let most = branch["properties", fate, "maxItems"]?.text
      #expect((least, most) == (String(count.least), count.most.map { String($0) }))
    }
    for key in EventKey.allCases where table.all.contains(key.rawValue) {
      guard let words = type.choices(of: key) else { continue }
      let general = try definition("event")["properties", key.rawValue, "enum"]
      #expect((branch["properties", key.rawValue, "enum"] ?? general)?.texts == words)
    }
  }

  @Test func `of the keys of every other mapping`() throws {
    #expect(schema["properties"]?.keys == DocumentKeys.document.all)
    #expect(schema["required"]?.texts == DocumentKeys.document.required)
    #expect(try definition("event")["properties"]?.keys.sorted() == DocumentKeys.anyEvent.sorted())
    let tables: [(String, KeyTable)] = [
      ("relation", DocumentKeys.relation), ("source", DocumentKeys.source),
      ("citation", DocumentKeys.citation), ("birth", DocumentKeys.birth),
      ("link", DocumentKeys.link), ("share", DocumentKeys.share), ("post", DocumentKeys.post),
      ("alternative", DocumentKeys.alternative), ("count", DocumentKeys.count),
      ("change", DocumentKeys.change), ("quota", DocumentKeys.quota),
      ("figure", DocumentKeys.figure), ("conflict", DocumentKeys.conflict),
      ("coverage", DocumentKeys.coverage),
    ]
    for (name, table) in tables {
      let definition = try definition(name)
      #expect(definition["properties"]?.keys == table.all, "\(name)")
      #expect(definition["required"]?.texts ?? [] == table.required, "\(name)")
      #expect(definition["additionalProperties"]?.text == "false", "\(name)")
    }
    let replaceable: [(String, KeyTable)] = [
      ("instrument", DocumentKeys.instrument), ("act", DocumentKeys.act),
      ("claim", DocumentKeys.claim),
    ]
    for (name, table) in replaceable {
      #expect(try definition(name)["required"]?.texts == table.required, "\(name)")
      #expect(try definition(name + "Body")["properties"]?.keys == table.all, "\(name)")
    }
    let function = try definition("function")["anyOf"]?.items.last
    #expect(function?["properties"]?.keys == DocumentKeys.function.all)
    #expect(
      try definition("claimBody")["oneOf"]?.items.map { $0["required"]?.texts }
        == DocumentKeys.measures.map { [$0] })
  }

  @Test func `of the words of closed lists`() throws {
    func words(_ name: String, _ key: String) throws -> [String]? {
      try definition(name)["properties", key, "enum"]?.texts
    }
    #expect(try words("event", "certainty") == Certainty.allCases.map(\.rawValue))
    #expect(try words("actBody", "status") == Status.allCases.map(\.rawValue))
    #expect(try words("share", "basis") == Share.Basis.allCases.map(\.rawValue))
    #expect(try words("count", "level") == Claim.Level.allCases.map(\.rawValue))
    #expect(try words("claimBody", "comparator") == Claim.Comparator.allCases.map(\.rawValue))
    #expect(
      try words("relation", "relation") == InstrumentRelation.Kind.allCases.map(\.rawValue))
  }
}

extension DocumentNode {
  fileprivate subscript(keys: String...) -> DocumentNode? {
    var node = self
    for key in keys {
      guard case .mapping(let entries) = node.content,
        let entry = entries.first(where: { $0.key == key })
      else { return nil }
      node = entry.value
    }
    return node
  }

  fileprivate var items: [DocumentNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  fileprivate var keys: [String] {
    if case .mapping(let entries) = content { entries.map(\.key) } else { [] }
  }

  fileprivate var text: String? { if case .text(let text) = content { text } else { nil } }

  fileprivate var texts: [String] { items.compactMap(\.text) }
}
