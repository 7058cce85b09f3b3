import OrgLedger

extension Failure {
  /// A number that is no text's, or several texts'.
  init(_ error: InstrumentReferenceError) {
    switch error {
    case .notFound(let text, let nearest):
      self.init(
        .notFound, "noSuchInstrument", "There is no text “\(visible(text))”.",
        hint: nearest.isEmpty
          ? "Name it by its id or number; `ledger instruments` lists what there is."
          : "Did you mean one of these?",
        candidates: nearest.map(\.issued))
    case .notFoundAmongMany(let text, _):
      self.init(
        .notFound, "noSuchInstrument", "There is no text “\(visible(text))”.",
        hint: "Name it by its id or number; `ledger instruments` lists what there is.")
    case .ambiguous(let text, let candidates):
      self.init(
        .notFound, "ambiguousInstrument",
        "“\(visible(text))” can mean \(counted(candidates.count, "text")).",
        hint: "Name one of them by its id.", candidates: candidates.map(\.issued))
    }
  }
}

extension Candidate<InstrumentID> {
  /// Its id, with what tells it apart.
  fileprivate var issued: String {
    let day = from.map { ", \($0.wordsInSentence)" } ?? ", on a day not stated"
    return "\(id) (\(visible(name))\(day))"
  }
}

extension History {
  /// The text that somebody means by an id or a number.
  func instrument(named text: String) throws(Failure) -> InstrumentID {
    do { return try instrument(text) } catch { throw Failure(error) }
  }
}
