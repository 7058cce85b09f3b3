import Foundation

/// What the process has used so far.
struct Usage {
  /// Seconds of wall clock, seconds of processor, and pages of 4 KiB written.
  typealias Figures = (seconds: Double, processor: Double, pages: Double)

  /// User and system time, in seconds.
  let processor: Double
  /// Bytes handed to the file system.
  let written: Double
  private let instant = ContinuousClock.now

  init() {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    processor = usage.processor
    let counters = (try? String(contentsOfFile: "/proc/self/io", encoding: .utf8)) ?? ""
    written =
      counters.split(separator: "\n").first { $0.hasPrefix("wchar: ") }
      .flatMap { Double($0.dropFirst(7)) } ?? 0
  }

  /// What was used since then.
  func since() -> Usage.Figures {
    let seconds = (ContinuousClock.now - instant).inSeconds
    let now = Usage()
    return (seconds, now.processor - processor, (now.written - written) / 4_096)
  }
}

extension rusage {
  /// User and system time, in seconds.
  var processor: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

/// How long something takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(body).inSeconds
}

/// What a process holds that is backed by no file.
func anonymousMegabytes(of process: String = "self") -> Double? {
  guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
    let line = status.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon:") }),
    let kilobytes = line.split(separator: " ").compactMap({ Double($0) }).first
  else { return nil }
  return kilobytes / 1024
}

/// The size of the file of a store, in bytes.
func fileSize(_ path: String) throws -> Int {
  try FileManager.default.attributesOfItem(atPath: "\(path)/data.mdb")[.size] as? Int ?? 0
}
