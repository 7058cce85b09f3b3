import Glibc
import Testing

extension ExitTest.Condition {
  /// How a process ends in which a precondition does not hold; an error that is thrown ends it
  /// otherwise.
  static var brokenPrecondition: ExitTest.Condition {
    #if arch(x86_64)
      .signal(SIGILL)
    #else
      .signal(SIGTRAP)
    #endif
  }
}
