using Memti.Abstractions.Devices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Device.Registers;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>
/// A driver that runs inferences through the registers, as firmware would: it programs the first two layers, and each time a layer is
/// done, clears its interrupt and programs the one after next into the group that became free, while the next one already runs. Its
/// writes take no time; from an interrupt to its first access passes one cycle of the engine.
/// </summary>
internal sealed class RegisterDriver : IInferenceDriver
{
    /// <summary>Layers that are programmed and not done: one per register group.</summary>
    private const int Depth = 2;

    private readonly IBus _bus;
    private readonly ulong _base;
    private readonly NvdlaOptions _options;
    private readonly SimTime _latency;
    private readonly ulong _mask;
    private readonly ulong _status;
    private readonly Dictionary<(Network Network, NetworkAddresses Addresses), IReadOnlyList<LayerProgram>> _programs = [];
    private readonly Dictionary<uint, uint> _groups = [];
    private readonly Queue<uint> _outstanding = new(Depth);
    private readonly Action _serve;
    private IReadOnlyList<LayerProgram> _layers = [];
    private Action? _completed;
    private int _next;

    /// <summary>Makes a driver.</summary>
    /// <param name="bus">The bus that the device is on.</param>
    /// <param name="baseAddress">Where the device's window starts.</param>
    /// <param name="options">The engine of the device.</param>
    internal RegisterDriver(IBus bus, ulong baseAddress, NvdlaOptions options)
    {
        ArgumentNullException.ThrowIfNull(bus);
        (_bus, _base, _options, _serve) = (bus, baseAddress, options, Serve);
        // In the cycle of the interrupt itself a clear would be lost.
        _latency = new ClockEdges(options.Clock).Period;
        _mask = baseAddress + NvdlaRegisters.Offset(options.RegisterMap, "GLB", "S_INTR_MASK");
        _status = baseAddress + NvdlaRegisters.Offset(options.RegisterMap, "GLB", "S_INTR_STATUS");
    }

    /// <inheritdoc />
    /// <remarks>Whatever ran before, each unit goes on with the group that is next for it.</remarks>
    /// <exception cref="MemtiException"><see cref="NvdlaCodes.LayerNotProgrammable"/>, or what the device refuses.</exception>
    public void Begin(Network network, NetworkAddresses addresses, Action completed)
    {
        ArgumentNullException.ThrowIfNull(completed);
        _layers = ProgramOf(network, addresses);
        (_completed, _next) = (completed, 0);
        _groups.Clear();
        _outstanding.Clear();
        _bus.Write(_mask, ~NetworkProgram.LastUnits);
        _bus.Write(_status, uint.MaxValue);
        for (int layer = 0; layer < Depth; layer++)
            ProgramNext();
    }

    /// <inheritdoc />
    public void Interrupt(bool active)
    {
        if (active && _outstanding.Count > 0)
            _bus.Schedule(_latency, _serve);
    }

    private IReadOnlyList<LayerProgram> ProgramOf(Network network, NetworkAddresses addresses)
    {
        if (!_programs.TryGetValue((network, addresses), out IReadOnlyList<LayerProgram>? program))
            _programs[(network, addresses)] = program = NetworkProgram.Of(_options, network, addresses);
        return program;
    }

    private void Serve()
    {
        uint status = _bus.Read(_status);
        _bus.Write(_status, status);
        for (int known = _outstanding.Count; known > 0 && (status & _outstanding.Peek()) != 0; known--)
        {
            _outstanding.Dequeue();
            ProgramNext();
        }

        if (_outstanding.Count == 0)
            End();
        else if ((_bus.Read(_status) & NetworkProgram.LastUnits) != 0)
            _bus.Schedule(_latency, _serve);
    }

    private void End()
    {
        // Taken before the call, because the callback may begin the next inference.
        Action? completed = _completed;
        _completed = null;
        completed?.Invoke();
    }

    private void ProgramNext()
    {
        if (_next == _layers.Count)
            return;
        LayerProgram layer = _layers[_next++];
        foreach (uint select in layer.Select)
            Write(select, Group(select));
        foreach ((uint offset, uint value) in layer.Writes)
            Write(offset, value);
        foreach (uint enable in layer.Enable)
            Write(enable, 1);
        _outstanding.Enqueue(Group(layer.Select[0]) == 0 ? layer.DoneGroup0 : layer.DoneGroup1);
        foreach (uint select in layer.Select)
            _groups[select] = 1 - Group(select);
    }

    /// <summary>The group that a unit takes next: after its first use, the other one each time.</summary>
    private uint Group(uint select)
    {
        if (!_groups.TryGetValue(select, out uint group))
            _groups[select] = group = _bus.Read(_base + select) >> 16;
        return group;
    }

    private void Write(uint offset, uint value) => _bus.Write(_base + offset, value);
}
