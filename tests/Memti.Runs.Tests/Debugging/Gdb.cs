using System.Diagnostics;

namespace Memti.Runs.Tests.Debugging;

/// <summary>The GNU debugger in batch mode.</summary>
internal static class Gdb
{
    public const string Name = "gdb-multiarch";

    private static readonly string? Path = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .Select(static folder => System.IO.Path.Combine(folder, Name))
        .FirstOrDefault(File.Exists);

    public static bool IsThere => Path is not null;

    /// <summary>Runs commands and returns what the debugger printed, errors among it.</summary>
    public static string Run(params string[] commands)
    {
        var start = new ProcessStartInfo(Path!) { RedirectStandardOutput = true, RedirectStandardError = true };
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
