import DeskSystem

do {
  let scratch = try Scratch()
  defer { scratch.remove() }
  try Bench(scratch: scratch, wanted: Set(CommandLine.arguments.dropFirst())).run()
} catch {
  try OutputStream.error.write(Array("bench: \(error)\n".utf8))
  exitProcess(1)
}
