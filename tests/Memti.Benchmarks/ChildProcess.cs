using System.Diagnostics;

namespace Memti.Benchmarks;

/// <summary>Another program, from its start to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program; its errors go to the console.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">The program is not there.</exception>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
