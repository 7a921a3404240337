using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Registers;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>One layer at work: the engine and the transfers go side by side; when the last is done, the layer is.</summary>
internal sealed class LayerExecution
{
    private readonly IDeviceHost _host;
    private readonly Frequency _clock;
    private readonly Action<LayerExecution> _done;
    private readonly List<(StallCounter Counter, SimTime Arrival)> _arrivals = [];
    private bool _isAbandoned;
    private int _waiting;

    private LayerExecution(IDeviceHost host, PlannedLayer layer, Frequency clock, UnitRegisters[] units, Action<LayerExecution> done)
    {
        (_host, Planned, _clock, Units, _done) = (host, layer, clock, units, done);
        Start = host.Now;
    }

    internal UnitRegisters[] Units { get; }

    internal SimTime Start { get; }

    internal PlannedLayer Planned { get; }

    internal LayerDemand Demand => Planned.Demand;

    /// <summary>Starts a layer.</summary>
    /// <param name="host">Time and memories.</param>
    /// <param name="planned">The layer.</param>
    /// <param name="counters">Where it counts the cycles that it waits.</param>
    /// <param name="clock">The clock of the engine.</param>
    /// <param name="units">The units that it takes.</param>
    /// <param name="done">Called when it is done.</param>
    internal static LayerExecution Begin(
        IDeviceHost host, PlannedLayer planned, LayerCounters counters, Frequency clock, UnitRegisters[] units, Action<LayerExecution> done)
    {
        (HardwareLayer layer, _, LayerDemand demand) = planned;
        var execution = new LayerExecution(host, planned, clock, units, done);
        foreach (StallCounter? counter in (ReadOnlySpan<StallCounter?>)[
            counters.Weights, counters.Parameters, counters.Input, counters.Operand, counters.Output])
            counter?.Put(0);
        execution.Expect(counters.Weights ?? counters.Parameters, callback => host.Schedule(demand.Engine, callback));
        execution.Pass(demand.FeaturesIn, counters.Input);
        execution.Pass(demand.FeaturesOut, counters.Output);
        execution.Read(layer.WeightAddress, demand.Weights, counters.Weights);
        execution.Read(layer.ParameterAddress, demand.Parameters, counters.Parameters);
        execution.Read(layer.InputAddress, demand.Input, counters.Input);
        execution.Read(layer.OperandAddress, demand.Operand, counters.Operand);
        execution.Expect(counters.Output, callback => host.Transfer(layer.OutputAddress, TransferDirection.Write, demand.Output, callback));
        return execution;
    }

    /// <summary>Writes the cycles that each stream of data came later than the multipliers were done.</summary>
    internal void Count()
    {
        foreach ((StallCounter counter, SimTime arrival) in _arrivals)
        {
            SimTime late = arrival - Start - Demand.Compute;
            if (late > SimTime.Zero)
                counter.Put((long)Math.Round(late.Seconds * _clock.Hertz));
        }
    }

    /// <summary>Ends the layer without a result. What arrives later for it is ignored.</summary>
    internal void Abandon() => _isAbandoned = true;

    private void Pass(SimTime port, StallCounter? counter)
    {
        if (port > SimTime.Zero)
            Expect(counter, callback => _host.Schedule(port, callback));
    }

    private void Read(ulong? address, DataSize size, StallCounter? counter)
    {
        if (address is { } start && size > DataSize.Zero)
            Expect(counter, callback => _host.Transfer(start, TransferDirection.Read, size, callback));
    }

    private void Expect(StallCounter? counter, Action<Action> begin)
    {
        _waiting++;
        begin(() =>
        {
            if (counter is { } known)
                _arrivals.Add((known, _host.Now));
            if (--_waiting == 0 && !_isAbandoned)
                _done(this);
        });
    }
}
