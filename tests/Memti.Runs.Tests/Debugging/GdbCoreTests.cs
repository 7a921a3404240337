using System.Diagnostics;
using Memti.Runs.Debugging.Packets;
using Memti.Runs.Debugging.Sessions;
using Memti.Runs.Debugging.Targets;

namespace Memti.Runs.Tests.Debugging;

/// <summary>The GNU debugger with firmware on a core.</summary>
public sealed class GdbCoreTests
{
    private const string Source =
        """
        volatile unsigned count, other;
        static void __attribute__((noinline)) add(unsigned value)
        {
            count += value;
            other = count;
        }
        static void __attribute__((noinline)) wait(void)
        {
            *(volatile unsigned *)0x2004000 = *(volatile unsigned *)0x200bff8 + 5000;
            __asm__ volatile("csrs mie, %0\n\twfi\n\tcsrc mie, %0" : : "r"(0x80));
        }
        int main(void)
        {
            for (unsigned round = 1; round <= 3; round++) {
                add(round);
                wait();
            }
            *(volatile unsigned *)0x100000 = 0x5555;
            return 0;
        }
        __asm__(".section .text.start,\"ax\"\n.globl _start\n_start: la sp, 0x80008000\ncall main\nj .\n.globl spin\nspin: j spin\n"
                ".globl bad\nbad: .word 0\n.text\n");
        """;

    [GdbFact("riscv64-unknown-elf-gcc")]
    public void Firmware_is_stepped_watched_and_finished()
    {
        string printed = Ask(
            out SessionEnd end,
            "load",
            "break add",
            "continue",
            "print value",
            "backtrace",
            "next",
            "next",
            "print count",
            "delete",
            "break wait",
            "continue",
            "finish",
            "delete",
            "watch count",
            "continue",
            "continue",
            "print/x $mcause",
            "print/x $misa",
            "delete",
            "continue");
        printed.ShouldContain("Breakpoint 1, add (value=value@entry=1)", customMessage: printed);
        printed.ShouldContain("$1 = 1", customMessage: printed);
        printed.ShouldContain("$2 = 1", customMessage: printed);
        printed.ShouldContain("#1  0x", customMessage: printed);
        printed.ShouldContain("in main ()", customMessage: printed);
        printed.ShouldContain("Breakpoint 2, wait ()", customMessage: printed);
        printed.ShouldContain("Hardware watchpoint 3: count", customMessage: printed);
        printed.ShouldContain("Old value = 1", customMessage: printed);
        printed.ShouldContain("New value = 3", customMessage: printed);
        printed.ShouldContain("New value = 6", customMessage: printed);
        printed.ShouldContain("$3 = 0x0", customMessage: printed);
        printed.ShouldContain("$4 = 0x40", customMessage: printed);
        printed.ShouldContain("exited normally", customMessage: printed);
        end.ShouldBe(SessionEnd.Ended);
    }

    [GdbFact("riscv64-unknown-elf-gcc")]
    public void A_step_over_a_wait_ends_behind_it()
    {
        string printed = Ask(
            out _,
            "load",
            "break wait",
            "continue",
            "stepi 8",
            "x/i $pc",
            "stepi",
            "x/i $pc");
        printed.ShouldContain("wfi", customMessage: printed);
        printed.ShouldContain("csrc", customMessage: printed);
    }

    [GdbFact("riscv64-unknown-elf-gcc")]
    public void An_exception_without_a_handler_is_a_signal()
    {
        string printed = Ask(out _, "load", "jump *&bad");
        printed.ShouldContain("SIGILL", customMessage: printed);
        printed.ShouldContain("in bad ()", customMessage: printed);
        printed.ShouldContain("illegal instruction", customMessage: printed);
    }

    private static string Ask(out SessionEnd end, params string[] commands)
    {
        using var target = new CoreTarget();
        using DebugServer server = DebugServer.Listen(0);
        var start = new DebugStop(DebugStopReason.Stepped);
        Task<SessionOutcome> serving = Task.Factory.StartNew(
            () => server.Serve(target, start, CancellationToken.None), TaskCreationOptions.LongRunning);
        string folder = Directory.CreateTempSubdirectory("memti-gdb-").FullName;
        try
        {
            string printed = Gdb.Run(["file " + Build(folder), $"target remote 127.0.0.1:{server.Port}", .. commands]);
            serving.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue(printed);
            end = serving.Result.End;
            return printed;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Build(string folder)
    {
        string source = Path.Combine(folder, "core.c");
        string elf = Path.Combine(folder, "core.elf");
        File.WriteAllText(source, Source);
        string[] words =
        [
            "-march=rv32imac", "-misa-spec=2.2", "-mabi=ilp32", "-ffreestanding", "-nostdlib", "-O1", "-g",
            "-Wl,--build-id=none,-Ttext=0x80000100,--section-start=.text.start=0x80000000", "-o", elf, source,
        ];
        using Process process = Process.Start(new ProcessStartInfo("riscv64-unknown-elf-gcc", words) { RedirectStandardError = true })!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors);
        return elf;
    }
}
