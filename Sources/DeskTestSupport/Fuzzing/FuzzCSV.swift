import DeskFormats

extension FuzzSubject {
  /// Records are the same whatever the chunks; as a sheet of contacts they are read to the end.
  func checkCSV(_ bytes: [UInt8]) throws {
    let whole = records(bytes, chunk: max(1, bytes.count))
    try FuzzFinding.require(records(bytes, chunk: 1) == whole, "other records byte by byte")
    try FuzzFinding.require(records(bytes, chunk: 3) == whole, "other records in threes")
    guard let head = whole.records.first, let sheet = try? ContactSheet(header: head.fields) else {
      return
    }
    for record in whole.records.dropFirst() { _ = sheet.row(record) }
  }

  /// What was read, and the error that ended it.
  private struct Reading: Equatable {
    var records: [CSVRecord] = []
    var failure: String?
  }

  private func records(_ bytes: [UInt8], chunk: Int) -> Reading {
    var reader = CSVReader(reading: Self.chunks(of: chunk, bytes))
    var reading = Reading()
    do {
      while let record = try reader.next() { reading.records.append(record) }
    } catch {
      reading.failure = "\(error)"
    }
    return reading
  }
}
