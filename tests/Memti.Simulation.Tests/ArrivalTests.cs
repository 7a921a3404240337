using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Tests;

/// <summary>What arrives from outside: frames, and new shared weights.</summary>
public class ArrivalTests
{
    private const double Nanosecond = 1e-3;

    private static SystemDescription WithInput(params int[] bits)
    {
        SystemDescription system = Systems.Hybrid();
        MemoryUnit input = new()
        {
            Name = "input",
            Holds = MemoryContents.Input,
            Figures = Systems.Figures(isVolatile: false) with { Endurance = 1e6 }
        };
        return system with
        {
            Memories = [.. system.Memories, input],
            Tasks = [.. system.Tasks.Zip(bits, static (task, size) => task with { Input = DataSize.FromBits(size) })],
        };
    }

    private static MemoryTransfers Written(SimulationResult result, string memory) =>
        result.Transfers.Single(row => row.Memory == memory && row.Direction == TransferDirection.Write);

    [Fact]
    public void A_frame_is_written_once_for_all_its_inferences()
    {
        SimulationResult result = Systems.Run(WithInput(1_000, 3_000, 2_000), Systems.Frames(10));
        (Written(result, "input").Count, (long)Written(result, "input").Bits).ShouldBe((10, 30_000));
        result.Joules("input", EnergyCause.Input).ShouldBe(10 * 3_000 * 2e-12, 1e-15);
        result.Wear.Single(static wear => wear.Memory == "input").BitsWritten.ShouldBe(30_000);
    }

    [Fact]
    public void A_frame_is_written_for_the_tasks_that_it_has() =>
        ((long)Written(Systems.Run(WithInput(1_000, 3_000, 2_000), Systems.Frames(10, 0, 2)), "input").Bits).ShouldBe(20_000);

    [Fact]
    public void The_arrival_of_a_frame_takes_no_time() =>
        Systems.Run(WithInput(1_000_000, 0, 0), Systems.Frames(1)).Busy.Most
            .ShouldBe(Systems.Run(WithInput(0, 0, 0), Systems.Frames(1)).Busy.Most);

    [Fact]
    public void Shared_weights_are_deployed_where_they_lie()
    {
        Workload workload = Systems.Frames(3, 0) with { Deployments = [Deployment.OfShared(1)] };
        SimulationResult result = Systems.Run(Systems.Hybrid(), workload);
        result.Joules("shared", EnergyCause.Deploy).ShouldBe(16e-9, 1e-15);
        result.Joules("backing", EnergyCause.Deploy).ShouldBe(0);
        Written(result, "shared").Count.ShouldBe(1);
        result.UndeliveredDeployments.ShouldBe(0);
    }

    [Fact]
    public void Shared_weights_that_lie_in_the_backing_store_are_deployed_there()
    {
        SystemDescription system = Systems.Of(Systems.Hybrid().Tasks, Systems.Backing(MemoryContents.Shared), Systems.Working());
        Workload workload = Systems.Frames(3, 0) with { Deployments = [Deployment.OfShared(1)] };
        Systems.Run(system, workload).Joules("backing", EnergyCause.Deploy).ShouldBe(16e-9, 1e-15);
    }

    [Fact]
    public void A_live_copy_is_deployed_after_the_one_that_it_is_reloaded_from()
    {
        Workload workload = Systems.Frames(3, 0) with { Deployments = [Deployment.OfShared(1)] };
        SystemDescription system = Systems.Hybrid().WithVolatileShared();
        SimulationResult result = Systems.Run(system, workload);
        (result.Joules("backing", EnergyCause.Deploy), result.Joules("shared", EnergyCause.Deploy)).ShouldBe((16e-9, 16e-9));
        SimulationResult plain = Systems.Run(system, Systems.Frames(3, 0));
        (result.Busy.MeanSeconds - plain.Busy.MeanSeconds).ShouldBe(2e-6 / 3, 1e-12);
    }

    [Fact]
    public void A_copy_that_has_died_is_not_deployed()
    {
        Workload workload = Systems.Frames(3, 0) with { Deployments = [Deployment.OfShared(1)] };
        SimulationResult result = Systems.Run(Systems.Hybrid().WithVolatileShared(), workload, Systems.DutyCycle());
        result.PowerDowns.ShouldBe(3);
        (result.Joules("backing", EnergyCause.Deploy), result.Joules("shared", EnergyCause.Deploy)).ShouldBe((16e-9, 0));
    }

    [Fact]
    public void A_system_without_shared_weights_takes_none()
    {
        SystemDescription system = Systems.Hybrid() with { SharedSet = DataSize.Zero };
        Should.Throw<MemtiException>(() => Systems.Run(system, Systems.Frames(1, 0) with { Deployments = [Deployment.OfShared(0)] }))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.IllegalOperation);
    }
}
