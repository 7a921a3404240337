using System.Diagnostics;

namespace Memti.Runs.Tests.Traces;

/// <summary>A fact that needs programs of the system, and is skipped where they are not installed.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] tools)
    {
        string[] missing = [.. tools.Where(static tool => !IsThere(tool))];
        Skip = missing.Length == 0 ? null : $"not installed: {string.Join(", ", missing)} (Debian: gtkwave)";
    }

    /// <summary>Runs a program; it must succeed.</summary>
    /// <returns>What it printed.</returns>
    public static string Run(string tool, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    private static bool IsThere(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
