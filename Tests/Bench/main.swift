import DeskSystem

do {
  let words = CommandLine.arguments.dropFirst()
  if words.first == "read", let path = words.last {
    var reading = try Reading(path)
    try reading.run()
    exitProcess(0)
  }
  let scratch = try Scratch()
  defer { scratch.remove() }
  let scale = processEnvironment()["BENCH_SCALE"].flatMap { Double($0) } ?? 1
  try Bench(
    scratch: scratch, wanted: Set(words), scale: scale
  ).run()
} catch {
  try OutputStream.error.write(Array("bench: \(error)\n".utf8))
  exitProcess(1)
}
