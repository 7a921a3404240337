using System.Net;
using System.Net.Sockets;
using Memti.EndToEnd.Tests.Firmware;

namespace Memti.EndToEnd.Tests.Debugging;

/// <summary><c>memti debug</c> with the GNU debugger, from a scenario and C sources on.</summary>
public sealed class DebugCommandTests
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(3);

    [FirmwareFact(GdbSession.Debugger)]
    public void Firmware_is_debugged_over_a_power_down()
    {
        using var firmware = new DebuggedFirmware();
        using var session = new GdbSession(firmware, "--once");
        string printed = session.Run(
            "x/i $pc",
            "break main",
            "continue",
            "print/x $sp",
            "next 4",
            "next",
            "x/wx 0x30000000",
            "x/wx 0x10010040",
            "monitor marks",
            "continue",
            "x/wx 0x10010040",
            "x/wx 0x1001001c",
            "monitor power",
            "delete",
            "continue");
        printed.ShouldContain("<_start>:", customMessage: printed);
        printed.ShouldContain("Breakpoint 1, main ()", customMessage: printed);
        printed.ShouldContain("$1 = 0x80004000", customMessage: printed);
        printed.ShouldContain("0x30000000:\t0x00303031", customMessage: printed); // The version of NVDLA's hardware.
        printed.ShouldContain("0x10010040:\t0x00000001", customMessage: printed); // Boots, in a retained word.
        printed.ShouldContain("0x1001001c:\t0x00000002", customMessage: printed); // Woken by the timer.
        printed.Split("Breakpoint 1, main ()").Length.ShouldBe(3, printed);
        printed.ShouldContain("exited normally", customMessage: printed);
        Memti ended = session.End();
        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Output.ShouldContain("the firmware, with a pass");
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void A_memory_without_power_shows_no_old_bytes()
    {
        using var firmware = new DebuggedFirmware();
        using var session = new GdbSession(firmware, "--once");
        string printed = session.Run("x/wx 0x80000000", "break *_start", "continue", "x/wx 0x80000000", "print/x $sp", "kill");
        printed.ShouldContain("0x80000000 <cause>:\t", customMessage: printed);
        printed.ShouldContain("Cannot access memory at address 0x80000000", customMessage: printed);
        printed.ShouldContain("$1 = 0x0", customMessage: printed);
        Memti ended = session.End();
        ended.ExitCode.ShouldBe(0, ended.Errors);
        ended.Errors.ShouldContain("the debugger ended the run at 0.001");
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void Stops_change_no_result()
    {
        using var firmware = new DebuggedFirmware();
        using var straight = new GdbSession(firmware, "--once");
        straight.Run("detach");
        using var stopped = new GdbSession(firmware, "--once");
        string printed = stopped.Run(
            "break add", "watch count", "continue", "continue", "monitor energy", "stepi 20", "continue", "monitor time",
            "x/8wx 0x80000000", "continue", "continue", "monitor energy", "delete", "detach");
        printed.ShouldContain("Hardware watchpoint 2: count", customMessage: printed);
        string results = straight.End().Output;
        results.ShouldContain("power-downs");
        stopped.End().Output.ShouldBe(results);
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void Firmware_that_spins_is_halted()
    {
        using var firmware = new DebuggedFirmware("spins", seconds: 1_000_000);
        using var session = new GdbSession(firmware, "--once");
        string printed = session.RunInterrupted(AWhile, "continue", "print rounds > 1000", "kill");
        printed.ShouldContain("SIGINT", customMessage: printed);
        printed.ShouldContain("$1 = 1", customMessage: printed);
        session.End().ExitCode.ShouldBe(0);
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void Firmware_that_sleeps_is_halted()
    {
        using var firmware = new DebuggedFirmware("dozes", seconds: 1_000_000);
        using var session = new GdbSession(firmware, "--once");
        string printed = session.RunInterrupted(AWhile, "continue", "monitor time", "kill");
        printed.ShouldContain("SIGINT", customMessage: printed);
        printed.ShouldContain("main () at", customMessage: printed);
        session.End().ExitCode.ShouldBe(0);
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void The_next_debugger_finds_a_fresh_machine_or_one_that_was_left_standing()
    {
        using var firmware = new DebuggedFirmware();
        using var session = new GdbSession(firmware);
        session.Run("break main", "continue", "continue", "x/wx 0x10010040", "disconnect").ShouldContain("0x10010040:\t0x00000001");
        session.Run("x/wx 0x10010040", "kill").ShouldContain("0x10010040:\t0x00000001");
        session.Run("x/wx 0x10010040", "kill").ShouldContain("0x10010040:\t0x00000000");
        session.Errors.ShouldContain("gone without detaching");
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void A_firmware_error_is_a_signal_first_and_a_finding_then()
    {
        using var firmware = new DebuggedFirmware();
        using var session = new GdbSession(firmware, "--once");
        string printed = session.Run("break add", "continue", "set $sp = 0", "jump main", "bt 1", "continue");
        printed.ShouldContain("MEMTI4112", customMessage: printed);
        printed.ShouldContain("SIGSEGV", customMessage: printed);
        printed.ShouldContain("exited with code 01", customMessage: printed);
        Memti ended = session.End();
        ended.ExitCode.ShouldBe(1);
        ended.Errors.ShouldContain("error MEMTI4112");
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void A_design_without_a_processor_is_a_finding()
    {
        using var firmware = new DebuggedFirmware();
        Memti run = Memti.Run("debug", firmware.Scenario, "--design", "managed");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("error MEMTI6802: design 'managed'");
    }

    [FirmwareFact(GdbSession.Debugger)]
    public void A_port_in_use_is_a_finding()
    {
        using var firmware = new DebuggedFirmware();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Memti run = Memti.Run("debug", firmware.Scenario, "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("error MEMTI6801");
    }
}
