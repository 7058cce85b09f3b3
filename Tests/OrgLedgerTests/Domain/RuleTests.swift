import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("Each rule")
struct RuleTests {
  /// What a store judges: whether what is named is recorded, and whether bytes can be read back.
  private static let ofTheStore: Set<Rule> = [
    .unknownReference, .claimRestsOnIt, .notStorable, .partOfItself, .partTwice,
    .partNotRecorded,
    .ambiguousTarget, .targetOfOtherKind, .targetTakenBack, .textTakenBack, .suspendedTooLate,
    .suspendedTwice, .notSuspended,
  ]

  @Test(arguments: Rule.allCases.filter { !ofTheStore.contains($0) })
  func `speaks where it is broken and is quiet where it is kept`(rule: Rule) throws {
    let example = try RuleExample(of: rule)
    let broken = example.history.when(example.breaking, vocabulary: RuleExample.vocabulary)
    if rule.refuses {
      try broken.thenRefused(by: rule)
    } else {
      try broken.thenWarned(of: rule)
    }
    try example.history.when(example.keeping, vocabulary: RuleExample.vocabulary).thenQuiet()
  }
}

/// A history, an act that breaks a rule there, and one like it that keeps all rules.
struct RuleExample {
  var history: Given
  var breaking: Act
  var keeping: Act

  static let vocabulary = Vocabulary(terms: ["hợp nhất": [.merged]])

  init(of rule: Rule) throws {
    let instruments = [
      Instrument(id: "late", issuedOn: ImpreciseDay(Day(rawValue: 9)))
    ]
    history = try given(
      act(
        "opening", on: 1,
        .registered(
          unit("top"), unit("a", under: "top", codes: [Example.code], functions: [Example.roads]),
          unit("b", under: "top"), unit("c", under: "b"), unit("gone"))),
      act("end", on: 3, .dissolved("gone")),
      act("plan", on: 3, status: .proposed, .founded(unit("planned"))),
      instruments: instruments)
    (breaking, keeping) = Self.acts(of: rule)
  }

