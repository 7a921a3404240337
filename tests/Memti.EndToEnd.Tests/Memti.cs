using System.Diagnostics;
using System.Text;

namespace Memti.EndToEnd.Tests;

/// <summary>One finished run of the executable.</summary>
internal sealed record Memti(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>For runs that take minutes on a machine that does other work as well.</summary>
    private static readonly TimeSpan LongLimit = TimeSpan.FromMinutes(30);

    /// <summary>Where the runs of tests keep solved arrays: not among those of the user.</summary>
    private static readonly string Cache = Path.Combine(Built.Root, "artifacts", "tests", "cache");

    /// <summary>Starts the executable; the caller waits for it.</summary>
    public static Process Start(params string[] arguments) => StartWith(Cache, arguments);

    public static Memti Run(params string[] arguments) => RunWith(Cache, arguments);

    /// <summary>Runs what takes minutes.</summary>
    public static Memti RunLong(params string[] arguments) => End(StartWith(Cache, arguments), arguments, LongLimit);

    /// <summary>Runs with another value of <c>MEMTI_CACHE</c>.</summary>
    public static Memti RunWith(string cache, params string[] arguments) => End(StartWith(cache, arguments), arguments, Limit);

    /// <summary>Runs with a variable of the environment.</summary>
    public static Memti RunUnder(string variable, string value, params string[] arguments) =>
        RunUnder(Limit, variable, value, arguments);

    /// <summary>Runs what takes minutes, with a variable of the environment.</summary>
    public static Memti RunLongUnder(string variable, string value, params string[] arguments) =>
        RunUnder(LongLimit, variable, value, arguments);

    private static Memti RunUnder(TimeSpan limit, string variable, string value, string[] arguments)
    {
        ProcessStartInfo start = StartOf(Cache, arguments);
        start.Environment[variable] = value;
        return End(Process.Start(start)!, arguments, limit);
    }

    private static Memti End(Process started, string[] arguments, TimeSpan limit)
    {
        using Process process = started;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"memti {string.Join(' ', arguments)} did not end within {limit}.");
        }

        return new Memti(process.ExitCode, output.Result, errors.Result);
    }

    private static Process StartWith(string cache, string[] arguments) => Process.Start(StartOf(cache, arguments))!;

    private static ProcessStartInfo StartOf(string cache, string[] arguments) => new("dotnet", [Built.Executable, .. arguments])
    {
        WorkingDirectory = Built.Root,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
        Environment = { ["MEMTI_CACHE"] = cache },
    };
}
