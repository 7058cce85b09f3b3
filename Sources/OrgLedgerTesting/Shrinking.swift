import OrgLedger

/// The shortest history found that still breaks a property, and what is wrong with it.
///
/// Acts are dropped, then events of acts, one after the other, while the property stays broken.
///
/// - Returns: `nil` where the history keeps the property.
public func shrink(
  _ acts: [Act], while broken: ([Act]) -> String?
) -> (acts: [Act], reason: String)? {
  guard var reason = broken(acts) else { return nil }
  var acts = acts
  var progress = true
  func attempt(_ candidate: [Act]) -> Bool {
    guard let found = broken(candidate) else { return false }
    (acts, reason, progress) = (candidate, found, true)
    return true
  }
  while progress {
    progress = false
    for index in acts.indices.reversed() {
      var fewer = acts
      fewer.remove(at: index)
      if attempt(fewer) { continue }
      for event in acts[index].events.indices.reversed() where acts[index].events.count > 1 {
        var smaller = acts
        smaller[index].events.remove(at: event)
        _ = attempt(smaller)
      }
    }
  }
  return (acts, reason)
}
