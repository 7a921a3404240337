using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Processors;
using Memti.Simulation.Ledger;

namespace Memti.Simulation.PowerStates;

/// <summary>Power of one component in each state, and the cost of switching it on.</summary>
/// <param name="name">Name of the component.</param>
/// <param name="on">Power while on. Waking and active draw it too; what they cost on top is posted by the wake-up or the transfer.</param>
/// <param name="off">Power while off.</param>
/// <param name="retention">Power in retention.</param>
/// <param name="fromOff">Cost of switching on from off.</param>
/// <param name="fromRetention">Cost of switching on from retention.</param>
internal sealed class ComponentPower(
    string name,
    StatePower on,
    StatePower off,
    StatePower retention,
    WakeCost fromOff,
    WakeCost fromRetention)
{
    // By state: off, waking, on, active, retention.
    private readonly StatePower[] _drawn = [off, on, on, on, retention];
    private readonly WakeCost[] _costs = [fromOff, default, default, default, fromRetention];

    public string Name => name;

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

    /// <summary>The component on a rail of another voltage. The cost of switching on is work, which is scaled when it is done.</summary>
    public ComponentPower On(RailScale scale) => new(
        name,
        In(PowerState.On).On(scale),
        In(PowerState.Off).On(scale),
        In(PowerState.Retention).On(scale),
        From(PowerState.Off),
        From(PowerState.Retention));

    /// <summary>Power in a state.</summary>
    public ref readonly StatePower In(PowerState state) => ref _drawn[(int)state];

    /// <summary>Cost of switching on from a state; nothing from one that is on.</summary>
    public ref readonly WakeCost From(PowerState state) => ref _costs[(int)state];
}
