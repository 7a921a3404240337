using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Tests.Debugging;

/// <summary>The GNU debugger itself over a connection to a target that does what the test says.</summary>
public sealed class GdbConversationTests
{
    [GdbFact]
    public void The_debugger_understands_the_replies()
    {
        var target = new ScriptedTarget();
        target.Script.ProgramCounter = 0x1000;
        target.Memory[4] = 0x2a;
        target.Stops.Enqueue(new(DebugStopReason.Breakpoint));
        string printed = Ask(
            target,
            out SessionOutcome outcome,
            "info registers ra",
            "x/2wx 0x1000",
            "x/wx 0x1080",
            "set {int}0x1008 = 7",
            "set $ra = 0x12345678",
            "print/x $ra",
            "print/x $mcause",
            "hbreak *0x1000",
            "continue",
            "watch *(int*)0x1010",
            "monitor time in ms",
            "monitor help",
            "detach");
        printed.ShouldContain("0x1000:\t0x00000000\t0x0000002a");
        printed.ShouldContain("Cannot access memory at address 0x1080");
        printed.ShouldContain("$1 = 0x12345678");
        printed.ShouldContain("$2 = 0x0");
        printed.ShouldContain("Breakpoint 1, 0x00001000 in ?? ()");
        printed.ShouldContain("0.5 s in|ms");
        printed.ShouldContain("Simulated time.");
        printed.ShouldContain("detached");
        target.Memory[8].ShouldBe((byte)7);
        outcome.End.ShouldBe(SessionEnd.Detached);
    }

    [GdbFact]
    public void A_run_that_ends_is_an_exit()
    {
        var target = new ScriptedTarget();
        target.Stops.Enqueue(new(DebugStopReason.Ended, 3, "the firmware reported failure 3"));
        string printed = Ask(target, out SessionOutcome outcome, "continue");
        printed.ShouldContain("the firmware reported failure 3");
        printed.ShouldContain("exited with code 03");
        outcome.End.ShouldBe(SessionEnd.Ended);
    }

    [GdbFact]
    public void A_run_begins_again_for_a_debugger_that_stays()
    {
        var target = new ScriptedTarget();
        target.Stops.Enqueue(new(DebugStopReason.Ended));
        target.Stops.Enqueue(new(DebugStopReason.Ended, 1));
        string printed = Ask(target, out _, "continue", "run", "continue");
        printed.ShouldContain("exited normally");
        printed.ShouldContain("exited with code 01");
        target.Restarts.ShouldBe(1, printed);
    }

    private static string Ask(IDebugTarget target, out SessionOutcome outcome, params string[] commands)
    {
        using DebugServer server = DebugServer.Listen(0);
        var start = new DebugStop(DebugStopReason.Stepped);
        Task<SessionOutcome> serving = Task.Factory.StartNew(
            () => server.Serve(target, start, CancellationToken.None), TaskCreationOptions.LongRunning);
        string kind = commands.Contains("run") ? "extended-remote" : "remote";
        string printed = Gdb.Run(["set architecture riscv:rv32", $"target {kind} 127.0.0.1:{server.Port}", .. commands]);
        serving.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue(printed);
        outcome = serving.Result;
        return printed;
    }
}
