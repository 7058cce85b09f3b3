/// Something that was found, at its place among the others.
struct Found: Comparable {
  let what: SearchHit.What
  let id: String
  let name: String
  var kind: String?
  var status: UnitStatus?
  var from: ImpreciseDay?
  var to: ImpreciseDay?
  let field: FoundField
  let plannedBy: ActID?
  /// What it costs that it is no unit that stands alone.
  private let points: Int
  /// How many units stand above it, as far as that is stated.
  private let depth: Int
  private let order: VietnameseOrder

  init(
    what: SearchHit.What, id: String, name: String, kind: String? = nil,
    status: UnitStatus? = nil, from: ImpreciseDay? = nil, to: ImpreciseDay? = nil,
    field: FoundField, isClass: Bool = false, depth: Int? = nil, plannedBy: ActID? = nil
  ) {
    self.what = what
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.from = from
    self.to = to
    self.field = field
    self.plannedBy = plannedBy
    // What is named exactly by its id is meant, whatever it is.
    points =
      field.points == SearchPoints.identifier
      ? field.points
      : field.points + (isClass ? SearchPoints.collective : 0)
        + (what == .function ? SearchPoints.function : 0)
    self.depth = depth ?? .max
    order = VietnameseOrder(name)
  }

  static func < (left: Found, right: Found) -> Bool {
    let (first, second) = (left.place, right.place)
    if first != second { return first < second }
    return left.order == right.order ? left.id < right.id : left.order < right.order
  }

  static func == (left: Found, right: Found) -> Bool { left.key == right.key }

  private var place: (Int, Int, Int, Int) { (points, what.place, life, depth) }

  struct Key: Hashable {
    let what: SearchHit.What
    let id: String
  }

  var key: Key { Key(what: what, id: id) }

  private var life: Int {
    if plannedBy != nil { return 3 }
    return switch status {
    case .alive, nil: 0
    case .ended: 1
    case .notYet: 2
    }
  }

  func hit(in history: History) -> SearchHit {
    SearchHit(
      what: what, id: id, name: name, kind: kind, status: status, from: from, to: to,
      matched: SearchMatch(
        by: field.field.by, how: field.manner, text: field.field.text,
        from: field.field.from.map { history.day(of: $0) },
        to: field.field.to.map { history.day(of: $0) }),
      plannedBy: plannedBy)
  }
}

extension SearchHit.What {
  /// Its place among hits that match alike.
  fileprivate var place: Int {
    switch self {
    case .unit: 0
    case .function: 1
    case .instrument: 2
    case .claim: 3
    }
  }
}
