import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A suspension", .serialized)
struct SuspensionTests {
  private func suspended(_ targets: String..., on day: Int32) -> Submission {
    correcting(ActID("suspended-\(day)"), .suspended(targets).on(day))
  }
  private func resumed(_ targets: String..., on day: Int32) -> Submission {
    correcting(ActID("resumed-\(day)"), .resumed(targets).on(day))
  }
  private func holder(_ store: any LogStore, _ day: Int32) throws -> [UnitID] {
    try store.chart(day).holders(of: HoldingKey("roads")).keys.sorted()
  }

  @Test(arguments: StoreKind.allCases)
  func `on the day of what it suspends or before lets it take effect when it is resumed`(
    kind: StoreKind
  ) throws {
    for day: Int32 in [3, 5] {
      try kind.withOpening { store in
        try store.take(suspended("name", on: day))
        #expect(try store.chart(12).units["b"]?.name == Name("b"))
        try store.take(resumed("name#1", on: 8))
        #expect(try store.chart(7).units["b"]?.name == Name("b"))
        #expect(try store.chart(8).units["b"]?.name == Name("B"))
        let told = try #require(try store.history().history(of: "b"))
        #expect(told.entries.map(\.on.description).last == "1970-01-09")
        let shown = try #require(try store.history().show("b", asOf: 9))
        #expect(shown.unit.names.map(\.from.description) == ["1970-01-02", "1970-01-09"])
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `reaches what replaces its target, in the same act and later`(kind: StoreKind) throws {
    let slip = Event.renamed("b", to: "Slip")
    try kind.withOpening { store in
      // Together: the new name does not take effect either.
      try store.take(
        correcting(
          "both", .corrected("name#1", by: .event(slip)), .suspended(["name#1"]).on(4)))
      #expect(try store.chart(12).units["b"]?.name == Name("b"))
      try store.take(resumed("name#1", on: 8))
      #expect(try store.chart(8).units["b"]?.name == Name("Slip"))
    }
    try kind.withOpening { store in
      // A unit that ended meanwhile could not be renamed; suspended, its slip is free to be mended.
      try store.take(suspended("name", on: 4), .act(act("end", on: 7, .dissolved("c"))))
      let gone = Event.renamed("c", to: "C").on(9)
      try store.take(correcting("fix", .corrected("name#1", by: .event(gone))))
      #expect(try store.chart(12).units["b"]?.name == Name("b"))
      let found = try store.refusal(of: resumed("name", on: 10))
      #expect(found.map(\.rule) == [.notAlive])
      // What is suspended is in nobody's way.
      try store.take(.act(act("more", on: 6, .renamed("c", to: "D"))))
    }
    try kind.withOpening { store in
      // What has taken effect is not to be suspended by being moved behind the suspension's day.
      try store.take(suspended("roads#1", on: 8))
      let early = Event.functionTransferred([FunctionMention("roads")], from: "a", to: "c").on(9)
      try store.take(correcting("fix", .corrected("roads#1", by: .event(early))))
      #expect(try [7, 8, 9, 10].map { try holder(store, $0) } == [["a"], ["a"], ["a"], ["a"]])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of what its own act takes back is refused`(kind: StoreKind) throws {
    try kind.withOpening { store in
      for target in ["name", "name#1"] {
        let found = try store.refusal(
          of: correcting(
            "both", .annulled(["name#1"]), .suspended([target]).on(4)))
        #expect(found.map(\.rule) == [.targetTakenBack])
        #expect(found.first?.about == [target, "both#1"])
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a transfer gives the function back until it is resumed`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(suspended("roads#1", on: 8))
      #expect(
        try [5, 6, 7, 8, 9].map { try holder(store, $0) } == [["a"], ["b"], ["b"], ["a"], ["a"]])
      try store.take(resumed("roads", on: 9))
      #expect(try [8, 9].map { try holder(store, $0) } == [["a"], ["b"]])
      let told = try #require(try store.history().history(of: "b"))
      #expect(
        told.entries.map(\.type) == [
          .registered, .renamed, .functionTransferred, .suspended, .resumed,
        ])
      let isSame = try store.chart(5).holders == store.history().chart(on: 5, .latest).holders
      #expect(isSame)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `leaves what something else changed meanwhile`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(
        .act(
          act("on", on: 7, .functionTransferred([FunctionMention("roads")], from: "b", to: "c"))),
        suspended("roads#1", on: 8))
      #expect(try holder(store, 9) == ["c"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `takes out quotas, posts and second parents for its time`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let posts = [Post(unit: "b", title: "head"), Post(unit: "c", title: "head")]
      try store.take(
        .act(act("first", on: 6, .quotaSet(Quota(scheme: "staff", value: "9"), for: "b"))),
        .act(
          act(
            "more", on: 7, .quotaSet(Quota(scheme: "staff", value: "5"), for: "b"),
            .quotaSet(Quota(scheme: "staff", value: "2"), for: "c"),
            .postsCombined(posts, of: ["b", "c"]), .secondaryParentSet("b", under: "c"))),
        suspended("more", on: 8), resumed("more", on: 10))
      func state(_ day: Int32) throws -> [String] {
        let chart = try store.chart(day)
        return ["b", "c"].map { chart.units[$0]?.quotas["staff"]?.last?.value.value ?? "none" }
          + [
            "\(chart.combinedPosts.count)", "\(chart.units["b"]?.secondaryParents.count ?? -1)",
          ]
      }
      #expect(try state(7) == ["5", "2", "1", "1"])
      #expect(try state(8) == ["9", "none", "0", "0"])
      #expect(try state(10) == ["5", "2", "1", "1"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of anything else that has taken effect is refused`(kind: StoreKind) throws {
    try kind.withOpening { store in
      #expect(try store.refusal(of: suspended("name#1", on: 6)).map(\.rule) == [.suspendedTooLate])
      #expect(try store.refusal(of: resumed("name#1", on: 6)).map(\.rule) == [.notSuspended])
      #expect(
        try store.refusal(of: suspended("nothing", on: 6)).map(\.rule) == [.unknownTarget])
      try store.take(suspended("roads#1", on: 8))
      #expect(try store.refusal(of: suspended("roads#1", on: 9)).map(\.rule) == [.suspendedTwice])
      #expect(
        try store.refusal(of: suspended("suspended-8#1", on: 9)).map(\.rule)
          == [.targetOfOtherKind])
      let noDay = correcting("no-day", .suspended(["roads#1"]))
      #expect(try store.refusal(of: noDay).map(\.rule) == [.dayMissing])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of what later acts rest on is refused with what breaks`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(.act(act("later", on: 9, .founded(unit("x", under: "a")))))
      try store.take(.act(act("name-x", on: 10, .renamed("x", to: "X"))))
      let found = try store.refusal(of: suspended("later", on: 9))
      #expect(found.map(\.event) == ["name-x#1"])
      #expect(found.map(\.rule) == [.notAlive])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a birth keeps its id, until the birth is annulled`(kind: StoreKind) throws {
    let later = Submission.act(act("later", on: 9, .founded(unit("x", under: "a"))))
    let again = Submission.act(act("again", on: 10, .founded(unit("x", "X", under: "b"))))
    func rules(_ store: any LogStore, _ submission: Submission) throws -> [Rule] {
      try store.refusal(of: submission).map(\.rule)
    }
    try kind.withOpening { store in
      try store.take(later)
      let both = correcting(
        "both", .suspended(["later"]).on(9), .founded(unit("x", "X", under: "b")).on(10))
      #expect(try rules(store, both) == [.bornTwice])
      try store.take(suspended("later", on: 9))
      let found = try store.refusal(of: again)
      #expect(found.map(\.rule) == [.bornTwice])
      #expect(found.first?.about == ["later#1", "suspended"])
      // Together with what replaces the suspended one, too.
      let replaced = Event.founded(unit("x", "Y", under: "a"))
      let anew = correcting(
        "anew", .corrected("later#1", by: .event(replaced)),
        .founded(unit("x", "X", under: "b")).on(10))
      #expect(try rules(store, anew) == [.bornTwice])
      // What replaces it alone is no other birth.
      try store.take(correcting("slip", .corrected("later#1", by: .event(replaced))))
      try store.take(correcting("void", .annulled(["later#1"])))
      try store.take(again)
      #expect(try store.chart(12).units["x"]?.name == Name("X"))
      #expect(try rules(store, correcting("undo", .annulled(["void"]))) == [.bornTwice])
    }
    try kind.withOpening { store in
      try store.take(later, suspended("later", on: 9))
      try store.take(.act(act("other", on: 10, .founded(unit("y", under: "b")))))
      let slip = Event.founded(unit("y", under: "a"))
      #expect(
        try rules(store, correcting("slip", .corrected("later#1", by: .event(slip))))
          == [.bornTwice])
      #expect(try rules(store, correcting("one", .identified(["x"], as: "y"))) == [.bornTwice])
      try store.take(correcting("two", .identified(["x"], as: "y"), .annulled(["later#1"])))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `follows what it suspends through corrections, and ends with its annulment`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      try store.take(suspended("name#1", on: 5))
      try store.take(
        correcting("fix", .corrected("name#1", by: .event(.renamed("b", to: "Bee").on(6)))))
      #expect(try store.chart(12).units["b"]?.name == Name("b"))
      try store.take(correcting("undo", .annulled(["suspended-5"])))
      #expect(try store.chart(5).units["b"]?.name == Name("b"))
      #expect(try store.chart(6).units["b"]?.name == Name("Bee"))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a note on nobody is judged as any other`(kind: StoreKind) throws {
    try kind.withOpening { store in
      // Nothing that the note mentions leads from its resumption to it.
      let note = Event(type: .noted).with { $0.details.description = "Two lists disagree." }
      try store.take(.act(act("note", on: 9, note)), suspended("note#1", on: 3))
      #expect(try store.refusal(of: suspended("note#1", on: 4)).map(\.rule) == [.suspendedTwice])
      try store.take(resumed("note#1", on: 5))
      let again = try store.refusal(of: resumed("note#1", on: 6))
      #expect(again.map(\.rule) == [.notSuspended])
      #expect(again.map(\.event) == ["resumed-6#1"])
      let first = try store.refusal(of: correcting("undo", .annulled(["suspended-3"])))
      #expect(first.map(\.event) == ["resumed-5#1"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of imprecise day is taken at both ends`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let days = ImpreciseDay(earliest: Day(rawValue: 8), latest: Day(rawValue: 10))
      try store.take(
        correcting("maybe", .suspended(["roads#1"]).with { $0.effectiveOn = days }))
      let history = try store.history()
      func holder(_ day: Int32, _ fold: Fold) -> [UnitID] {
        history.chart(on: Day(rawValue: day), fold).holders(of: HoldingKey("roads")).keys.sorted()
      }
      #expect(holder(9, .earliest) == ["a"] && holder(9, .latest) == ["b"])
      #expect(holder(10, .earliest) == ["a"] && holder(10, .latest) == ["a"])
    }
  }
}

@Suite("Two ids of one body", .serialized)
struct IdentifiedTests {
  private let twins: [Submission] = [
    text,
    .act(act("opening", on: 1, .registered(unit("a")), .registered(unit("b", "Bee", under: "a")))),
    .act(act("twin", on: 2, .registered(unit("c", "Sea", under: "a")))),
    .act(act("below", on: 3, .founded(unit("d", under: "c")))),
    .act(act("name", on: 4, .renamed("c", to: "See"))),
  ]
  private let joined = correcting("one", .identified(["b", "c"], as: "b"), .annulled(["twin#1"]))

  @Test(arguments: StoreKind.allCases)
  func `are read as one from then on`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      for submission in twins { try store.take(submission) }
      let (before, end) = (try store.answers(), try store.head().position)
      try store.take(joined)
      let chart = try store.chart(5)
      #expect(chart.units["c"] == nil && chart.units["d"]?.placement == .under("b"))
      #expect(chart.units["b"]?.name == Name("See"))
      let history = try store.history()
      #expect(try history.unit("c", asOf: 5) == "b")
      #expect(try history.unit("Sea", asOf: 5) == "b")
      #expect(history.search("Sea", asOf: 5).hits.first?.id == "b")
      #expect(history.show("b", asOf: 5)?.unit.names.map(\.name) == ["Sea", "Bee", "See"])
      #expect(history.identities.event(for: "c") == "one#1")
      #expect(try store.all().logLines(LogFilter(unit: "b")).map(\.id).contains("name#1"))
      // Later acts may use either.
      try store.take(.act(act("end", on: 6, .dissolved("d"))))
      try store.take(.act(act("again", on: 7, .renamed("c", to: "Later"))))
      #expect(try store.chart(7).units["b"]?.name == Name("Later"))
      let again = try store.refusal(of: .act(act("twin-2", on: 8, .founded(unit("c")))))
      #expect(again.map(\.rule) == [.bornTwice])
      let claim = Claim(
        id: "claim", instrument: Given.instrument,
        measure: .count(kinds: ["unit"], under: "c", level: .all), value: Decimal("1"))
      try store.take(.claim(claim))
      let isSame = try store.answers(.upTo(end)) == before
      #expect(isSame)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `with two births, or unknown, are refused`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      for submission in twins { try store.take(submission) }
      let twice = try store.refusal(of: correcting("one", .identified(["c"], as: "b")))
      #expect(twice.map(\.rule) == [.bornTwice])
      let unknown = try store.refusal(of: correcting("one", .identified(["nobody"], as: "b")))
      #expect(unknown.map(\.rule) == [.unknownUnit] && unknown.first?.unit == "nobody")
      let alone = try store.refusal(of: correcting("one", .identified(["b"], as: "b")))
      #expect(alone.map(\.rule) == [.participantCount])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `part again when that is annulled`(kind: StoreKind) throws {
    try kind.withStore { store, _ in
      for submission in twins { try store.take(submission) }
      let before = try store.chart(5).units.mapValues(\.name)
      try store.take(joined)
      try store.take(correcting("two", .annulled(["one"])))
      #expect(try store.chart(5).units.mapValues(\.name) == before)
      #expect(try store.history().unit("c", asOf: 5) == "c")
    }
  }
}
