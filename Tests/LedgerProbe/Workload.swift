import OrgLedger
import OrgLedgerTesting

/// The acts that processes and threads record in tests: each founds three units.
enum Workload {
  static let eventsPerAct = 3
  /// The text that orders every act.
  static let text = Submission.instrument(Instrument(id: Given.instrument))

  /// The act with this number among those of a writer.
  static func act(_ writer: String, _ number: Int) -> Submission {
    let name = "\(writer)-\(number)"
    let events = (1...eventsPerAct).map { Event.founded(unit(UnitID("\(name)-\($0)"))) }
    return .act(
      OrgLedgerTesting.act(ActID(name), on: ImpreciseDay(Day(rawValue: 1)), events))
  }
}
