using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

public class WearTests
{
    private static SystemDescription OneSlot() => Systems.Of(Systems.Hybrid().Tasks, Systems.Working(isVolatile: false), Systems.Backing());

    [Fact]
    public void A_slot_rewritten_for_each_task_wears_by_one_write_each_time()
    {
        MemoryWear wear = Systems.Run(OneSlot(), Systems.Frames(1000)).Wear[0];

        wear.BitsWritten.ShouldBe((Int128)3000 * Systems.SetBits);
        wear.Rewrites.ShouldBe(3000);
        wear.MostWritten!.Name.ShouldBe("slot 0");
    }

    [Fact]
    public void A_deployment_writes_every_memory_that_holds_the_task()
    {
        SystemDescription system = Systems.Of(Systems.Hybrid().Tasks, Systems.Working(isVolatile: false, resident: 3), Systems.Backing());
        Workload workload = Systems.Frames(100) with { Deployments = [new(10, 1), new(50, 1), new(60, 2)] };

        SimulationResult result = Systems.Run(system, workload);

        result.Wear[0].Rewrites.ShouldBe(2);
        result.Wear[0].MostWritten.ShouldBe(new RegionWear("slot 1", 2, 2, null, null));
        result.Wear[1].BitsWritten.ShouldBe((Int128)3 * Systems.SetBits);
        result.Joules("task", EnergyCause.Deploy).ShouldBe(3 * 16e-9, 1e-15);
        result.Joules("backing", EnergyCause.Deploy).ShouldBe(3 * 16e-9, 1e-15);
        result.Busy.Most.Microseconds.ShouldBe(32, 1e-6);
        result.UndeliveredDeployments.ShouldBe(0);
    }

    [Fact]
    public void A_deployment_with_a_skipped_frame_comes_with_the_next_one()
    {
        SystemDescription slow = Systems.Of([Systems.Task("slow", layers: (2000, 0))], Systems.Backing());
        SimulationResult result = Systems.Run(slow, Systems.Frames(10, 0) with { Deployments = [new(1, 0), new(9, 0)] });

        result.Transfers.Single(static row => row is { Memory: "backing", Direction: TransferDirection.Write }).Count.ShouldBe(1);
        result.UndeliveredDeployments.ShouldBe(1);
    }

    [Fact]
    public void Features_wear_their_first_cells_once_per_layer()
    {
        TaskProgram task = Systems.Task("a").Moving("features", TransferDirection.Write, 200);
        MemoryFigures figures = Systems.Figures(isVolatile: false) with { Endurance = 1e9 };
        MemoryUnit features = new() { Name = "features", Holds = MemoryContents.Activations, Figures = figures };

        MemoryWear wear = Systems.Run(Systems.Of([task], Systems.Backing(), features), Systems.Frames(10, 0)).Wear[1];

        wear.Rewrites.ShouldBe(20);
        wear.BitsWritten.ShouldBe((Int128)2000);
    }
}
