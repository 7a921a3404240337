using System.CommandLine;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Runs;
using Memti.Runs.Debugging.Machines;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Running;

namespace Memti.Host.Commands.Debugging;

/// <summary><c>memti debug</c>: runs the firmware of a design under the GNU debugger.</summary>
internal static class DebugCommand
{
    private const int UsualPort = 3333;
    private const int HighestPort = 65_535;

    private static readonly Argument<string> Scenario = ScenarioArgument.File();
    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string?> Design = new("--design", "-d")
    {
        Description = "The design to debug. [default: the first one with an ELF file]",
        HelpName = "NAME",
    };

    private static readonly Option<int> Port = new KeyOption<int>(
        new DocumentKey<int>(
            "port", "Port of this machine (127.0.0.1) that the debugger connects to; 0 takes a free one and prints it", 0, HighestPort)
        {
            Fallback = UsualPort,
        });

    private static readonly Option<bool> Once = new("--once")
    {
        Description = "End after the first debugger has left. Otherwise the next one finds a fresh machine.",
    };

    public static Command Create()
    {
        var command = new Command(
            "debug",
            "Run the firmware of a design under the GNU debugger: breakpoints, watchpoints, registers, memory and devices, over "
                + "power-downs. Simulated time stands still while the firmware does.\n"
            + "In another terminal (Debian's package gdb-multiarch):\n"
            + "  gdb-multiarch node.elf -ex 'target remote :3333'\n"
            + "  (gdb) break main\n"
            + "  (gdb) continue\n"
            + "  (gdb) monitor power      states and power of all components; monitor help lists more\n"
            + "  (gdb) x/4wx 0x10010000   registers of a device, without side effects\n"
            + "  (gdb) detach             the run goes on to its end, and its results are printed\n"
            + "docs/debugging.md says what else is different from a board.")
        {
            Scenario, Set, Design, Port, Once,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        DebugOutcome outcome = new RunPipeline(session.Catalog).Debug(Request(parsed), Print, cancellationToken);
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Design is not { } design)
            return ExitCode.Findings;
        using DebugServer server = DebugServer.Listen(parsed.GetValue(Port));
        var sessions = new DebugSessions(design, server, cancellationToken);
        int last;
        do
            last = sessions.Serve();
        while (!parsed.GetValue(Once));
        return last == ExitCode.Done ? session.ExitCode : last;
    }

    private static RunRequest Request(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(Scenario),
        Overrides = parsed.GetValue(Set) ?? [],
        Designs = parsed.GetValue(Design) is { } design ? [design] : [],
    };

    /// <summary>Passes a byte of the firmware's console on.</summary>
    private static void Print(byte value) => Console.Error.Write((char)value);
}
