using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Tests.Supplies;

/// <summary>Steps of a power at one volt.</summary>
internal sealed class TestSource(params (double Seconds, double Watts)[] steps) : ISupplySource
{
    public string Summary => "test source";

    public long Steps => steps.Length;

    public SourceStep StepAt(long index) => new(
        double.IsInfinity(steps[index].Seconds) ? SimTime.MaxValue : SimTime.FromSeconds(steps[index].Seconds), 1, steps[index].Watts);
}
