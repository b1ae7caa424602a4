import DeskCore
import JSON

/// Bodies that were kept: each may tell of several people, and of one who is erased what they were
/// called before. They are taken apart first, and what is theirs is taken out last.
extension Scrubbing {
  /// A body that tells of others, too, as two: one about the others, without a name of theirs, and
  /// their own.
  func partedBody(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard let (body, raw) = body(line) else { return Array(line) }
    let (own, others) = (traces.theirs(in: raw), traces.others(in: raw))
    if own != nil, others == nil { return Array(line) }
    let masked = masked((others ?? raw).json)
    if own == nil, masked == raw.json { return Array(line) }
    count(Array((others ?? raw).json.text().utf8)[...])
    let lines = [masked, own?.json].compactMap { $0 }.map { json in
      StoredLine.encode(InboxBody(at: body.at, body: json.text()).json)
    }
    return Array(lines.joined(separator: [newline]))
  }

  func othersBody(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    if traces.identity.isIn(line) { return nil }
    guard let (_, raw) = body(line) else { return anything.isIn(line) ? nil : Array(line) }
    return traces.theirs(in: raw) != nil || masked(raw.json) != raw.json ? nil : Array(line)
  }

  /// A document without what names them. Their messages' ids are looked up, for there are many, and
  /// in a body as WhatsApp sends it each stands alone.
  private func masked(_ json: JSONValue) -> JSONValue {
    switch json {
    case .null, .bool, .number: json
    case .string(let text):
      .string(traces.providers.contains(text) ? Needles.mask : traces.identity.masked(text))
    case .array(let values): .array(values.map(masked))
    case .object(let object):
      .object(JSONObject(uniqueMembers: object.map { ($0.0, masked($0.1)) }))
    }
  }

  private func body(_ line: ArraySlice<UInt8>) -> (InboxBody, RawBody)? {
    guard let json = StoredLine.decode(line), let body = try? InboxBody(json: json) else {
      return nil
    }
    return RawBody(body.body).map { (body, $0) }
  }
}
