import OrgLedgerTesting

@testable import OrgLedger

/// The smallest legal event of each type, after one history, with its effects.
enum Example {
  static let code = Code(scheme: "number", value: "1")
  static let post = Post(unit: "b", title: "head")
  static let roads = FunctionMention("roads", name: "Roads")

  /// Three units with what the examples need, and one that has ended.
  static func history() throws(Unmet) -> Given {
    try given(
      act(
        "opening", on: 1,
        .registered(
          unit("top"), unit("a", under: "top", codes: [code], functions: [roads]),
          unit("b", under: "top"), unit("c", under: "top"), unit("gone"))),
      act(
        "setting", on: 2, .dissolved("gone"), .secondaryParentSet("a", under: "b"),
        .postsCombined([post], of: ["b"])))
  }

  static func event(of type: EventType) -> Event {
    switch type {
    case .registered: .registered(unit("x"))
    case .founded: .founded(unit("x"))
    case .refounded: .refounded(unit("x", restores: ["gone"]))
    case .dissolved: .dissolved("b")
    case .merged: .merged(["a", "b"], into: unit("x"))
    case .absorbed: .absorbed(["a"], into: "b")
    case .divided: .divided("b", into: [unit("x"), unit("y")])
    case .separated: .separated(from: ["a"], unit("x"))
    case .partitioned: .partitioned("b", among: ["c"], born: [unit("x")])
    case .replaced: .replaced("a", by: unit("x"))
    case .reorganized:
      .reorganized(
        ends: ["b"], born: [unit("x")], links: [Link(from: "b", to: "x")], reason: "reason")
    case .renamed: .renamed("a", to: "New", short: "N")
    case .reclassified: .reclassified(["a"], as: "ward", name: "New")
    case .reparented: .reparented(["a"], under: .notStated)
    case .restructured: .restructured("a", "inside")
    case .territoryTransferred: .territoryTransferred(from: "a", to: "b")
    case .functionAssigned: .functionAssigned([FunctionMention("water")], to: "a", role: .advises)
    case .functionTransferred: .functionTransferred([roads], from: "a", to: "b")
    case .functionEnded: .functionEnded([roads], of: "a")
    case .identifierAssigned:
      .identifierAssigned(code, to: "b")
        .with { $0.details.value = "2" }
    case .identifierRetired: .identifierRetired(code, of: "a")
    case .quotaSet: .quotaSet(Quota(scheme: "staff", value: "9", period: "2025"), for: "a")
    case .postsCombined: .postsCombined([Post(unit: "c", title: "head"), post], of: ["b", "c"])
    case .postsUncombined: .postsUncombined([post], of: ["b"])
    case .secondaryParentSet: .secondaryParentSet("a", under: "c", role: "party")
    case .secondaryParentEnded: .secondaryParentEnded("a", under: "b")
    case .noted: .noted("reviewed", about: ["a"])
    case .corrected:
      Event(type: type).with {
        $0.details.target = "opening#1"
        $0.details.reason = "erratum"
      }
    case .annulled, .suspended, .resumed:
      Event(type: type).with { $0.details.targets = ["setting#1"] }
    case .identified:
      Event(type: type).with {
        $0.details.ids = ["a", "b"]
        $0.details.canonical = "a"
      }
    }
  }

  static func effects(of type: EventType) -> [Effect] {
    switch type {
    case .registered, .founded: birth("x")
    case .refounded: birth("x") + [.succeeded(from: "gone", to: "x", [])]
    case .dissolved: [.ended("b", Estate())]
    case .merged:
      birth("x")
        + [
          .succeeded(from: "a", to: "x", []), .succeeded(from: "b", to: "x", []),
          .ended("a", following("x")), .ended("b", following("x")),
        ]
    case .absorbed: [.succeeded(from: "a", to: "b", []), .ended("a", following("b"))]
    case .divided:
      birth("x") + birth("y")
        + [
          .succeeded(from: "b", to: "x", []), .succeeded(from: "b", to: "y", []),
          .ended("b", Estate()),
        ]
    case .separated: birth("x") + [.succeeded(from: "a", to: "x", [])]
    case .partitioned:
      birth("x")
        + [
          .succeeded(from: "b", to: "c", []), .succeeded(from: "b", to: "x", []),
          .ended("b", Estate()),
        ]
    case .replaced:
      birth("x") + [.succeeded(from: "a", to: "x", []), .ended("a", following("x"))]
    case .reorganized:
      birth("x") + [.succeeded(from: "b", to: "x", []), .ended("b", Estate(successor: "x"))]
    case .renamed: [.named("a", Name("New", short: "N"))]
    case .reclassified: [.classified("a", kind: "ward"), .named("a", Name("New"))]
    case .reparented: [.placed("a", .notStated)]
    case .territoryTransferred: [.succeeded(from: "a", to: "b", [])]
    case .functionAssigned: [.functionHeld(FunctionMention("water"), by: "a", .advises)]
    case .functionTransferred: [.functionReleased(roads, by: "a", to: "b")]
    case .functionEnded: [.functionReleased(roads, by: "a", to: nil)]
    case .identifierAssigned: [.coded("b", scheme: "number", value: "2")]
    case .identifierRetired: [.coded("a", scheme: "number", value: nil)]
    case .quotaSet: [.quota("a", Quota(scheme: "staff", value: "9", period: "2025"))]
    case .postsCombined: [.posted([post, Post(unit: "c", title: "head")], holds: true)]
    case .postsUncombined: [.posted([post], holds: false)]
    case .secondaryParentSet: [.linked("a", to: "c", role: "party", holds: true)]
    case .secondaryParentEnded: [.linked("a", to: "b", role: nil, holds: false)]
    case .restructured, .noted, .corrected, .annulled, .suspended, .resumed, .identified: []
    }
  }

  private static func birth(_ id: UnitID) -> [Effect] {
    [
      .born(id, collective: false, members: nil), .named(id, Name(id.text)),
      .classified(id, kind: "unit"), .placed(id, .top),
    ]
  }

  private static func following(_ unit: UnitID) -> Estate {
    Estate(successor: unit, childrenFollow: true, functionsFollow: true)
  }

  /// Details in which every key says something.
  static var allKeys: Event.Details {
    var all = Event.Details()
    all.name = "x"
    all.shortName = "x"
    all.kind = "x"
    all.parent = .under("top")
    all.role = "leads"
    all.mode = "dissolution"
    all.reason = "erratum"
    all.description = "x"
    all.functions = [roads]
    all.from = "a"
    all.to = "b"
    all.links = [Link(from: "a", to: "b")]
    all.shares = [Share(from: "a", to: "b", basis: .area)]
    all.scheme = "x"
    all.value = "x"
    all.period = "x"
    all.posts = [post]
    all.about = ["a"]
    all.children = .follow
    all.heldFunctions = .follow
    all.target = "x"
    all.targets = ["x"]
    all.replacement = .event(.noted("x"))
    all.ids = ["a"]
    all.canonical = "a"
    return all
  }
}

extension Event {
  /// The event with something changed.
  func with(_ change: (inout Event) -> Void) -> Event {
    var event = self
    change(&event)
    return event
  }
}
