using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.ImcCluster.Options;

namespace Memti.Plugins.ImcCluster.Device;

/// <summary>
/// A driver that runs inferences through the registers: it programs a layer, waits for its event, clears it and programs the next. From an
/// interrupt to its first access passes one cycle; its writes take no time.
/// </summary>
internal sealed class ClusterDriver : IInferenceDriver
{
    private readonly IBus _bus;
    private readonly ulong _base;
    private readonly SimTime _latency;
    private readonly Func<Network, NetworkAddresses, IReadOnlyList<LayerProgram>> _programOf;
    private readonly Dictionary<(Network Network, NetworkAddresses Addresses), IReadOnlyList<LayerProgram>> _programs = [];
    private readonly Action _serve;
    private IReadOnlyList<LayerProgram> _layers = [];
    private Action? _completed;
    private int _next;

    internal ClusterDriver(
        IBus bus,
        ulong baseAddress,
        ImcClusterOptions options,
        Func<Network, NetworkAddresses, IReadOnlyList<LayerProgram>> programOf)
    {
        ArgumentNullException.ThrowIfNull(bus);
        (_bus, _base, _programOf, _serve) = (bus, baseAddress, programOf, Serve);
        _latency = options.Clock.Cycles(1);
    }

    /// <inheritdoc />
    public void Begin(Network network, NetworkAddresses addresses, Action completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        if (!_programs.TryGetValue((network, addresses), out IReadOnlyList<LayerProgram>? program))
            _programs[(network, addresses)] = program = _programOf(network, addresses);
        (_layers, _next, _completed) = (program, 0, completed);
        ProgramNext();
    }

    /// <inheritdoc />
    public void Interrupt(bool active)
    {
        if (active && _completed is not null)
            _bus.Schedule(_latency, _serve);
    }

    private void Serve()
    {
        _bus.Write(_base + ClusterRegisters.Event, 1);
        if (_next < _layers.Count)
        {
            ProgramNext();
            return;
        }

        // Taken before the call, because the callback may begin the next inference.
        Action? completed = _completed;
        _completed = null;
        completed?.Invoke();
    }

    private void ProgramNext()
    {
        LayerProgram layer = _layers[_next++];
        foreach ((uint offset, uint value) in layer.Writes)
            _bus.Write(_base + offset, value);
        foreach (uint enable in layer.Enable)
            _bus.Write(_base + enable, 1);
    }
}
