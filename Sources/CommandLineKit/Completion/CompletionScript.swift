/// The script that a shell loads. It holds no knowledge of the commands: at each press of the key it
/// asks the program (see `CompletionRequest`), so that it never grows old.
package struct CompletionScript: Sendable {
  /// The shell that loads it.
  package let shell: Shell

  /// The script for a shell.
  package init(_ shell: Shell) {
    self.shell = shell
  }

  /// - Parameter program: the name that is completed and, found on `PATH`, asked.
  package func text(program: String) -> String {
    let function = "_" + program.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    switch shell {
    case .bash: return bash(program, function)
    case .zsh: return zsh(program, function)
    case .fish: return fish(program, function)
    }
  }

  /// `$2` is the word that bash will replace, which begins after the last `=` or `:`.
  private func bash(_ program: String, _ function: String) -> String {
    #"""
    # \#(program) for bash: source this, or keep it as \#(program) in the folder of completions.
    \#(function)() {
      local reply
      mapfile -t reply < <(
        \#(program) \#(CompletionRequest.command) bash "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null
      )
      COMPREPLY=("${reply[@]:1}")
      case ${reply[0]} in
        file*) compopt -o default -o bashdefault ;;
        folder*) compopt -o dirnames ;;
        *nospace) compopt -o nospace ;;
      esac
    }
    complete -F \#(function) \#(program)

    """#
  }

  /// It is both a file for `fpath`, read at the first use, and one to source.
  private func zsh(_ program: String, _ function: String) -> String {
    #"""
    #compdef \#(program)
    # \#(program) for zsh: keep this as _\#(program) in a folder of fpath, or source it after compinit.
    \#(function)() {
      local -a reply candidates suffix
      reply=("${(@f)$(\#(program) \#(CompletionRequest.command) zsh \
        "${(@Q)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
      candidates=("${(@)reply[2,-1]}")
      [[ $reply[1] == *nospace ]] && suffix=(-S '')
      (( $#candidates )) && _describe -t values value candidates $suffix
      case $reply[1] in
        file*) compset -P '--*='; _files ;;
        folder*) compset -P '--*='; _files -/ ;;
      esac
    }
    if [[ $funcstack[1] == \#(function) ]]; then \#(function) "$@"; else compdef \#(function) \#(program); fi

    """#
  }

  private func fish(_ program: String, _ function: String) -> String {
    #"""
    # \#(program) for fish: keep this as \#(program).fish in ~/.config/fish/completions, or source it.
    function _\#(function)
        set -l word (commandline -ct)
        set -l before (commandline -opc)
        set -l reply (\#(program) \#(CompletionRequest.command) fish $before[2..-1] "$word" 2>/dev/null)
        printf '%s\n' $reply[2..-1]
        set -l name (string match -r -- '^--[^=]*=' $word; or echo)
        set -l path (string replace -r -- '^--[^=]*=' '' $word)
        switch $reply[1]
            case 'file*'
                printf '%s\n' $name(__fish_complete_path $path)
            case 'folder*'
                printf '%s\n' $name(__fish_complete_directories $path '')
        end
    end
    complete -c \#(program) -f -a '(_\#(function))'

    """#
  }
}
