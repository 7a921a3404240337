using System.Diagnostics;

namespace Memti.EndToEnd.Tests;

/// <summary>Shells complete what the executable itself says, and words that nobody wrote are refused.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("memti arr", "array")]
    [InlineData("memti run --profile-b", "--profile-by")]
    [InlineData("memti array compare --profile ", "nvsim_2012")]
    [InlineData("memti run x --format ", "csv")]
    [InlineData("memti completion ", "fish")]
    public void Commands_options_and_words_are_suggested(string line, string word) =>
        Memti.Run($"[suggest:{line.Length}]", line).Output.Split('\n', StringSplitOptions.TrimEntries).ShouldContain(word);

    [Theory]
    [InlineData("bash", "complete -o bashdefault -o default -F _memti memti")]
    [InlineData("zsh", "compdef _memti memti")]
    [InlineData("fish", "complete -c memti")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName memti")]
    public void There_is_a_script_for_each_shell(string shell, string says) => Memti.Run("completion", shell).Output.ShouldContain(says);

    [Fact]
    public void Bash_completes_with_the_script()
    {
        if (!File.Exists("/bin/bash"))
            return; // nothing to try it with
        string script = $"memti() {{ dotnet '{Built.Executable}' \"$@\"; }}\n{Memti.Run("completion", "bash").Output}"
            + "COMP_LINE='memti image ver' COMP_POINT=15 COMP_WORDS=(memti image ver) COMP_CWORD=2\n_memti\necho \"${COMPREPLY[*]}\"\n";
        using Process bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", script]) { RedirectStandardOutput = true })!;

        bash.StandardOutput.ReadToEnd().Trim().ShouldBe("verify");
    }

    [Theory]
    [InlineData("scenario", "run", "")]
    [InlineData("--output", "run", "x.memti.yaml", "--output", "")]
    [InlineData("--design", "run", "x.memti.yaml", "-d", "")]
    public void An_empty_word_is_wrong_usage(string name, params string[] arguments)
    {
        Memti run = Memti.Run(arguments);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain($"error MEMTI1001: '{name}' is empty");
        run.Errors.ShouldContain("Try: memti run --help");
    }

    [Fact]
    public void A_size_may_bring_its_own_unit() =>
        Memti.Run("array", "solve", "--cell", "sram", "--data-bytes", "64KiB").Output.ShouldBe(
            Memti.Run("array", "solve", "--cell", "sram", "--data-bytes", "65536").Output);
}
