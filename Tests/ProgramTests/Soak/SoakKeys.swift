import DeskTestSupport
import JSON

/// Keys of Config under many writers: what was read must be what the last of them wrote, or one of
/// those that wrote at the same time.
struct SoakKeys {
  private struct Write {
    let value: String
    let start: Int
    let end: Int
    /// It is known to have been done; one that was killed may have been.
    let isSure: Bool
  }

  private var writes: [String: [Write]] = [:]
  private var reads: [(key: String, value: String, start: Int, end: Int)] = []

  mutating func note(_ ended: SoakHistory.Ended) {
    guard let key = ended.command.key else { return }
    if let value = ended.command.value {
      guard ended.wasKilled || ended.answer.status == 0 else { return }
      writes[key, default: []].append(
        Write(value: value, start: ended.start, end: ended.end, isSure: !ended.wasKilled))
    } else if !ended.wasKilled {
      let document = try? JSONValue(parsing: ended.answer.output)
      let value = document?["value"]?.string ?? ""
      reads.append((key, value, ended.start, ended.end))
    }
  }

  /// The reads that no order of the writes explains.
  var violations: [String] {
    reads.compactMap { read in
      let all = writes[read.key] ?? []
      let isExplained = all.contains { write in
        write.value == read.value && write.start < read.end
          && !all.contains { $0.isSure && $0.start > write.end && $0.end < read.start }
      }
      return isExplained
        ? nil : "config get \(read.key): \(read.value) was overwritten, or never set"
    }
  }
}
