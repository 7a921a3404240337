using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Memti.Runs.Programs;

/// <summary>Calls a program of others that is on the path.</summary>
internal static class OtherProgram
{
    /// <summary>ENOENT, and ERROR_FILE_NOT_FOUND.</summary>
    private const int NotFound = 2;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="words">Its arguments.</param>
    /// <param name="trouble">Why it failed; empty where it did not, and null where there is no such program.</param>
    /// <param name="cancellationToken">Ends the wait, and the program.</param>
    /// <returns>Its standard output; empty when it failed.</returns>
    public static string Call(string program, IReadOnlyList<string> words, out string? trouble, CancellationToken cancellationToken)
    {
        trouble = null;
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, words)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            })!;
            using CancellationTokenRegistration cancelled =
                cancellationToken.Register(static running => ((Process)running!).Kill(entireProcessTree: true), process);
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                trouble = string.Create(CultureInfo.InvariantCulture, $"it did not end within {Limit.TotalSeconds} s");
                return "";
            }

            cancellationToken.ThrowIfCancellationRequested();
            string said = errors.GetAwaiter().GetResult().Trim();
            trouble = process.ExitCode == 0 ? "" : said.Length > 0 ? said.ReplaceLineEndings(" ") : $"exit code {process.ExitCode}";
            return trouble.Length == 0 ? output.GetAwaiter().GetResult() : "";
        }
        catch (Win32Exception error)
        {
            if (error.NativeErrorCode != NotFound)
                trouble = error.Message;
            return "";
        }
    }
}
