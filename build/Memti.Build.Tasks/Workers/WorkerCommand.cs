using System.Diagnostics;
using System.Text;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Workers;

/// <summary>Command line of the worker.</summary>
/// <param name="Host">The <c>dotnet</c> that runs it.</param>
/// <param name="Assembly">Path of the worker.</param>
/// <param name="Stage">Stage to run, such as <c>retrain</c>.</param>
/// <param name="Request">Path of the request file.</param>
/// <param name="Options">Further arguments.</param>
internal sealed record WorkerCommand(string Host, string Assembly, string Stage, string Request, IReadOnlyList<string> Options)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process to start, with folder and environment variables of the built project.</summary>
    public ProcessStartInfo StartIn(TaskEnvironment environment)
    {
        ProcessStartInfo start = environment.GetProcessStartInfo();
        start.FileName = Host;
        foreach (string argument in (string[])[Assembly, "weights", Stage, Request, "--events", .. Options])
            start.ArgumentList.Add(argument);
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        // Standard input stays open as a sign of life: the worker stops when it closes.
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = Utf8;
        return start;
    }
}
