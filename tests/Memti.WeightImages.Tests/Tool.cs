using System.Diagnostics;

namespace Memti.WeightImages.Tests;

/// <summary>Runs a program of others.</summary>
internal static class Tool
{
    public static bool IsThere(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    /// <summary>Runs it and returns what it printed, errors included; a failure fails the test.</summary>
    public static string Run(string folder, string name, params string[] arguments)
    {
        using Process process =
            Process.Start(
                new ProcessStartInfo(name, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string text = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{name} {string.Join(' ', arguments)}: {text}");
        return text;
    }
}
