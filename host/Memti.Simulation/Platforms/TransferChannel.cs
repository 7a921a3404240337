using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Components;

namespace Memti.Simulation.Platforms;

/// <summary>The data channel of one memory for transfers of devices: it decides when each transfer has the memory for itself.</summary>
internal sealed class TransferChannel
{
    private readonly Machine _machine;
    private readonly MemoryPort _port;
    private readonly TransferQueue _reads;
    private readonly TransferQueue _writes;
    private MemoryChannel _channel;
    private SimTime _readsEnd;
    private SimTime _writesEnd;

    /// <param name="machine">The machine.</param>
    /// <param name="port">The memory and its rates.</param>
    /// <param name="lost">Runs when a transfer ends early because the memory lost power.</param>
    public TransferChannel(Machine machine, MemoryPort port, Action lost)
    {
        (_machine, _port, _channel) = (machine, port, new(port));
        _reads = new(machine, lost);
        // Off the chip both directions take turns on one bus.
        _writes = port.OnChip ? new(machine, lost) : _reads;
    }

    /// <summary>Adds a transfer.</summary>
    /// <param name="direction">Read or write, seen from the memory.</param>
    /// <param name="size">Amount of data.</param>
    /// <param name="plan">Its energy and effects.</param>
    /// <param name="completed">Runs at its end, never within this call.</param>
    public void Add(TransferDirection direction, DataSize size, ActivityPlan plan, Action completed)
    {
        bool reads = direction == TransferDirection.Read || !_port.OnChip;
        SimTime now = SimTime.FromPicoseconds((long)_machine.Clock.Elapsed);
        SimTime begin = SimTime.Max(now, reads ? _readsEnd : _writesEnd);
        SimTime end = _channel.Enqueue(now, direction, size);
        (_readsEnd, _writesEnd) = reads ? (end, _writesEnd) : (_readsEnd, end);
        (reads ? _reads : _writes).Add(plan, (end - begin).Picoseconds, completed);
    }

    /// <summary>Ends all transfers. Nobody is called.</summary>
    public void Abort()
    {
        _reads.Abort();
        _writes.Abort();
        (_channel, _readsEnd, _writesEnd) = (new(_port), SimTime.Zero, SimTime.Zero);
    }
}
