import Dispatch
import Synchronization

/// Lets the requests of many threads share one commit.
///
/// The first to come leads: it commits what is waiting together with its own, and whoever came
/// meanwhile is led by the first of them. Nobody waits while nobody else writes, and no thread is
/// kept for it.
final class GroupCommit<Request: Sendable, Response: Sendable>: Sendable {
  /// One request and what became of it; `nil` when it is woken to lead.
  private final class Ticket: Sendable {
    let request: Request
    let wake = DispatchSemaphore(value: 0)
    let response = Mutex<Response?>(nil)

    init(_ request: Request) { self.request = request }
  }

  private struct Line: Sendable {
    var isBusy = false
    var waiting: [Ticket] = []
  }

  private let line = Mutex(Line())
  private let most: Int
  private let commit: @Sendable ([Request]) -> [Response]

  /// - Parameters:
  ///   - most: How many requests may share a commit.
  ///   - commit: Commits requests in order; gives one response for each.
  init(most: Int = 1_024, commit: @escaping @Sendable ([Request]) -> [Response]) {
    self.most = most
    self.commit = commit
  }

  /// Commits a request, alone or with others, and returns when that is done.
  func run(_ request: Request) -> Response {
    let ticket = Ticket(request)
    let leads = line.withLock { line in
      guard line.isBusy else {
        line.isBusy = true
        return true
      }
      line.waiting.append(ticket)
      return false
    }
    if !leads {
      ticket.wake.wait()
      if let response = ticket.response.withLock({ $0 }) { return response }
    }
    return lead(ticket)
  }

  private func lead(_ own: Ticket) -> Response {
    let others = line.withLock { line in
      let others = Array(line.waiting.prefix(most - 1))
      line.waiting.removeFirst(others.count)
      return others
    }
    let responses = commit([own.request] + others.map(\.request))
    precondition(responses.count == others.count + 1, "a commit answers each of its requests")
    for (ticket, response) in zip(others, responses.dropFirst()) {
      ticket.response.withLock { $0 = response }
      ticket.wake.signal()
    }
    let next = line.withLock { line -> Ticket? in
      guard !line.waiting.isEmpty else {
        line.isBusy = false
        return nil
      }
      return line.waiting.removeFirst()
    }
    next?.wake.signal()
    return responses[0]
  }
}
