import Foundation
import OrgLedger
import Synchronization

/// Runs a body in so many threads at once, and gives what each returned or threw.
func inThreads<Value: Sendable>(
  _ count: Int, _ body: @escaping @Sendable (Int) throws -> Value
) -> [Result<Value, any Error>] {
  let threads = (0..<count).map { number in Joinable { try body(number) } }
  return threads.map { $0.join() }
}

/// A thread with what it returns.
final class Joinable<Value: Sendable>: Sendable {
  private let value = Mutex<Result<Value, any Error>?>(nil)
  private let end = DispatchSemaphore(value: 0)

  init(_ body: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread {
      let result = Result { try body() }
      self.value.withLock { $0 = result }
      self.end.signal()
    }
  }

  /// Waits until it has returned; to be called once.
  func join() -> Result<Value, any Error> {
    end.wait()
    return value.withLock { $0 } ?? .failure(CancellationError())
  }
}

/// A clock that holds whoever reads it while it is shut, so that a commit takes as long as a test
/// wants.
final class GatedClock: Sendable {
  private let condition = NSCondition()
  private let state = Mutex((isShut: false, reading: 0, time: Int64(0)))

  var now: @Sendable () -> SystemTime {
    {
      self.condition.lock()
      defer { self.condition.unlock() }
      self.state.withLock { $0.reading += 1 }
      while self.state.withLock({ $0.isShut }) { self.condition.wait() }
      return self.state.withLock { state in
        state.reading -= 1
        state.time += 1
        return SystemTime(rawValue: state.time)
      }
    }
  }

  /// Whether somebody stands at the gate.
  var isHeld: Bool { state.withLock { $0.reading > 0 } }

  func shut() { state.withLock { $0.isShut = true } }

  func open() {
    condition.lock()
    state.withLock { $0.isShut = false }
    condition.broadcast()
    condition.unlock()
  }
}

/// Waits for something that other threads bring about.
func wait(until condition: () -> Bool) { while !condition() { sched_yield() } }
