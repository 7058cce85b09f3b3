import OrgLedger

extension Failure {
  /// What is the matter with the store.
  init(_ error: StoreError, store: String) {
    switch error {
    case .noSuchStore(let path):
      self.init(
        .notFound, "noSuchStore", "There is no store at \(path).",
        hint: "`ledger init` makes one; --store or $LEDGER_STORE names another folder.")
    case .alreadyExists(let path):
      self.init(
        .cannotCreate, "alreadyExists", "\(path) exists already; nothing was changed.",
        hint: "Use it as it is, or name another folder with --store.")
    case .cannotCreate(let path, let reason):
      self.init(
        .cannotCreate, "cannotCreate", "No store can be made at \(path): \(reason).",
        hint: "Look whether the folder above it exists and is yours to write.")
    case .notAStore(let path, let reason):
      self.init(
        .ioError, "notAStore",
        "What stands at \(path.isEmpty ? store : path) is no store of "
          + "this program: \(reason).", hint: "Name the folder that `ledger init` made.")
    case .newerFormat(let found, let supported):
      self.init(
        .ioError, "newerFormat",
        "\(store) has the format \(found); this program knows formats up to \(supported).",
        hint: "Use a newer version of the program.")
    case .damaged(let what):
      self.init(
        .ioError, "damaged", "\(store) is damaged: \(what).",
        hint: "Keep the file as it is, and restore a backup or an export.")
    case .damagedRecord(let position, let reason):
      self.init(
        .ioError, "damaged", "\(store) is damaged: record \(position) cannot be read (\(reason)).",
        hint: "Keep the file as it is, and restore a backup or an export.")
    case .permissionDenied:
      self.init(
        .ioError, "permissionDenied", "\(store) may not be read or written by this user.",
        hint: "Check the owner and the permissions of the folder and its files.")
    case .diskFull:
      self.init(
        .ioError, "diskFull", "The disk of \(store) is full; nothing of the last act is recorded.",
        hint: "Make room and repeat the command: what was recorded already is skipped.")
    case .mapFull:
      self.init(
        .ioError, "mapFull", "\(store) has reached the largest size that it was opened with.",
        hint: "Repeat the command; if it stays, this system allows no larger memory map.")
    case .inputOutput(let what):
      self.init(
        .ioError, "inputOutput", "\(store) could not be read or written: \(what).",
        hint: "Look at the disk; then repeat the command.")
    case .wrongExpectedVersion(let expected, let actual):
      self.init(
        .tryAgain, "wrongExpectedVersion",
        "The log ends at position \(actual), not at \(expected); nothing was recorded.",
        hint: "Somebody else was faster: look at `ledger log --from \(expected + 1)`, then "
          + "try again with --expect \(actual).")
    case .alreadyOpen, .readOnly, .closed, .unexpected:
      self = .defect("\(error)")
    }
  }

  /// Something of ours that should not happen.
  static func defect(_ what: String) -> Failure {
    Failure(
      .defect, "defect", "This is a defect of the program: \(what).",
      hint: "Please report it with the command that you gave.")
  }
}
