namespace Memti.Abstractions.Supplies;

/// <summary>
/// A part of the supply of a system. A plugin implements one of the three roles: <see cref="ISupplySource"/>,
/// <see cref="ISupplyConverter"/> or <see cref="ISupplyStorage"/>. A supply is a chain: source, converter (the charger), storage,
/// converter (the regulator), load.
/// </summary>
/// <remarks>
/// Between two events every power of the chain is constant. A part answers with closed forms over such a stretch, so the host takes no
/// time step: it predicts the next event, and asks again when a power changes. Members are called on the thread of the run, thousands of
/// times per simulated second: they must not allocate, and equal arguments must give equal answers.
/// </remarks>
public interface ISupply
{
    /// <summary>What it is, on one line for reports, with what scales it: <c>outdoor.csv, panel of 4 cm2</c>.</summary>
    string Summary { get; }
}
