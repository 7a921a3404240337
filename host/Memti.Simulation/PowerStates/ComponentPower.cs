using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Processors;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>Power of one component in each state, and the cost of switching it on.</summary>
internal sealed record ComponentPower(
    string Name,
    StatePower On,
    StatePower Off,
    StatePower Retention,
    WakeCost FromOff,
    WakeCost FromRetention)
{
    public static ComponentPower Of(string name, AcceleratorFigures figures) => new(
        name,
        StatePower.Of(EnergyCause.Clock, Quantity.Watts(figures.OnPower, name, "an on power of"), 0),
        StatePower.Of(EnergyCause.Off, Quantity.Watts(figures.OffPower, name, "an off power of"), 0),
        default,
        WakeCost.Of(figures.WakeLatency, figures.WakeEnergy, name, "a wake energy of"),
        default);

    public static ComponentPower Of(string name, MemoryFigures figures) => new(
        name,
        StatePower.Of(
            EnergyCause.Leakage,
            Quantity.Watts(figures.OnPower, name, "an on power of"),
            Quantity.Watts(figures.RefreshPower, name, "a refresh power of")),
        StatePower.Of(EnergyCause.Off, Quantity.Watts(figures.OffPower, name, "an off power of"), 0),
        StatePower.Of(
            EnergyCause.Retention,
            Quantity.Watts(figures.RetentionPower, name, "a retention power of"),
            Quantity.Watts(figures.RetentionRefreshPower, name, "a self-refresh power of")),
        WakeCost.Of(figures.WakeLatency, figures.WakeEnergy, name, "a wake energy of"),
        WakeCost.Of(figures.RetentionExitLatency, figures.RetentionExitEnergy, name, "a retention exit energy of"));

    public static ComponentPower Of(string name, ProcessorFigures figures) => new(
        name,
        StatePower.Of(EnergyCause.Leakage, Quantity.Watts(figures.OnPower, name, "an on power of"), 0),
        StatePower.Of(EnergyCause.Off, Quantity.Watts(figures.OffPower, name, "an off power of"), 0),
        default,
        WakeCost.Of(figures.WakeLatency, figures.WakeEnergy, name, "a wake energy of"),
        default);

    public StatePower In(PowerState state) => state switch
    {
        PowerState.Off => Off,
        PowerState.Retention => Retention,
        // Waking and active draw the on power; what they cost on top is posted by the wake-up or the transfer.
        _ => On,
    };

    public WakeCost From(PowerState state) => state switch
    {
        PowerState.Off => FromOff,
        PowerState.Retention => FromRetention,
        _ => default,
    };
}
