using System.Diagnostics;

namespace Memti.Runs.Tests.Debugging;

/// <summary>The GNU debugger in batch mode.</summary>
internal static class Gdb
{
    public const string Name = "gdb-multiarch";

    /// <summary>Runs commands and returns what the debugger printed, errors among it.</summary>
    public static string Run(params string[] commands)
    {
        var start = new ProcessStartInfo(Name) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string word in (string[])["-nx", "-batch", "-ex", "set confirm off", .. commands.SelectMany(static command => (string[])["-ex", command])])
            start.ArgumentList.Add(word);
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            process.Kill();
        return output.Result + errors.Result;
    }
}
