// The keys that only some types take, in the order of `EventKey`. The format lets any type have
// any key; which it may have is a matter of the rules.

extension Event.Details {
  init(from reader: inout WireReader) throws(RecordError) {
    self.init()
    // Many events have no keys but their fates.
    if reader.isAtEnd { return }
    name = try reader.optionalText(16)
    shortName = try reader.optionalText(17)
    kind = try reader.optionalText(18)
    parent = try reader.optionalMessage(19)
    role = try reader.optionalText(20)
    mode = try reader.optionalText(21)
    reason = try reader.optionalText(22)
    description = try reader.optionalText(23)
    functions = try reader.messages(24)
    from = try reader.optionalID(25)
    to = try reader.optionalID(26)
    links = try reader.messages(27)
    shares = try reader.messages(28)
    scheme = try reader.optionalText(29)
    value = try reader.optionalText(30)
    period = try reader.optionalText(31)
    posts = try reader.messages(32)
    about = try reader.ids(33)
    children = try reader.policy(34)
    heldFunctions = try reader.policy(35)
    target = try reader.optionalText(36)
    targets = try reader.texts(37)
    replacement = try reader.optionalMessage(38)
    ids = try reader.ids(39)
    canonical = try reader.optionalID(40)
  }

  func write(to writer: inout WireWriter) {
    writer.optionalText(16, name)
    writer.optionalText(17, shortName)
    writer.optionalText(18, kind)
    writer.optionalMessage(19, parent)
    writer.optionalText(20, role)
    writer.optionalText(21, mode)
    writer.optionalText(22, reason)
    writer.optionalText(23, description)
    writer.messages(24, functions)
    writer.optionalID(25, from)
    writer.optionalID(26, to)
    writer.messages(27, links)
    writer.messages(28, shares)
    writer.optionalText(29, scheme)
    writer.optionalText(30, value)
    writer.optionalText(31, period)
    writer.messages(32, posts)
    writer.ids(33, about)
    writer.policy(34, children)
    writer.policy(35, heldFunctions)
    writer.optionalText(36, target)
    writer.texts(37, targets)
    writer.optionalMessage(38, replacement)
    writer.ids(39, ids)
    writer.optionalID(40, canonical)
  }
}
