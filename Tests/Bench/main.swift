import DeskSystem

do {
  let scratch = try Scratch()
  defer { scratch.remove() }
  let scale = processEnvironment()["BENCH_SCALE"].flatMap { Double($0) } ?? 1
  try Bench(
    scratch: scratch, wanted: Set(CommandLine.arguments.dropFirst()), scale: scale
  ).run()
} catch {
  try OutputStream.error.write(Array("bench: \(error)\n".utf8))
  exitProcess(1)
}
