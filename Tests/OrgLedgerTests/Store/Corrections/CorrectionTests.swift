import OrgLedgerTesting
import Testing

@testable import OrgLedger

@Suite("A correction", .serialized)
struct CorrectionTests {
  private let fix = correcting("fix", .corrected("name#1", by: .event(.renamed("b", to: "Bee"))))

  @Test(arguments: StoreKind.allCases)
  func `counts from its position on, in the act, the slot and on the day of the old`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      let before = try store.answers()
      let end = try store.head().position
      try store.take(fix)
      let records = try store.all()
      #expect(records.suffix(3).map(\.body.id) == ["fix", "fix#1", "fix#1"])
      let named = try #require(try store.position(of: .event, id: "name#1"))
      #expect(records[Int(end) + 1].retracts == [named])
      guard case .event(let replacement) = try #require(records.last).body else { return }
      #expect(replacement.slot == named && replacement.act == named - 1)
      #expect(replacement.event.effectiveOn == ImpreciseDay(5))
      #expect(replacement.retracts.isEmpty && replacement.status == .enacted)
      #expect(try store.chart(5).units["b"]?.name == Name("Bee"))
      #expect(try store.chart(4).units["b"]?.name == Name("b"))
      #expect(try store.position(of: .event, id: "fix#1") == end + 2)
      let (after, now) = (try store.answers(.upTo(end)), try store.answers())
      let (isSame, isOther) = (after == before, now != before)
      #expect(isSame && isOther)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `is named by its own id or that of what it corrects`(kind: StoreKind) throws {
    for target in ["name#1", "fix#1"] {
      try kind.withOpening { store in
        try store.take(fix)
        try store.take(
          correcting("again", .corrected(target, by: .event(.renamed("b", to: "C").on(7)))))
        #expect(try store.chart(6).units["b"]?.name == Name("b"))
        #expect(try store.chart(7).units["b"]?.name == Name("C"))
        let told = try #require(try store.history().history(of: "b"))
        #expect(told.entries.compactMap(\.corrects?.target) == [target])
        #expect(told.takenBack?.map(\.event) == ["name#1", "fix#1"])
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `takes back without replacement, and then there is nothing to correct`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      try store.take(correcting("fix", .corrected("name#1", by: nil)))
      #expect(try store.chart(6).units["b"]?.name == Name("b"))
      for target in ["name#1", "fix#1"] {
        let found = try store.refusal(
          of: correcting("more", .corrected(target, by: .event(.renamed("b", to: "C")))))
        #expect(found.map(\.rule) == [.targetTakenBack])
        #expect(found.first?.about.last == "fix#1")
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `that is annulled brings the old back, and its annulment annulled the new`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      let first = try store.answers()
      try store.take(fix)
      let second = try store.chart(6).units["b"]?.name
      try store.take(correcting("undo", .annulled(["fix#1"])))
      #expect(try store.chart(6).units["b"]?.name == Name("B"))
      try store.take(correcting("redo", .annulled(["undo#1"])))
      #expect(try store.chart(6).units["b"]?.name == second)
      try store.take(correcting("undo-2", .annulled(["redo"])))
      #expect(try store.chart(6).units["b"]?.name == Name("B"))
      let isSame = try store.answers(.upTo(7)) == first
      #expect(isSame)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a whole act keeps its legal basis and its order, unless it states others`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      let law = Instrument(id: "law")
      try store.take(.instrument(law))
      var old = act("old", on: 7, order: 4, .renamed("b", to: "N"))
      old.orderedBy = ["law"]
      try store.take(.act(old))
      func corrected(_ number: Int, stating stated: Act.Stated) throws -> ActHeader? {
        var new = act(ActID("fix-\(number)#1"), on: nil, [.renamed("b", to: "N\(number)")])
        new.stated = stated
        let id = ActID("fix-\(number)")
        try store.take(correcting(id, .corrected("old", by: .act(new))))
        return try store.history().acts["old"]
      }
      let kept = try #require(try corrected(1, stating: []))
      #expect(kept.orderedBy == ["law"] && kept.order == 4)
      let own = try #require(try corrected(2, stating: .orderedBy))
      #expect(own.orderedBy == ["text"] && own.order == 4)
      let first = try #require(try corrected(3, stating: .order))
      #expect(first.orderedBy == ["text"] && first.order == 0)
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `that is brought back takes along what its target got meanwhile`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let new = act("whole#1", on: nil, [.renamed("b", to: "Whole")])
      try store.take(
        correcting("whole", .corrected("name", by: .act(new))),
        correcting("undone", .annulled(["whole#1"])),
        // The correction of the act did not know this one.
        correcting("one", .corrected("name#1", by: .event(.renamed("b", to: "One")))))
      #expect(try store.chart(6).units["b"]?.name == Name("One"))
      try store.take(correcting("back", .annulled(["undone#1"])))
      #expect(try store.chart(6).units["b"]?.name == Name("Whole"))
      let names = try store.history().facts.compactMap(\.event.details.name)
      #expect(names == ["Whole"])
      let row = try Ledger(store).chart(asOf: Day(rawValue: 6)).units.first { $0.id == "b" }
      #expect(row?.name == "Whole")
      try store.take(correcting("again", .annulled(["back#1"])))
      #expect(try store.chart(6).units["b"]?.name == Name("One"))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `that takes back a birth is refused with the claims under the unit, or takes them along`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      func claim(_ id: ClaimID, under unit: UnitID) -> Claim {
        Claim(
          id: id, instrument: "text", asOf: ImpreciseDay(Day(rawValue: 9)),
          measure: .count(kinds: ["commune"], under: unit, level: .direct),
          value: Decimal(digits: 0))
      }
      try store.take(
        .act(act("more", on: 7, .registered(unit("d", under: "a")))),
        .claim(claim("count", under: "d")), .claim(claim("other", under: "a")))
      let annulled = Event.annulled(["more"])
      let found = try store.refusal(of: correcting("undo", annulled))
      #expect(found == [Violation(.claimRestsOnIt, unit: "d", about: ["count"])])
      let moved = Event.corrected("count", by: .claim(claim("count", under: "d")))
      #expect(
        try store.refusal(of: correcting("undo", annulled, moved)).map(\.rule) == [.claimRestsOnIt])
      let mended = Event.corrected("count", by: .claim(claim("count", under: "a")))
      try store.take(correcting("undo", annulled, mended))
      let claims = try store.history().claims
      #expect(claims.map(\.id) == ["other", "count"])
      // Brought back, it would count under nothing again.
      let back = try store.refusal(of: correcting("back", .annulled(["undo#2"])))
      #expect(back == [Violation(.claimRestsOnIt, unit: "d", about: ["count"])])
      // What replaces a claim may count under what its own act brings along.
      try store.take(
        correcting(
          "along", .corrected("count", by: .claim(claim("count", under: "e"))),
          .founded(unit("e", under: "a")).on(9)))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a birth lets claims be made under either id of the body`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(
        .act(act("again", on: 7, .registered(unit("d", under: "a")))),
        correcting(
          "one", .identified(["c", "d"], as: "d"), .annulled(["again#1"])))
      for (number, id) in ["c", "d"].enumerated() {
        let claim = Claim(
          id: ClaimID("claim-\(number)"), instrument: "text", asOf: ImpreciseDay(Day(rawValue: 9)),
          measure: .count(kinds: ["commune"], under: UnitID(id), level: .direct),
          value: Decimal(digits: 0))
        try store.take(.claim(claim))
      }
      // What the annulled birth called it leads to it still.
      #expect(try store.history().unit("c", asOf: Day(rawValue: 9)) == "d")
      #expect(try store.history().unit("d", asOf: Day(rawValue: 9)) == "d")
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a whole act puts another in its place`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(
        .act(act("pair", on: 7, .founded(unit("x")), .reparented(["x"], under: .under("b")))))
      let new = act(
        "fix#1", on: nil, [.founded(unit("y", under: "b")), .renamed("y", to: "Y").on(9)])
      try store.take(correcting("fix", .corrected("pair", by: .act(new))))
      #expect(try store.chart(7).units["x"] == nil)
      #expect(try store.chart(7).units["y"]?.name == Name("y"))
      #expect(try store.chart(9).units["y"]?.name == Name("Y"))
      let history = try store.history()
      #expect(history.acts["pair"]?.id == "fix#1")
      #expect(history.facts.suffix(2).map(\.event.id) == ["fix#1#1", "fix#1#2"])
      #expect(Set(history.facts.suffix(2).map(\.slot)).count == 1)
      // Its own events are corrected one by one, or the whole again by either id.
      try store.take(
        correcting("more", .corrected("fix#1#2", by: .event(.renamed("y", to: "Z")))))
      #expect(try store.chart(9).units["y"]?.name == Name("Z"))
      for (number, target) in ["pair", "fix#1"].enumerated() {
        let other = act(
          ActID("whole-\(number)#1"), on: nil, [.founded(unit(UnitID("z\(number)"), under: "b"))])
        try store.take(
          correcting(ActID("whole-\(number)"), .corrected(target, by: .act(other))))
        #expect(try store.chart(7).units[UnitID("z\(number)")] != nil)
        #expect(try store.chart(9).units["y"] == nil)
      }
      let found = try store.refusal(of: correcting("old", .annulled(["pair#1"])))
      #expect(found.map(\.rule) == [.targetTakenBack])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a text or a claim changes what its id leads to`(kind: StoreKind) throws {
    try kind.withOpening { store in
      var claim = Claim(
        id: "claim", instrument: Given.instrument,
        measure: .count(kinds: ["unit"], under: nil, level: .all), value: Decimal("3"))
      try store.take(.claim(claim))
      claim.value = Decimal("4")
      try store.take(
        correcting(
          "fix", .corrected("claim", by: .claim(claim)),
          .corrected(
            "text", by: .instrument(Instrument(id: "", title: "Title")), reason: "erratum")))
      let history = try store.history()
      #expect(history.claims.map(\.id) == ["claim"])
      #expect(history.claims.map(\.value) == [Decimal("4")])
      #expect(history.instruments[Given.instrument]?.title == "Title")
      // What was recorded first is skipped as before, whatever counts now.
      #expect(try store.take(text).outcomes == [.skipped(1)])
      claim.value = Decimal("5")
      try store.take(correcting("more", .corrected("fix#1", by: .claim(claim))))
      #expect(try store.history().claims.map(\.value) == [Decimal("5")])
      try store.take(correcting("none", .corrected("claim", by: nil)))
      #expect(try store.history().claims.isEmpty)
      let found = try store.refusal(of: correcting("gone", .corrected("text", by: nil)))
      #expect(found.map(\.rule) == [.textTakenBack])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `cites its own text unless it says otherwise`(kind: StoreKind) throws {
    try kind.withOpening { store in
      try store.take(.instrument(Instrument(id: "note")))
      var event = Event.renamed("b", to: "Bee")
      event.citations = [Citation(lines: "1"), Citation(instrument: "text", lines: "2")]
      var fix = act("fix", on: nil, [.corrected("name#1", by: .event(event))])
      (fix.instrument, fix.orderedBy) = ("note", [])
      try store.take(.act(fix))
      let fact = try #require(try store.history().facts.first { $0.event.type == .renamed })
      #expect(fact.act.instrument == Given.instrument && fact.act.id == "name")
      #expect(fact.event.citations.map(\.instrument) == ["note", nil])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `that cannot be is refused, and says why`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let noted = Replacement.event(.noted("x"))
      let cases: [(Submission, [Rule])] = [
        (correcting("x", .corrected("nothing", by: noted)), [.unknownTarget]),
        (correcting("x", .corrected("name", by: noted)), [.targetOfOtherKind]),
        (
          correcting("x", .corrected("name#1", by: .act(act("y", on: 3, .noted("y"))))),
          [.targetOfOtherKind]
        ),
        (
          correcting("x", .corrected("name#1", by: .event(.annulled(["roads#1"])))),
          [.targetOfOtherKind]
        ),
        (correcting("x", .annulled(["text"])), [.targetOfOtherKind]),
        (correcting("x", .annulled(["name#1", "name#1"])), [.targetTwice]),
        (correcting("x", .annulled(["name#1", "name"])), [.targetTwice]),
        (correcting("x", .annulled(["name"]), .corrected("name#1", by: nil)), [.targetTwice]),
        (
          .act(act("x", on: nil, status: .proposed, [.annulled(["name"])])), [.planAboutTheRecord]
        ),
        (
          correcting("x", .corrected("name#1", by: .event(.renamed("nobody", to: "N")))),
          [.unknownUnit]
        ),
        (correcting("x", .corrected("name#1", by: .event(.renamed("b", to: "b")))), [.noChange]),
        (
          correcting(
            "x",
            .corrected("name", by: .act(act("", on: nil, [.noted("y").with { $0.id = "roads#1" }])))
          ),
          [.idUsedTwice]
        ),
      ]
      for (submission, rules) in cases {
        let found = try store.refusal(of: submission)
        #expect(found.map(\.rule) == rules, "\(submission)")
      }
      try store.take(correcting("undo", .annulled(["name#1"])))
      let again = try store.refusal(of: correcting("x", .annulled(["name#1"])))
      #expect(again == [Violation(.targetTakenBack, event: "x#1", about: ["name#1", "undo#1"])])
      let used = try store.append(
        AppendRequest([.act(act("name", on: 9, .noted("x")))]))
      guard case .otherContent = used.refusal else {
        Issue.record("an id is free again: \(used)")
        return
      }
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `that breaks later acts is refused with all that rests on it, and repaired in one act`(
    kind: StoreKind
  ) throws {
    try kind.withOpening { store in
      try store.take(
        .act(act("x", on: 7, .founded(unit("x", under: "b")))),
        .act(act("below", on: 8, .founded(unit("y", under: "x")))),
        .act(act("end", on: 9, .absorbed(["x"], into: "b"))),
        .act(act("plan", on: 12, status: .proposed, .renamed("x", to: "Plan"))))
      let found = try store.refusal(of: correcting("undo", .annulled(["x"])))
      #expect(found.map(\.rule) == [.unknownUnit, .unknownUnit, .unknownUnit])
      #expect(Set(found.compactMap(\.event)) == ["below#1", "end#1", "plan#1"])
      #expect(Set(found.compactMap(\.day?.rawValue)) == [8, 9, 12])
      // A later birth leaves what comes before it without a unit.
      let late = try store.refusal(
        of: correcting(
          "late", .corrected("x#1", by: .event(.founded(unit("x", under: "b")).on(10)))))
      #expect(Set(late.map(\.rule)) == [.notAlive, .parentNotAlive])
      #expect(Set(late.compactMap(\.event)).isSuperset(of: ["below#1", "end#1"]))
      try store.take(
        correcting(
          "undo", .annulled(["x", "end#1", "plan"]),
          .corrected("below#1", by: .event(.founded(unit("y", under: "b"))))))
      let chart = try store.chart(12)
      #expect(chart.units["x"] == nil && chart.units["y"]?.placement == .under("b"))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of what names a function is refused while others mention it`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let found = try store.refusal(
        of: correcting(
          "x",
          .corrected(
            "opening#1",
            by: .event(.registered(unit("a"), unit("b", under: "a"), unit("c", under: "a"))))))
      #expect(found.map(\.rule) == [.unknownFunction])
      #expect(found.map(\.event) == ["roads#1"])
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `is recorded once, rehearsed without a trace, and with what it corrects`(
    kind: StoreKind
  ) throws {
    try kind.withStore { store, _ in
      let all = opening + [fix]
      let rehearsed = try store.append(AppendRequest(all, dryRun: true))
      #expect(rehearsed.refusal == nil && rehearsed.outcomes.count == 5)
      #expect(try store.head().position == 0)
      let result = try store.append(AppendRequest(all + [fix]))
      #expect(result.outcomes.last == .skipped(8) && result.head.position == 10)
      let other = correcting("fix", .corrected("name#1", by: nil))
      let refused = try store.append(AppendRequest([other]))
      #expect(
        refused.refusal == .otherContent(recorded: fix.normalised, offered: other, position: 8))
      #expect(try store.chart(6).units["b"]?.name == Name("Bee"))
    }
  }

  @Test(arguments: StoreKind.allCases)
  func `of a plan lets what carried it out stand, and is found by its id`(kind: StoreKind) throws {
    try kind.withOpening { store in
      let renamed = Event.renamed("c", to: "C")
      try store.take(.act(act("plan", on: 7, status: .proposed, renamed)))
      try store.take(.act(act("done", on: 8, enacts: ["plan"], renamed)))
      var new = act("fix#1", on: nil, status: .proposed, [renamed])
      new.effectiveOn = ImpreciseDay(8)
      new.events[0].effectiveOn = nil
      try store.take(correcting("fix", .corrected("plan", by: .act(new))))
      let plans = try store.history().plans(asOf: 9).plans
      #expect(plans.map(\.act) == ["fix#1"])
      #expect(plans.map(\.outcome) == [.asPlanned])
      #expect(throws: ScenarioError.self) {
        try store.history().scenario([ScenarioAct("nothing")])
      }
      _ = try store.history().scenario([ScenarioAct("plan")])
      try store.take(correcting("undo", .annulled(["plan"])))
      #expect(try store.history().plans(asOf: 9).plans.isEmpty)
      #expect(try store.chart(9).units["c"]?.name == Name("C"))
      // What rests on a plan is not judged again because of another event of it.
      try store.take(
        correcting("again", .corrected("done#1", by: .event(.renamed("c", to: "D")))))
    }
  }
}
