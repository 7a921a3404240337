using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

/// <summary>Every transfer of parameters passes the ports and buses on its way; all memories move a bit in 125 ps, a set in 1 us.</summary>
public class PortTests
{
    private const double Nanosecond = 1e-3;

    private static SystemDescription Through(double readGigabytes, double writeGigabytes, SystemDescription system) => system with
    {
        Accelerator = system.Accelerator with
        {
            WeightPort = new(Bandwidth.FromGigabytesPerSecond(readGigabytes), Bandwidth.FromGigabytesPerSecond(writeGigabytes)),
        },
    };

    private static SystemDescription System(params (double Microseconds, int TaskBits)[] layers) =>
        Systems.Of([Systems.Task("a", 8000, layers), Systems.Task("b")], Systems.Working(), Systems.Backing());

    private static SystemDescription OffTheChip(SystemDescription system, string name) => system with
    {
        Memories = [.. system.Memories.Select(
            memory => memory.Name == name ? memory with { Figures = memory.Figures with { OnChip = false } } : memory)],
    };

    private static double Microseconds(SystemDescription system) => Systems.Run(system, Systems.Frames(1, 0)).Busy.Most.Microseconds;

    private static SystemDescription Serial(SystemDescription system) => system with { ReloadOverlapsInference = false };

    [Theory]
    [InlineData(0.25, 9, 4)]
    [InlineData(9, 0.5, 2)]
    [InlineData(9, 9, 1)]
    public void A_load_on_the_chip_is_as_slow_as_the_slowest_of_memories_and_port(double read, double write, double microseconds) =>
        Microseconds(Serial(Through(read, write, System((5, 8000))))).ShouldBe(5 + microseconds, Nanosecond);

    [Fact]
    public void A_load_from_off_the_chip_passes_only_the_write_side_of_the_port() =>
        Microseconds(Serial(Through(0.25, 0.5, OffTheChip(System((5, 8000)), "backing")))).ShouldBe(5 + 2, Nanosecond);

    [Fact]
    public void Memories_off_the_chip_pass_no_port() =>
        Microseconds(Serial(Through(0.1, 0.1, OffTheChip(OffTheChip(System((5, 8000)), "backing"), "task")))).ShouldBe(5 + 1, Nanosecond);

    [Fact]
    public void A_streamed_load_brings_weights_at_the_rate_of_the_port() =>
        // At 0.5 GB/s a quarter of the set takes 0.5 us and all of it 2 us; layer 2 could start at 0.4 us.
        Microseconds(Through(9, 0.5, System((0.4, 2000), (5, 6000)))).ShouldBe(5.4 + 1.6, Nanosecond);

    [Fact]
    public void A_streamed_load_out_of_a_memory_on_the_chip_shares_the_port_with_the_inference()
    {
        // 8,000 bits of load, and 8,000 task-specific and 8,000 shared ones that the inference reads: 24,000 bits at 1/3 GB/s.
        Microseconds(Through(1.0 / 3, 9, System((3, 0), (2.4, 8000)))).ShouldBe(9, Nanosecond);
    }

    [Fact]
    public void Reads_and_writes_of_an_inference_take_turns_with_a_load_on_a_bus_off_the_chip()
    {
        SystemDescription system = OffTheChip(System((5.4, 0)), "backing");
        TaskProgram task = system.Tasks[0]
            .Moving("backing", TransferDirection.Read, 20_000)
            .Moving("backing", TransferDirection.Write, 20_000);
        Microseconds(system with { Tasks = [task, system.Tasks[1]] }).ShouldBe(6, Nanosecond);
    }

    [Fact]
    public void Shared_weights_come_back_through_the_port()
    {
        SystemDescription system = Through(0.25, 9, Systems.Hybrid().WithVolatileShared());
        SimulationResult result = Systems.Run(Serial(system), Systems.Frames(1, 0));
        result.Busy.Most.Microseconds.ShouldBe(10 + 4 + 4, Nanosecond);
        result.Joules("backing", EnergyCause.Reload).ShouldBe(2 * 8e-9, 1e-15);
        result.Joules("shared", EnergyCause.Reload).ShouldBe(16e-9, 1e-15);
    }

    [Fact]
    public void The_break_even_time_knows_the_port()
    {
        double Transition(double read) =>
            Systems.Run(Serial(Through(read, 9, Systems.Hybrid().WithVolatileShared())), Systems.Frames(2, 0), Systems.DutyCycle())
            .LastPowerDownCost!.Value.Transition.Joules;
        double onWatts = 0.1 + (3 * 0.01) + 0.001;
        (Transition(0.25) - Transition(0.5)).ShouldBe(2 * 2e-6 * onWatts, 1e-12);
    }

    [Fact]
    public void A_deployment_into_a_memory_on_the_chip_passes_the_port()
    {
        SystemDescription system = Through(9, 0.25, System((5, 8000)));
        Workload workload = Systems.Frames(1, 0) with { Deployments = [new(0, 0)] };
        Systems.Run(Serial(system), workload).Busy.Most.Microseconds.ShouldBe(5 + 4 + 4, Nanosecond);
    }
}
