/// A unit is given so many posts. *Giao biên chế.*
enum QuotaSet: EventTypeDefinition {
  static let specification = EventSpecification(
    wire: 22, persists: .exactly(1), required: [.scheme, .value], optional: [.period])

  static func effects(of event: Event) -> [Effect] {
    let quota = Quota(
      scheme: event.details.scheme ?? "", value: event.details.value ?? "",
      period: event.details.period)
    return event.persists.map { .quota($0, quota) }
  }
}

extension Event {
  /// A unit is given so many posts.
  public static func quotaSet(_ quota: Quota, for unit: UnitID) -> Event {
    var event = Event(type: .quotaSet, persists: [unit])
    event.details.scheme = quota.scheme
    event.details.value = quota.value
    event.details.period = quota.period
    return event
  }
}
