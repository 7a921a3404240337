using System.Diagnostics;

namespace Memti.EndToEnd.Tests;

/// <summary>Outputs that take nothing: a finding, never a stack trace.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData("cells list")]
    [InlineData("run samples/scenarios/memti-paper.memti.yaml --design memti --format json")]
    [InlineData("schema")]
    public async Task Standard_output_on_a_full_disk_is_a_finding(string words)
    {
        if (!OperatingSystem.IsLinux())
            return;
        (int exitCode, string errors) = await RunInShell(words + " > /dev/full");

        exitCode.ShouldBe(1);
        errors.ShouldContain("error MEMTI1003: standard output cannot be written");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Standard_error_on_a_full_disk_changes_nothing_else()
    {
        if (!OperatingSystem.IsLinux())
            return;
        (int exitCode, _) = await RunInShell("describe no-such-kind 2> /dev/full");

        exitCode.ShouldBe(1);
    }

    private static async Task<(int ExitCode, string Errors)> RunInShell(string words)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"dotnet '{Built.Executable}' {words}"])
        {
            WorkingDirectory = Built.Root,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, errors);
    }
}
