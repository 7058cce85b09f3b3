/// A small made-up organisation: a mill whose two shops merge, and whose office takes a task over.
enum Mill {
  /// What stood before, told by a list.
  static let opening = """
    instrument: {id: list, kind: list, title: List of the mill, issuedOn: 2020-01-01}
    acts:
      - id: opening
        effectiveOn: 2020-01-01
        orderedBy: []
        events:
          - type: registered
            born: [{id: mill, name: Old Mill, kind: mill, parent: null}]
          - type: registered
            born:
              - {id: bakery, name: Bakery, kind: shop, parent: mill, codes: {tax: "007"}}
              - {id: dairy, name: Dairy, kind: shop, parent: mill}
          - type: registered
            born:
              - id: office
                name: Office
                kind: office
                parent: mill
                functions: [{id: books, name: bookkeeping}]
    """

  /// The merger, ordered by a decision.
  static let merger = """
    instrument: {id: d1, number: 12/QD, kind: decision, issuer: Board, issuedOn: 2021-02-15}
    acts:
      - id: merger
        effectiveOn: 2021-03-01
        events:
          - type: merged
            ends: [bakery, dairy]
            born: [{id: store, name: Store, kind: shop, parent: mill}]
            term: unites
            citations: [{lines: "3-4", quote: "the bakery unites with the dairy"}]
          - type: functionTransferred
            from: office
            to: store
            functions: [books]
    """

  /// A folder with both, and a store that holds them.
  static func workshop() throws -> Workshop {
    let workshop = try Workshop()
    try workshop.write(opening, to: "texts/2020-01-01-list.yaml")
    try workshop.write(merger, to: "texts/2021-02-15-12-QD.yaml")
    let imported = try workshop.run("import", "texts")
    guard imported.status == 0 else { throw Workshop.Unmade(text: imported.errors) }
    return workshop
  }
}
