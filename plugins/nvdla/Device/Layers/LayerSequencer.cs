using Memti.Abstractions.Devices;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>
/// Starts layers: one at a time, in the order in which they became complete, each when all its units have their next group enabled and
/// the one before it is done. Tells the system when the device works and what energy each layer took.
/// </summary>
internal sealed class LayerSequencer(
    EngineUnits units, IDeviceHost host, ILayerTiming timing, NvdlaOptions options, InterruptRegisters interrupts)
{
    private readonly LayerDecoder _decoder = new(units);
    private readonly Queue<bool> _heads = new(2);
    private LayerExecution? _running;
    private bool _isBusy;

    internal bool IsIdle => _running is null;

    /// <summary>True when some unit waits for others to begin a layer.</summary>
    internal bool IsPrepared => units.AreReady;

    /// <summary>A unit has been enabled, or a layer is done: looks what can start.</summary>
    internal void Look()
    {
        Note(ofSdp: true, FusedLayer.OfSdp(units));
        Note(ofSdp: false, FusedLayer.OfPdp(units));
        if (_running is null && _heads.TryDequeue(out bool ofSdp))
            Start(ofSdp);
    }

    /// <summary>Ends the layer at work, if there is one, and forgets those that wait.</summary>
    internal void Abandon()
    {
        _heads.Clear();
        if (_running is not { } layer)
            return;
        layer.Abandon();
        _running = null;
        host.Spend(timing.AbandonedWork(layer.Planned, host.Now - layer.Start));
        Rest();
    }

    private void Note(bool ofSdp, UnitRegisters[]? needed)
    {
        if (needed is not null && !_heads.Contains(ofSdp))
            _heads.Enqueue(ofSdp);
    }

    private void Start(bool ofSdp)
    {
        UnitRegisters[] needed = (ofSdp ? FusedLayer.OfSdp(units) : FusedLayer.OfPdp(units))!;
        HardwareLayer layer = ofSdp ? _decoder.OfSdp() : _decoder.OfPdp();
        LayerMemories memories = MemoriesOf(layer);
        var planned = new PlannedLayer(layer, memories, timing.Of(layer, memories));
        foreach (UnitRegisters unit in needed)
            unit.IsBusy = true;
        Work(layer.First);
        LayerCounters counters = ofSdp ? LayerCounters.OfSdp(units) : LayerCounters.OfPdp(units);
        _running = LayerExecution.Begin(host, planned, counters, options.Clock, needed, Finish);
    }

    private void Work(bool startsInference)
    {
        if (!_isBusy || startsInference)
            host.SetBusy(true, startsInference);
        _isBusy = true;
    }

    private void Rest()
    {
        if (_running is not null)
            return;
        _isBusy = false;
        host.SetBusy(false);
    }

    private LayerMemories MemoriesOf(HardwareLayer layer) => new()
    {
        Weights = Memory(layer.WeightAddress),
        Parameters = Parameters(layer),
        Input = host.MemoryAt(layer.InputAddress).Port,
        Operand = Memory(layer.OperandAddress)?.Port,
        Output = host.MemoryAt(layer.OutputAddress).Port,
    };

    private DeviceMemory? Memory(ulong? address) => address is { } start ? host.MemoryAt(start) : null;

    /// <summary>The time model knows one memory of parameters beside that of the kernels.</summary>
    private DeviceMemory? Parameters(HardwareLayer layer)
    {
        DeviceMemory? memory = Memory(layer.ParameterAddress);
        if (layer.MoreParametersAddress is { } more && host.MemoryAt(more) is var other && other != memory)
            throw RegisterErrors.Contradiction(
                "SDP_RDMA.D_BN_BASE_ADDR", $"in memory '{other.Port.Memory}'", "the memory of D_BS_BASE_ADDR");
        return memory;
    }

    private void Finish(LayerExecution layer)
    {
        layer.Count();
        uint bits = 0;
        foreach (UnitRegisters unit in layer.Units)
            bits |= InterruptBits.Of(unit.Description.Name, unit.Finish());
        _running = null;
        host.Spend(timing.Work(layer.Demand, host.Now - layer.Start));
        Look();
        Rest();
        interrupts.Raise(bits);
    }
}
