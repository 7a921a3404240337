using Memti.Abstractions.Units;

namespace Memti.Simulation.Traces;

/// <summary>Energy and power of a machine at the present moment. Reading them changes no result.</summary>
public interface IEnergyTotals
{
    /// <summary>
    /// Energy of a component since the start of the run: what is posted, and the part of activities under way that is done.
    /// </summary>
    /// <param name="component">Id of a component with power.</param>
    Energy EnergyOf(int component);

    /// <summary>Power of a component's state, without the activities that use it.</summary>
    /// <param name="component">Id of a component with power.</param>
    Power PowerOf(int component);

    /// <summary>Power of the whole machine, activities included.</summary>
    Power Total { get; }
}
