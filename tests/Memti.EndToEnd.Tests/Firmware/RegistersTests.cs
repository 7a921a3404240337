using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Scenarios;
using Memti.Scenarios.Designs;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Wear;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>The duty-cycle policy with inferences by plan, and with inferences through registers, on one system.</summary>
public sealed class RegistersTests
{
    private const int Tasks = 3;

    /// <summary>One cycle of the engine, 200 MHz: from the last interrupt of an inference to the driver's access.</summary>
    private const long Cycle = 5000;

    private static readonly Lazy<(SimulationResult Planned, SimulationResult Registers)> Runs = new(Run);

    [Fact]
    public void The_accelerator_works_as_long_as_its_plans_say_to_the_picosecond() =>
        Active(Runs.Value.Registers).ShouldBe(Active(Runs.Value.Planned));

    [Fact]
    public void A_frame_is_longer_by_the_cycle_in_which_the_driver_hears_of_the_end()
    {
        (SimulationResult planned, SimulationResult registers) = Runs.Value;
        (registers.Busy.Least - planned.Busy.Least).Picoseconds.ShouldBe(Tasks * Cycle);
        (registers.Busy.Most - planned.Busy.Most).Picoseconds.ShouldBe(Tasks * Cycle);
        registers.Frames.ShouldBe(planned.Frames);
    }

    [Fact]
    public void Inferences_transfers_and_wear_are_those_of_the_plans()
    {
        (SimulationResult planned, SimulationResult registers) = Runs.Value;
        registers.Inferences.ShouldBe(planned.Inferences);
        registers.Transfers.Select(static one => (one.Memory, one.Direction, one.Bits))
            .ShouldBe(planned.Transfers.Select(static one => (one.Memory, one.Direction, one.Bits)));
        registers.Wear.SelectMany(Writes).ShouldBe(planned.Wear.SelectMany(Writes));
    }

    private static IEnumerable<(string Memory, Int128 Bits, string Region, long Writes)> Writes(MemoryWear wear) =>
        wear.Regions.Select(region => (wear.Memory, wear.BitsWritten, region.Name, region.Writes));

    private static Int128 Active(SimulationResult run) => run.Residency
        .Single(static one => one is { Component: 0, State: PowerState.Active }).Picoseconds;

    private static (SimulationResult Planned, SimulationResult Registers) Run()
    {
        ScenarioResult read = new ScenarioReader(new CatalogKinds(Pipeline.Plugins)).ReadFile(NodeFirmware.Scenario, []);
        IReadOnlyList<DesignScenario> designs = read.Scenario.ShouldNotBeNull(string.Join('\n', read.Findings)).Designs;
        return (ResultOf("managed"), ResultOf("registers"));

        SimulationResult ResultOf(string name)
        {
            DesignScenario design = designs.Single(one => one.Name == name);
            return new DesignRunner(Pipeline.Plugins).Run(new DesignPlanner(Pipeline.Plugins).Plan(design, seed: 1)).Workload;
        }
    }
}
