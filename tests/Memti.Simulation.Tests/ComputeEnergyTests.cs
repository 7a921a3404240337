using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

/// <summary>What of the accelerator's energy is computing, and what is clock and leakage; the sum is neither's business.</summary>
public sealed class ComputeEnergyTests
{
    /// <summary>Inferences of 10 us at 100 mW, which is 1 uJ, and 0.7 uJ on top: 1.7 uJ each.</summary>
    [Theory]
    [InlineData(null, 700)] // a plan that does not say computes with what comes on top
    [InlineData(0.0, 0)]
    [InlineData(300.0, 300)]
    [InlineData(1500.0, 1500)]
    [InlineData(1700.0, 1700)]
    [InlineData(9000.0, 1700)] // never more than the inference takes
    public void Operations_are_compute_and_the_rest_is_clock(double? nanojoules, double compute)
    {
        SimulationResult result = Run(nanojoules);
        result.Joules("accelerator", EnergyCause.Compute).ShouldBe(6 * compute * 1e-9, 1e-15);
        // Six frames of 1 ms at 100 mW, and what comes on top.
        result.Joules("accelerator", EnergyCause.Clock).ShouldBe((0.1 * 6e-3) + (6 * (700 - compute) * 1e-9), 1e-15);
        result.Joules("accelerator", EnergyCause.Leakage).ShouldBe(0);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1500.0)]
    [InlineData(9000.0)]
    public void Neither_the_sum_nor_the_integral_moves(double nanojoules)
    {
        SimulationResult split = Run(nanojoules);
        SimulationResult plain = Run(null);
        Sum(split).ShouldBe(Sum(plain));
        split.Integral.ShouldBe(plain.Integral);
    }

    [Fact]
    public void No_cause_of_any_frame_is_ever_negative()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            (SystemDescription system, Workload workload, IFirmware firmware) = RandomRuns.Of(seed);
            Systems.Run(system, workload, firmware, new SimulationOptions
            {
                Trace = (frame, postings) =>
                {
                    foreach (EnergyPosting posting in postings)
                        (posting.Rontojoules >= 0).ShouldBeTrue($"seed {seed}, frame {frame}: {posting}");
                },
            });
        }
    }

    private static Int128 Sum(SimulationResult result) =>
        result.Ledger.Aggregate(Int128.Zero, static (sum, posting) => sum + posting.Rontojoules);

    private static SimulationResult Run(double? nanojoules)
    {
        TaskProgram task = Systems.Task("a");
        Energy? compute = nanojoules is { } some ? Energy.FromNanojoules(some) : null;
        return Systems.Run(
            Systems.Of([task with { Plan = task.Plan with { ComputeEnergy = compute } }], Systems.Backing()), Systems.Frames(6, 0));
    }
}
