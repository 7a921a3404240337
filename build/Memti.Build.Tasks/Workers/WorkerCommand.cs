using System.Diagnostics;
using System.Text;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Workers;

/// <summary>How the worker is started.</summary>
/// <param name="Host">The <c>dotnet</c> that runs it.</param>
/// <param name="Assembly">The worker.</param>
/// <param name="Stage">What it is to do, such as <c>retrain</c>.</param>
/// <param name="Request">The file that says for what.</param>
internal sealed record WorkerCommand(string Host, string Assembly, string Stage, string Request)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process to start, with the folder and the variables of the project that is built.</summary>
    public ProcessStartInfo StartIn(TaskEnvironment environment)
    {
        ProcessStartInfo start = environment.GetProcessStartInfo();
        start.FileName = Host;
        foreach (string argument in (string[])[Assembly, "weights", Stage, Request, "--events"])
            start.ArgumentList.Add(argument);
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = Utf8;
        return start;
    }
}
