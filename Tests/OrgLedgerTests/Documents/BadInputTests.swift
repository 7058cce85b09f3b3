import Testing

@testable import OrgLedger

/// A text with one thing wrong, and what is said of it: line, way, code and what was found.
struct BadInput: CustomTestStringConvertible, Sendable {
  let what: String
  let text: String
  let errors: [String]

  init(_ what: String, _ text: String, _ errors: String...) {
    self.what = what
    self.text = text
    self.errors = errors
  }

  /// One event of an enacted act, from line 6 on.
  init(event what: String, _ event: String, _ errors: String...) {
    self.what = what
    let lines = event.split(separator: "\n", omittingEmptySubsequences: false)
    text =
      "instrument: {id: i}\nacts:\n  - id: a\n    effectiveOn: 2025-03-01\n    events:\n      - "
      + lines.joined(separator: "\n        ")
    self.errors = errors
  }

  var testDescription: String { what }
}

@Suite("A file that is not well formed is refused, naming line and key")
struct BadInputTests {
  @Test(arguments: [
    BadInput("nothing", "", "1  empty"),
    BadInput("comments only", "# a\n---\n# b\n", "1  empty"),
    BadInput("a list", "- a", "1  shape list"),
    BadInput("a word", "a", "1  shape text"),
    BadInput("null", "~", "1  shape null"),
    BadInput("no instrument", "acts: []", "1 instrument missingKey"),
    BadInput("no id", "instrument:\n  number: 1", "2 instrument.id missingKey"),
    BadInput("an empty id", "instrument:\n  id: ''", "2 instrument.id identifier "),
    BadInput(
      "an unknown key", "instrument: {id: i}\nact: []", "2 act unknownKey act"),
    BadInput(
      "unknown keys of every mapping",
      """
      instrument:
        id: i
        isuer: x
        relations: [{relation: amends, instrument: j, x: 1}]
        source: {fil: x}
      acts:
        - id: a
          evnts: []
          events: []
      claims: [{id: c, count: {kind: [x], kinds: [x]}}]
      """,
      "3 instrument.isuer unknownKey isuer", "4 instrument.relations[0].x unknownKey x",
      "5 instrument.source.fil unknownKey fil", "8 acts[0].evnts unknownKey evnts",
      "10 claims[0].count.kind unknownKey kind"),
    BadInput(
      "repeated keys", "instrument:\n  id: i\n  kind: x\n  kind: y\n  id: j\nacts: []\nacts: []",
      "4 instrument.kind duplicateKey", "5 instrument.id duplicateKey", "7 acts duplicateKey"),
    BadInput(
      "keys repeated in braces", "instrument: {id: i, kind: 'a, kind: b', \"kind\": b,\n  kind: c}",
      "1 instrument.kind duplicateKey", "2 instrument.kind duplicateKey"),
    BadInput(
      "a list for a text", "instrument: {id: i, kind: [x]}", "1 instrument.kind shape list"),
    BadInput("a text for a list", "instrument: {id: i}\nacts: x", "2 acts shape text"),
    BadInput("nothing for a text", "instrument:\n  id: i\n  kind:", "3 instrument.kind shape null"),
    BadInput("an anchor", "instrument: &x\n  id: i", "1  anchor x"),
    BadInput(
      "an alias", "instrument:\n  id: i\n  kind: &k x\n  title: *k\n  note:\n    *k",
      "3  anchor k", "4  alias k", "5  alias k"),
    BadInput(
      "an alias in a list", "instrument: {id: &i x}\nacts:\n  - id: a\n    enacts: [b, *i]",
      "1  anchor i", "4  alias i"),
    BadInput("an alias of nothing", "instrument: {id: *i}", "1  syntax found undefined alias"),
    BadInput(
      "tags", "instrument:\n  id: !!str i\n  kind: !x y\n  title: !!str 'z'\nacts: !!seq []",
      "2  tag", "3  tag", "4  tag", "5  tag"),
    BadInput(
      "a merge key", "instrument:\n  id: i\n  <<: {kind: x}", "3  mergeKey"),
    BadInput("a key that is a list", "instrument: {id: i}\n[a]: b", "2  keyNotText"),
    BadInput("a directive", "%YAML 1.1\n---\ninstrument: {id: i}", "1  directive"),
    BadInput(
      "a tab for indentation", "instrument:\n\tid: i",
      "2  syntax found character that cannot start any token"),
    BadInput(
      "an open quote", "instrument:\n  id: \"i\n",
      "2  syntax found unexpected end of stream"),
    BadInput(
      "an error in each of two documents",
      "instrument: {id: i, x: 1}\n---\ninstrument: {id: \"}\n---\ninstrument: {id: k, y: 1}",
      "1 instrument.x unknownKey x", "3  syntax found unexpected end of stream",
      "5 instrument.y unknownKey y"),
    BadInput(
      "dates", "instrument:\n  id: i\n  issuedOn: 30/02/2025\n  inForceOn: 2025~",
      "3 instrument.issuedOn day 30/02/2025", "4 instrument.inForceOn day 2025~"),
    BadInput(
      "a number with a thousands point and one in words",
      "instrument: {id: i}\nclaims:\n  - {id: c, figure: {what: x}, value: 1.264.000, base: ba}",
      "3 claims[0].value number 1.264.000", "3 claims[0].base number ba"),
    BadInput(
      "claims that measure nothing, or two things",
      "instrument: {id: i}\nclaims:\n  - {id: c}\n  - {id: d, figure: {what: x}, quota: {scheme: s}}",
      "3 claims[0] exactlyOne", "4 claims[1] exactlyOne quota, figure"),
    BadInput(
      "coverage", "instrument: {id: i}\ncoverage:\n  - {kinds: [], from: 2025, to: null}",
      "3 coverage[0].kinds nothing", "3 coverage[0].from day 2025"),
    BadInput(
      "identifiers given twice",
      """
      instrument: {id: i}
      acts:
        - {id: a, effectiveOn: 2025, events: [{type: noted, description: x}]}
        - {id: a, effectiveOn: 2025, events: [{id: c, type: noted, description: x}]}
      claims: [{id: c, figure: {what: x}}]
      conflicts: [{id: a, between: [a, c]}, {id: "a#1", between: [a, c]}]
      """,
      "4 acts[1].id duplicateID a", "5 claims[0].id duplicateID c",
      "6 conflicts[0].id duplicateID a", "6 conflicts[1].id duplicateID a#1"),
    BadInput(
      "texts with two contents",
      "instrument: {id: i}\ninstruments: [{id: j, number: 1}, {id: j}, {id: j, number: 2}]",
      "2 instruments[2] instrumentDiffers j"),
    BadInput(
      "an enacted event without a day",
      "instrument: {id: i}\nacts:\n  - id: a\n    events:\n      - {type: noted, description: x}",
      "5 acts[0].events[0].effectiveOn missingKey"),
    BadInput(
      "words of a closed list",
      "instrument: {id: i}\nacts:\n  - {id: a, status: done, order: first, plannedUntil: 2025}",
      "3 acts[0].status choice done", "3 acts[0].order integer first",
      "3 acts[0].plannedUntil day 2025"),
  ])
  func `as a whole`(input: BadInput) {
    #expect(errors(in: input.text).map(\.summary) == input.errors)
  }

