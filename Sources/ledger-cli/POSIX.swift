#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls of the operating system that the command line cannot do without, and the only file of
/// it that is unsafe: C takes pointers. None of them leaves a function here.
///
/// Foundation has safe forms of some, and costs a third of the start-up time that a chart may take.
enum POSIX {
  /// Why bytes could not be written or read.
  enum Problem: Error {
    /// Whoever read the pipe has gone: `ledger chart | head`.
    case readerGone
    /// Disk full, I/O error: the number of the error and its name.
    case failed(Int32, String)

    var words: String {
      switch self {
      case .readerGone: "nobody reads any further"
      case .failed(_, let reason): reason
      }
    }
  }

  /// Writes all bytes, whatever the system takes at a time.
  static func write(_ text: String, to descriptor: Int32) throws(Problem) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw .readerGone
      } else if errno != EINTR && errno != EAGAIN {
        throw .failed(errno, message(errno))
      }
    }
  }

  /// The system's words for an error number.
  static func message(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }

  /// Whether a person sees what is written there.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// A variable of the environment; empty counts as unset.
  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What stands at a path; `nil`: nothing that can be seen.
  static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many bytes a file has; `nil` of anything else, whose end is not known.
  static func size(of path: String) -> UInt64? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(status.st_size)
  }

  /// The bytes of a file, some at a time; the descriptor 0 is standard input.
  final class Input {
    private let descriptor: Int32
    /// How many bytes were read so far.
    private(set) var read: UInt64 = 0

    /// Opens a file; `-` is standard input.
    init(_ path: String) throws(Problem) {
      descriptor = path == "-" ? 0 : unsafe open(path, O_RDONLY | O_CLOEXEC)
      if descriptor < 0 { throw .failed(errno, message(errno)) }
    }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The next bytes; `nil` at the end.
    func next(_ most: Int = 1 << 16) throws(Problem) -> [UInt8]? {
      while true {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, used in
          unsafe count = systemRead(descriptor, buffer.baseAddress, most)
          used = max(count, 0)
        }
        if count > 0 {
          read += UInt64(count)
          return bytes
        }
        if count == 0 { return nil }
        if errno != EINTR { throw .failed(errno, message(errno)) }
      }
    }

    /// Everything up to the end.
    func all() throws(Problem) -> [UInt8] {
      var bytes: [UInt8] = []
      while let more = try next() { bytes += more }
      return bytes
    }
  }

  /// Ends the process.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  /// From now on a damaged page of the store ends the process with one line and code 74.
  ///
  /// LMDB reads its file through the memory map and trusts it: a truncated file raises SIGBUS, a
  /// damaged page SIGSEGV or a failed assertion. No Swift error can be thrown from there, so the
  /// handler does the two things that are allowed in one: `write` and `_exit`.
  static func endQuietlyOnDamage() {
    for number in [SIGBUS, SIGSEGV, SIGABRT] {
      signal(number) { _ in
        let line: StaticString = """
          ledger: the store is damaged: one of its pages cannot be read. \
          Nothing was written. Keep the file and restore a backup or an export.

          """
        _ = unsafe systemWrite(
          2, UnsafeRawBufferPointer(start: line.utf8Start, count: line.utf8CodeUnitCount))
        _exit(74)
      }
    }
  }
}

/// `write` of the C library, by another name than the one above; a free function, since a signal
/// handler can capture nothing.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
  #elseif canImport(Musl)
    unsafe Musl.write(descriptor, bytes.baseAddress, bytes.count)
  #else
    unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
  #endif
}

/// `read` of the C library, by another name than that of a property above.
private func systemRead(
  _ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ most: Int
) -> Int {
  #if canImport(Glibc)
    unsafe Glibc.read(descriptor, bytes, most)
  #elseif canImport(Musl)
    unsafe Musl.read(descriptor, bytes, most)
  #else
    unsafe Darwin.read(descriptor, bytes, most)
  #endif
}
