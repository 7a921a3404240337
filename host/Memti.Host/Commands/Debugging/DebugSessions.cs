using System.Globalization;
using Memti.Host.Rendering;
using Memti.Runs.Debugging.Machines;
using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Debugging.Targets;

namespace Memti.Host.Commands.Debugging;

/// <summary>The debuggers of one machine, one after the other.</summary>
/// <param name="design">What is debugged.</param>
/// <param name="server">Where debuggers connect.</param>
/// <param name="cancellationToken">Ends a wait or a run.</param>
internal sealed class DebugSessions(DebuggedDesign design, DebugServer server, CancellationToken cancellationToken)
{
    private static readonly DebugStop Fresh = new(DebugStopReason.Stepped);

    private DebugStop _stop = Fresh;
    private bool _isOver;

    /// <summary>Waits for a debugger, serves it, and does what it left to do.</summary>
    /// <returns>The exit code, if this was the last one.</returns>
    public int Serve()
    {
        Renew();
        string port = server.Port.ToString(CultureInfo.InvariantCulture);
        Tell($"debugging '{design.Name}' on 127.0.0.1:{port}; connect with:\n"
            + $"  gdb-multiarch {design.Elf} -ex 'target remote :{port}'");
        SessionOutcome outcome = server.Serve(design.Target, _stop, cancellationToken);
        (_stop, _isOver) = (outcome.Stop, outcome.End != SessionEnd.Lost);
        return Conclude(outcome.End);
    }

    /// <summary>After a run that is over the next debugger finds the machine as it is switched on.</summary>
    private void Renew()
    {
        if (!_isOver)
            return;
        design.Target.Restart();
        _stop = Fresh;
    }

    private int Conclude(SessionEnd end)
    {
        switch (end)
        {
            case SessionEnd.Lost:
                Tell($"the debugger is gone without detaching; the machine stands at {design.Seconds} s.");
                return ExitCode.Findings;
            case SessionEnd.Killed:
                Tell($"the debugger ended the run at {design.Seconds} s.");
                return ExitCode.Done;
            case SessionEnd.Detached:
                RunOn();
                return Report();
            default:
                return Report();
        }
    }

    private static void Tell(string text) => Console.Error.WriteLine($"memti: {text}");

    private void RunOn()
    {
        Tell($"the debugger has detached at {design.Seconds} s; the run goes on to its end.");
        while (design.Target.Continue(cancellationToken).Reason != DebugStopReason.Ended)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private int Report()
    {
        if (design.Finding is { } finding)
            DiagnosticPrinter.Print(Console.Error, [finding]);
        Console.Out.Write(design.Summary);
        return design.Finding is null ? ExitCode.Done : ExitCode.Findings;
    }
}
