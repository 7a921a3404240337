using System.Diagnostics;
using System.Text;

namespace Memti.EndToEnd.Tests;

/// <summary>One finished run of the executable.</summary>
internal sealed record Memti(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public static Memti Run(params string[] arguments) => RunIn(Built.Root, arguments);

    public static Memti RunIn(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Executable, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"memti {string.Join(' ', arguments)} did not end within {Limit}.");
        }

        return new Memti(process.ExitCode, output.Result, errors.Result);
    }
}
