using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class WakeAheadTests
{
    /// <summary>Wakes in 3 us, infers in 10.</summary>
    private static SystemDescription System() => Systems.Of([Systems.Task("a")], Systems.Backing());

    private static SimulationResult Run(bool ahead, Workload? workload = null) =>
        Systems.Run(System(), workload ?? Systems.Frames(1000, 0), new DutyCycleFirmware(new() { WakeAhead = ahead }));

    [Fact]
    public void The_system_is_on_when_the_frame_starts()
    {
        Run(ahead: false).Busy.Most.Microseconds.ShouldBe(13, 1e-6);
        Run(ahead: true).Busy.Most.Microseconds.ShouldBe(10, 1e-6);
    }

    [Fact]
    public void Waking_early_takes_as_much_energy_as_waking_late_would()
    {
        (SimulationResult late, SimulationResult ahead) = (Run(ahead: false), Run(ahead: true));

        // The first frame finds the system on; ahead, the last wake-up is for a frame after the run. A store in retention that waits the
        // same 3 us for the accelerator, either way.
        ahead.Wakes.ShouldBe(1000);
        late.Wakes.ShouldBe(999);
        (ahead.Energy - late.Energy).Joules.ShouldBe(120e-9 + (3e-6 * (111e-3 - 170e-6)), 1e-12);
    }

    [Fact]
    public void Frames_that_a_wake_up_makes_late_are_in_time()
    {
        // 10 us of work in slots of 12 us: below the break-even gap, so powering down is forced.
        Workload tight = Systems.Frames(100, 0) with { FrameRate = new(1_000_000, 18) };
        ScriptedFirmware late = Forced(ahead: false);
        ScriptedFirmware early = Forced(ahead: true);

        Systems.Run(System(), tight with { FrameRate = new(1_000_000, 12) }, late).Frames.Late.ShouldBeGreaterThan(0);
        Systems.Run(System(), tight, early).Frames.Met.ShouldBe(100);
        Run(ahead: true, tight with { FrameRate = new(1_000_000, 12) }).PowerDowns.ShouldBe(0);
    }

    private static ScriptedFirmware Forced(bool ahead) => ScriptedFirmware.PerFrame(async (soc, frame) =>
    {
        await soc.Wake();
        await soc.Infer(0);
        await soc.PowerDown(retain: false);
        if (!ahead)
            return;
        await soc.WaitBeforeNextFrame(soc.TimeToWake(MemorySet.All));
        await soc.Wake();
    });

    [Fact]
    public void A_wait_ends_at_once_when_its_moment_has_passed()
    {
        List<SimTime> moments = [];
        Systems.Run(System(), Systems.Frames(2, 0), ScriptedFirmware.PerFrame(async (soc, frame) =>
        {
            await soc.WaitBeforeNextFrame(SimTime.FromMilliseconds(2));
            moments.Add(soc.Now);
            await soc.WaitBeforeNextFrame(SimTime.FromMilliseconds(0.25));
            moments.Add(soc.Now);
        }));

        moments.ShouldBe([.. new[] { 0, 0.75, 1, 1.75 }.Select(static time => SimTime.FromMilliseconds(time))]);
    }

    [Fact]
    public void A_wait_until_after_the_start_is_illegal() =>
        Should.Throw<MemtiException>(() => Systems.Run(System(), Systems.Frames(1, 0), ScriptedFirmware.PerFrame(
            static (soc, _) => soc.WaitBeforeNextFrame(SimTime.FromPicoseconds(-1))))).Diagnostic.Code.ShouldBe("MEMTI4006");

    [Fact]
    public void Only_the_memories_of_the_next_frame_wake_ahead()
    {
        TaskProgram task = Systems.Task("a").Moving("task", TransferDirection.Read, 100);
        SystemDescription system = Systems.Of([task], Systems.Working(isVolatile: false), Systems.Backing());
        SimulationResult result = Systems.Run(
            system, Systems.Frames(100, 0), new DutyCycleFirmware(new() { WakeAhead = true, SleepUnusedMemories = true }));

        result.Joules("backing", EnergyCause.WakeUp).ShouldBe(0);
        result.Joules("task", EnergyCause.WakeUp).ShouldBe(100 * 50e-9, 1e-15);
        result.Busy.Most.Microseconds.ShouldBe(10, 1e-6);
    }
}
