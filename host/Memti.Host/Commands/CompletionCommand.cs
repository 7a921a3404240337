using System.CommandLine;

namespace Memti.Host.Commands;

/// <summary>
/// <c>memti completion SHELL</c>: the script that lets a shell complete commands, options and their words. The script asks the executable
/// itself through the <c>[suggest]</c> directive, so it never goes stale.
/// </summary>
internal static class CompletionCommand
{
    private static readonly Argument<string> Shell = ShellArgument();

    public static Command Create()
    {
        var command = new Command(
            "completion",
            "Print a script with which a shell completes commands, options and their words.\n"
            + "bash:        source <(memti completion bash)\n"
            + "zsh:         source <(memti completion zsh)\n"
            + "fish:        memti completion fish | source\n"
            + "PowerShell:  memti completion pwsh | Out-String | Invoke-Expression\n"
            + "Put the line into the start-up file of the shell to have it in every session.")
        {
            Shell,
        };
        command.SetAction(static parsed => Console.Out.Write(ScriptOf(parsed.GetRequiredValue(Shell))));
        return command;
    }

    private static string ScriptOf(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    };

    private static Argument<string> ShellArgument()
    {
        var shell = new Argument<string>("shell") { Description = "The shell that will read the script." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        return shell;
    }

    // Where Memti has no answer, the shell completes names of files.
    private const string Bash =
        """
        _memti() {
          local IFS=$'\n'
          local word=${COMP_WORDS[COMP_CWORD]}
          COMPREPLY=($(compgen -W "$(memti "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
        }
        complete -o bashdefault -o default -F _memti memti

        """;

    private const string Zsh =
        """
        _memti() {
          local -a words_known
          words_known=("${(@f)$(memti "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          compadd -- ${words_known:#} || _files
        }
        (( $+functions[compdef] )) || { autoload -U compinit && compinit }
        compdef _memti memti

        """;

    private const string Fish =
        """
        function __memti_words
          set -l line (commandline -cp)
          memti "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c memti -a "(__memti_words)"

        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName memti -ScriptBlock {
          param($word, $line, $position)
          memti "[suggest:$position]" "$line" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }

        """;
}