  @Test(arguments: [
    BadInput(event: "no type", "ends: [x]", "6 acts[0].events[0].type missingKey"),
    BadInput(
      event: "an unknown type", "type: mergd\nfoo: 1",
      "6 acts[0].events[0].type choice mergd", "7 acts[0].events[0].foo unknownKey foo"),
    BadInput(
      event: "a fate that the type does not have", "type: founded\nends: [x]",
      "6 acts[0].events[0].born missingKey", "7 acts[0].events[0].ends keyNotOfType ends"),
    BadInput(
      event: "a key of other types", "type: dissolved\nends: [x]\nname: X\nnam: X",
      "8 acts[0].events[0].name keyNotOfType name", "9 acts[0].events[0].nam unknownKey nam"),
    BadInput(
      event: "required keys missing", "type: quotaSet\npersists: []",
      "6 acts[0].events[0].scheme missingKey", "6 acts[0].events[0].value missingKey",
      "7 acts[0].events[0].persists nothing"),
    BadInput(
      event: "required keys empty", "type: functionTransferred\nfrom: x\nto: y\nfunctions: []",
      "9 acts[0].events[0].functions nothing"),
    BadInput(
      event: "births",
      "type: registered\nborn:\n  - {id: Xã, name: '', kind: xã}\n  - {id: unknown}",
      "8 acts[0].events[0].born[0].id unitID Xã", "8 acts[0].events[0].born[0].name nothing",
      "9 acts[0].events[0].born[1].name missingKey", "9 acts[0].events[0].born[1].kind missingKey",
      "9 acts[0].events[0].born[1].id reservedID unknown"),
    BadInput(
      event: "nothing to restore", "type: refounded\nborn: [{id: x, name: X, kind: k}]",
      "7 acts[0].events[0].born[0].restores missingKey"),
    BadInput(
      event: "collective", "type: registered\nborn: [{id: x, name: X, kind: k, collective: yes}]",
      "7 acts[0].events[0].born[0].collective choice yes"),
    BadInput(
      event: "policies",
      "type: dissolved\nends: [x]\nchildren: {A: null, b: [c], d: unknown, e: X, b: ~}\nheldFunctions: all",
      "8 acts[0].events[0].children.A unitID A", "8 acts[0].events[0].children.b shape list",
      "8 acts[0].events[0].children.e unitID X", "8 acts[0].events[0].children.b duplicateKey",
      "9 acts[0].events[0].heldFunctions choice all"),
    BadInput(
      event: "a second parent that is none",
      "type: secondaryParentSet\npersists: [x]\nparent: null",
      "8 acts[0].events[0].parent shape null"),
    BadInput(
      event: "shares",
      "type: partitioned\nends: [x]\npersists: [y]\nshares: [{from: x, to: y, share: ½}]",
      "9 acts[0].events[0].shares[0].basis missingKey",
      "9 acts[0].events[0].shares[0].share number ½"),
    BadInput(
      event: "roles, modes and reasons",
      "type: functionAssigned\npersists: [x]\nfunctions: [f]\nrole: lead",
      "9 acts[0].events[0].role choice lead"),
    BadInput(
      event: "a correction that does not say what counts instead",
      "type: corrected\ntarget: e\nreason: typo",
      "6 acts[0].events[0].replacement missingKey", "8 acts[0].events[0].reason choice typo"),
    BadInput(
      event: "a replacement with an id of its own",
      "type: corrected\ntarget: e\nreason: erratum\nreplacement: {id: f, type: noted, description: x}",
      "9 acts[0].events[0].replacement.id replacementID f"),
    BadInput(
      event: "a replacement of no kind",
      "type: corrected\ntarget: e\nreason: erratum\nreplacement: {}",
      "9 acts[0].events[0].replacement nothing"),
    BadInput(
      event: "certainty, alternatives and citations",
      "type: noted\ndescription: x\ncertainty: sure\nalternatives: [{key: k}]\ncitations: [{line: 1}]",
      "8 acts[0].events[0].certainty choice sure",
      "9 acts[0].events[0].alternatives[0].value missingKey",
      "10 acts[0].events[0].citations[0].line unknownKey line"),
  ])
  func `in one event`(input: BadInput) {
    #expect(errors(in: input.text).map(\.summary) == input.errors)
  }

  @Test func `with the keys that may stand there and the one that was meant`() throws {
    let event = BadInput(event: "", "type: renamed\npersists: [x]\nnaem: X\nname: X")
    let error = try #require(errors(in: event.text).first)
    #expect(error.closest == "name")
    #expect(error.key == "naem")
    #expect(error.column == 9)
    #expect(
      error.allowed == [
        "id", "type", "effectiveOn", "persists", "name", "shortName", "term", "citations",
        "certainty", "alternatives", "note",
      ])
    let type = BadInput(event: "", "type: mregd")
    #expect(errors(in: type.text).first?.closest == "merged")
    let word = BadInput(event: "", "type: hợp nhất")
    #expect(errors(in: word.text).first?.closest == nil)
  }

  @Test func `with the place of what it clashes with`() throws {
    let text =
      "instrument: {id: i}\nconflicts:\n  - {id: c, between: [x]}\n  - {id: c, between: [x]}"
    #expect(errors(in: text).first?.first == DocumentError.Place(file: "f.yaml", line: 3))
    let key = "instrument:\n  id: i\n  id: i"
    #expect(errors(in: key).first?.first == DocumentError.Place(file: "f.yaml", line: 2))
  }
}
