import Dispatch
import Synchronization
import Testing

@testable import OrgLedger

@Suite("A group commit")
struct GroupCommitTests {
  /// Commits that are answered by the request's own number, and held while a test wants.
  private final class Desk: Sendable {
    let commits = Mutex<[[Int]]>([])
    let holds = Mutex(0)
    let hold = DispatchSemaphore(value: 0)
    let overlaps = Atomic<Int>(0)
    private let isBusy = Atomic<Bool>(false)

    @Sendable func commit(_ requests: [Int]) -> [Int] {
      if isBusy.exchange(true, ordering: .acquiringAndReleasing) {
        overlaps.add(1, ordering: .relaxed)
      }
      commits.withLock { $0.append(requests) }
      let isHeld = holds.withLock { holds in
        defer { holds = max(0, holds - 1) }
        return holds > 0
      }
      if isHeld { hold.wait() }
      isBusy.store(false, ordering: .releasing)
      return requests.map { $0 * 2 }
    }
  }

  @Test func `of a lone request is its own`() {
    let desk = Desk()
    let group = GroupCommit(commit: desk.commit)
    #expect([1, 2, 3].map(group.run) == [2, 4, 6])
    #expect(desk.commits.withLock { $0 } == [[1], [2], [3]])
  }

  @Test func `takes in whoever comes while another runs, in the order of arrival`() throws {
    let desk = Desk()
    let group = GroupCommit(commit: desk.commit)
    let answers = try run([1, 2, 3, 4, 5], through: group, desk)
    #expect(answers == [2, 4, 6, 8, 10])
    #expect(desk.commits.withLock { $0 } == [[1], [2, 3, 4, 5]])
  }

  @Test func `takes in no more than it may, and hands the rest on`() throws {
    let desk = Desk()
    let group = GroupCommit(most: 2, commit: desk.commit)
    let answers = try run([1, 2, 3, 4, 5, 6], through: group, desk)
    #expect(answers == [2, 4, 6, 8, 10, 12])
    #expect(desk.commits.withLock { $0 } == [[1], [2, 3], [4, 5], [6]])
  }

  @Test func `is handed on from leader to leader`() throws {
    let desk = Desk()
    let group = GroupCommit(commit: desk.commit)
    desk.holds.withLock { $0 = 2 }
    let first = Joinable { group.run(1) }
    wait { desk.commits.withLock { $0.count } == 1 }
    let second = Joinable { group.run(2) }
    wait { group.waiting == 1 }
    desk.hold.signal()
    // The second leads now, and the third comes while it commits.
    wait { desk.commits.withLock { $0.count } == 2 }
    let third = Joinable { group.run(3) }
    wait { group.waiting == 1 }
    desk.hold.signal()
    #expect(try [first, second, third].map { try $0.join().get() } == [2, 4, 6])
    #expect(desk.commits.withLock { $0 } == [[1], [2], [3]])
    #expect(group.run(4) == 8)
  }

  @Test func `answers every request over thousands of rounds, and never runs twice at once`() throws
  {
    let desk = Desk()
    let group = GroupCommit(most: 5, commit: desk.commit)
    let rounds = 2_000
    let answered = inThreads(8) { thread in
      (0..<rounds).allSatisfy { round in
        let request = thread * rounds + round
        return group.run(request) == request * 2
      }
    }
    #expect(try answered.map { try $0.get() } == Array(repeating: true, count: 8))
    #expect(desk.overlaps.load(ordering: .relaxed) == 0)
    #expect(desk.commits.withLock { $0.joined().sorted() } == Array(0..<8 * rounds))
    #expect(group.waiting == 0)
  }

  /// Runs the first request alone, and holds it until all others wait in their order.
  private func run(
    _ requests: [Int], through group: GroupCommit<Int, Int>, _ desk: Desk
  ) throws -> [Int] {
    desk.holds.withLock { $0 = 1 }
    var threads: [Joinable<Int>] = []
    for (number, request) in requests.enumerated() {
      threads.append(Joinable { group.run(request) })
      if number == 0 {
        wait { desk.commits.withLock { $0.count } == 1 }
      } else {
        wait { group.waiting == number }
      }
    }
    desk.hold.signal()
    return try threads.map { try $0.join().get() }
  }
}