  private static func acts(of rule: Rule) -> (Act, Act) {
    func pair(_ breaking: Event, _ keeping: Event) -> (Act, Act) {
      (act("new", on: 5, breaking), act("new", on: 5, keeping))
    }
    let renamed = Event.renamed("a", to: "New")
    let merged = Event.merged(["a", "b"], into: unit("x"))
    let reorganized = Event.reorganized(
      ends: ["a"], born: [unit("x")], links: [Link(from: "a", to: "x")], reason: "reason")
    let share = Share(from: "a", to: "x", share: Decimal("0.5"), basis: .area)
    switch rule {
    case .unknownReference, .claimRestsOnIt, .notStorable, .partOfItself, .partTwice,
      .partNotRecorded,
      .ambiguousTarget, .targetOfOtherKind, .targetTakenBack, .textTakenBack, .suspendedTooLate,
      .suspendedTwice, .notSuspended:
      preconditionFailure("\(rule) is judged by the store")
    case .identifierMalformed: return pair(.founded(unit("Sở")), .founded(unit("so-1_a.b/c")))
    case .idUsedTwice:
      let twice = renamed.with { $0.id = "one" }
      let other = Event.renamed("b", to: "Other")
      return (
        act("new", on: 5, twice, other.with { $0.id = "one" }),
        act("new", on: 5, twice, other.with { $0.id = "two" })
      )
    case .dayMissing: return (act("new", on: nil, [renamed]), act("new", on: 5, renamed))
    case .participantCount:
      return pair(.merged(["a"], into: unit("x", functions: [])), merged)
    case .twoFates: return pair(.absorbed(["a"], into: "a"), .absorbed(["a"], into: "b"))
    case .keyMissing: return pair(renamed.with { $0.details.name = nil }, renamed)
    case .keyNotTaken: return pair(renamed.with { $0.details.kind = "ward" }, renamed)
    case .valueNotTaken:
      let dissolved = Event.dissolved("c")
      return pair(
        dissolved.with { $0.details.mode = "whim" },
        dissolved.with { $0.details.mode = "termExpired" })
    case .nameNotTrimmed: return pair(.renamed("a", to: "New "), .renamed("a", to: "New name"))
    case .postTwice:
      let (head, other) = (Post(unit: "a", title: "head"), Post(unit: "b", title: "head"))
      return pair(
        .postsCombined([head, other, head], of: ["a"]), .postsCombined([head, other], of: ["a"]))
    case .functionCycle:
      func assigned(_ parent: FunctionID) -> Event {
        .functionAssigned([FunctionMention("new", name: "New", parent: parent)], to: "b")
      }
      return pair(assigned("new"), assigned("roads"))
    case .linkReversed:
      let links = [Link(from: "a", to: "x"), Link(from: "b", to: "x")]
      let event = Event.reorganized(
        ends: ["a"], persists: ["b"], born: [unit("x")], links: links, reason: "reason"
      ).with { $0.details.heldFunctions = .map(["roads": .unit("x")]) }
      return pair(event.with { $0.details.links.append(Link(from: "x", to: "b")) }, event)
    case .linkMissing:
      return pair(
        reorganized.with {
          $0.persists = ["c"]
          $0.details.links = [Link(from: "c", to: "x")]
          $0.details.heldFunctions = .map(["roads": .unit("x")])
        }, reorganized.with { $0.details.heldFunctions = .follow })
    case .linkOfStranger:
      return pair(
        .territoryTransferred(from: "a", to: "a"), .territoryTransferred(from: "a", to: "b"))
    case .shareOutOfRange:
      return pair(
        merged.with { $0.details.shares = [share.with(Decimal("1.5"))] },
        merged.with { $0.details.shares = [share.with(Decimal("1"))] })
    case .shareOfStranger:
      return pair(
        .replaced("a", by: unit("y")).with { $0.details.shares = [share] },
        merged.with { $0.details.shares = [share] })
    case .noSingleSuccessor:
      let divided = Event.divided("b", into: [unit("x"), unit("y")])
      return pair(
        divided.with { $0.details.children = .follow },
        divided.with { $0.details.children = .map(["c": .unit("x")]) })
    case .emptyAct: return (act("new", on: 5), act("new", on: 5, renamed))
    case .planAboutTheRecord:
      return (
        act("new", on: nil, status: .proposed, [.annulled(["opening"])]),
        act("new", on: nil, status: .proposed, [renamed])
      )
    case .unknownTarget: return pair(.annulled(["nothing"]), renamed)
    case .targetTwice: return pair(.annulled(["opening", "opening"]), renamed)
    case .unknownUnit: return pair(.renamed("nobody", to: "New"), renamed)
    case .unknownFunction:
      let keeping = act(
        "new", on: 5, .functionAssigned([FunctionMention("new", name: "New")], to: "b"))
      var breaking = keeping
      breaking.events[0].details.functions = [FunctionMention("new")]
      return (breaking, keeping)
    case .unknownInstrument:
      var unknown = act("new", on: 5, renamed)
      unknown.orderedBy = ["nowhere"]
      return (unknown, act("new", on: 5, renamed))
    case .unknownAct:
      return (
        act("new", on: 5, enacts: ["opening"], renamed),
        act("new", on: 5, enacts: ["plan"], renamed)
      )
    case .restsOnProposal:
      return (
        act("new", on: 5, .renamed("planned", to: "New")),
        act("new", on: 5, status: .proposed, .renamed("planned", to: "New"))
      )
    case .bornTwice: return pair(.founded(unit("gone")), .founded(unit("planned")))
    case .notAlive: return pair(.renamed("gone", to: "New"), renamed)
    case .restoresLiving:
      return pair(
        .refounded(unit("x", restores: ["a"])), .refounded(unit("x", restores: ["gone"])))
    case .noChange: return pair(.renamed("a", to: "a"), .renamed("a", to: "a", short: "A"))
    case .codeNotBorne:
      return pair(
        .identifierRetired(Code(scheme: "number", value: "2"), of: "a"),
        .identifierRetired(Example.code, of: "a"))
    case .functionNotHeld:
      return pair(
        .functionTransferred([Example.roads], from: "b", to: "c"),
        .functionTransferred([Example.roads], from: "a", to: "c"))
    case .cycle:
      return pair(.reparented(["b"], under: .under("c")), .reparented(["b"], under: .top))
    case .parentNotAlive:
      return pair(.founded(unit("x", under: "gone")), .founded(unit("x", under: "a")))
    case .holderNotAlive:
      let end = Event.dissolved("a")
      return pair(
        end.with { $0.details.heldFunctions = .map(["roads": .unit("gone")]) },
        end.with { $0.details.heldFunctions = .map(["roads": .unit("b")]) })
    case .uncoveredChildren:
      let end = Event.dissolved("b")
      return pair(end, end.with { $0.details.children = .map(["c": .unit("a")]) })
    case .uncoveredFunctions:
      let end = Event.dissolved("a")
      return pair(end, end.with { $0.details.heldFunctions = .map(["roads": .ends]) })
    case .dayImprecise:
      let fifth = Day(rawValue: 5)
      return (
        act("new", on: ImpreciseDay(earliest: fifth, latest: nil), [renamed]),
        act("new", on: 5, renamed)
      )
    case .homonym: return pair(.renamed("a", to: "b"), .renamed("a", to: "c"))
    case .functionHeldByNobody:
      let end = Event.dissolved("a")
      return pair(
        end.with { $0.details.heldFunctions = .map(["roads": .notStated]) },
        end.with { $0.details.heldFunctions = .map(["roads": .ends]) })
    case .functionLedByTwo:
      return pair(
        .functionAssigned([Example.roads], to: "b"),
        .functionAssigned([Example.roads], to: "b", role: .coordinates))
    case .effectiveBeforeIssued:
      var early = act("new", on: 8, renamed)
      early.orderedBy = ["late"]
      var later = act("new", on: 9, renamed)
      later.orderedBy = ["late"]
      return (early, later)
    case .termContradictsType:
      return pair(
        Event.absorbed(["a"], into: "b").with { $0.term = "Hợp nhất" },
        merged.with { $0.term = "Hợp nhất" })
    case .lifeOfNoLength:
      return (
        act("new", on: 5, .founded(unit("x")), .dissolved("x")),
        act("new", on: 5, .founded(unit("x")))
      )
    case .codeOnTwo:
      return pair(
        .identifierAssigned(Example.code, to: "b"),
        .identifierAssigned(Code(scheme: "number", value: "2"), to: "b"))
    case .codeReturns:
      return (
        act(
          "new", on: 5, .identifierRetired(Example.code, of: "a"),
          .identifierAssigned(Example.code, to: "b").with {
            $0.effectiveOn = ImpreciseDay(Day(rawValue: 6))
          }),
        act(
          "new", on: 5, .identifierRetired(Example.code, of: "a"),
          .identifierAssigned(Example.code, to: "b"))
      )
    case .entryForNoChild:
      let end = Event.dissolved("b")
      return pair(
        end.with { $0.details.children = .map(["a": .ends, "c": .ends]) },
        end.with { $0.details.children = .map(["c": .ends]) })
    case .functionRedefined:
      return pair(
        .functionAssigned(
          [FunctionMention("roads", name: "Rails")], to: "b", role: .coordinates),
        .functionAssigned([Example.roads], to: "b", role: .coordinates))
    }
  }
}

extension Share {
  fileprivate func with(_ share: Decimal?) -> Share {
    var other = self
    other.share = share
    return other
  }
}
