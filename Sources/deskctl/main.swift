import DeskCommands
import DeskSystem

Signals.prepare()
exitProcess(Runner(.ofThisProcess()).run(Array(CommandLine.arguments.dropFirst())))
