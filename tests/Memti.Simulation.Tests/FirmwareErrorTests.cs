using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Firmware;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;

namespace Memti.Simulation.Tests;

public class FirmwareErrorTests
{
    private static Diagnostic Failure(Func<ISystemOnChip, ValueTask> script, Exception? inner = null)
    {
        Simulator simulator = new(Systems.Hybrid(), Systems.Frames(10), new ScriptedFirmware(script), new() { MostAtOneMoment = 1000 });
        MemtiException error = Should.Throw<MemtiException>(() => simulator.Run());
        if (inner is not null)
            error.InnerException.ShouldBeSameAs(inner);
        return error.Diagnostic;
    }

    private static string Code(Func<ISystemOnChip, ValueTask> script) => Failure(script).Code;

    [Fact]
    public void Firmware_that_throws_is_MEMTI4001_with_the_exception_inside()
    {
        InvalidTimeZoneException thrown = new("odd");
        Failure(soc => throw thrown, thrown).Code.ShouldBe("MEMTI4001");
        Failure(
            async soc =>
            {
                await soc.NextFrame();
                await soc.Load(0);
                throw thrown;
            },
            thrown).Code.ShouldBe("MEMTI4001");
    }

    [Fact]
    public void Firmware_that_returns_early_is_MEMTI4002()
    {
        Code(static soc => default).ShouldBe("MEMTI4002");
        Code(static async soc => await soc.NextFrame()).ShouldBe("MEMTI4002");
    }

    [Fact]
    public void Firmware_that_awaits_something_else_is_MEMTI4003() =>
        Code(static async soc =>
        {
            await soc.NextFrame();
            await new TaskCompletionSource().Task;
        }).ShouldBe("MEMTI4003");

    [Fact]
    public void Firmware_that_never_lets_time_pass_is_MEMTI4004()
    {
        Code(static async soc =>
        {
            while (true)
                await soc.Wake();
        }).ShouldBe("MEMTI4004");
        Code(static soc =>
        {
            while (soc.IsOn)
            {
            }

            return default;
        }).ShouldBe("MEMTI4004");
    }

    [Fact]
    public void A_ledger_that_does_not_close_is_MEMTI4005()
    {
        Should.Throw<MemtiException>(() => LedgerCheck.Verify(1, 1 + 2e-9, 3, 1)).Diagnostic.Code.ShouldBe("MEMTI4005");
        LedgerCheck.Verify(1, 1 + 5e-10, 3, 1).ShouldBe(5e-10, 1e-12);
    }

    [Fact]
    public void Two_operations_at_once_are_MEMTI4006() =>
        Code(static async soc =>
        {
            await soc.Load(0);
            ValueTask first = soc.Infer(0);
            await soc.Load(1);
            await first;
        }).ShouldBe("MEMTI4006");

    [Fact]
    public void Operations_that_state_or_contents_forbid_are_MEMTI4006()
    {
        Code(static async soc => await soc.Infer(0)).ShouldBe("MEMTI4006");
        Code(static async soc => await soc.Load(3)).ShouldBe("MEMTI4006");
        Code(static async soc =>
        {
            await soc.PowerDown(retain: false);
            await soc.Load(0);
        }).ShouldBe("MEMTI4006");
        Code(static async soc =>
        {
            await soc.Load(0);
            await soc.PowerDown(retain: false);
            await soc.Wake();
            await soc.Infer(0);
        }).ShouldBe("MEMTI4006");
        Code(static soc =>
        {
            soc.CompleteFrame();
            return default;
        }).ShouldBe("MEMTI4006");
    }

    [Fact]
    public void Firmware_that_catches_an_illegal_operation_may_go_on()
    {
        ScriptedFirmware firmware = ScriptedFirmware.PerFrame(static async (soc, frame) =>
        {
            try
            {
                await soc.Infer(2);
            }
            catch (MemtiException)
            {
                await soc.Load(0);
            }
        });

        Systems.Run(Systems.Hybrid(), Systems.Frames(10), firmware).Frames.Completed.ShouldBe(10);
    }

    [Fact]
    public void A_cancelled_run_says_so_and_not_that_the_firmware_failed()
    {
        using CancellationTokenSource source = new();
        SimulationOptions options = new() { Jump = false, ProgressEvery = 100, Progress = new Cancelling(source) };
        Simulator simulator = new(Systems.Hybrid(), Systems.Frames(1_000_000), new AlwaysOnFirmware(), options);

        Should.Throw<OperationCanceledException>(() => simulator.Run(source.Token));
        simulator.Heartbeat.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void After_the_run_the_hardware_answers_no_more()
    {
        ISystemOnChip? kept = null;
        ScriptedFirmware firmware = ScriptedFirmware.PerFrame((soc, _) =>
        {
            kept = soc;
            return default;
        });
        Systems.Run(Systems.Hybrid(), Systems.Frames(3), firmware);

        Should.Throw<MemtiException>(() => kept!.IsOn).Diagnostic.Code.ShouldBe("MEMTI4006");
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value) => source.Cancel();
    }
}
