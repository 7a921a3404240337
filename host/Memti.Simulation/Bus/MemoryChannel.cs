using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Bus;

/// <summary>
/// The data channel of one memory. Transfers queue: an on-chip memory has one queue for reads and one for writes, an off-chip memory one
/// for both. The end of a transfer follows from all bits since the channel was last idle, so that splitting data into transfers causes no
/// extra rounding: bits / rate, rounded up to a whole picosecond.
/// </summary>
internal sealed class MemoryChannel(MemoryPort port)
{
    private Backlog _read;
    private Backlog _write;

    /// <summary>Adds a transfer.</summary>
    /// <returns>The moment at which its last bit has moved.</returns>
    public SimTime Enqueue(SimTime now, TransferDirection direction, DataSize size)
    {
        bool reads = direction == TransferDirection.Read;
        Bandwidth rate = reads ? port.Read : port.Write;
        if (size > DataSize.Zero && !(rate.BytesPerSecond > 0))
            throw new MemtiException(
                DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' has to move data, and its rate is not above zero.");
        if (port.OnChip)
            return reads ? Alone(ref _read, now, size, rate) : Alone(ref _write, now, size, rate);
        return TakingTurns(now, reads, size);
    }

    private static SimTime Alone(ref Backlog backlog, SimTime now, DataSize size, Bandwidth rate)
    {
        if (now >= backlog.End)
            backlog = new Backlog(now, DataSize.Zero, now);
        DataSize bits = backlog.Bits + size;
        SimTime end = backlog.Start + Time(bits, rate);
        backlog = new Backlog(backlog.Start, bits, end);
        return end;
    }

    private SimTime TakingTurns(SimTime now, bool reads, DataSize size)
    {
        if (now >= _read.End)
            _read = _write = new Backlog(now, DataSize.Zero, now);
        DataSize read = _read.Bits + (reads ? size : DataSize.Zero);
        DataSize written = _write.Bits + (reads ? DataSize.Zero : size);
        SimTime end = _read.Start + Time(read, port.Read) + Time(written, port.Write);
        // Both directions share one start and one end: the bus is idle only when both are.
        _read = new Backlog(_read.Start, read, end);
        _write = new Backlog(_read.Start, written, end);
        return end;
    }

    private static SimTime Time(DataSize size, Bandwidth rate) => size == DataSize.Zero ? SimTime.Zero : size / rate;

    /// <summary>Transfers without a pause: their start, their bits so far, and their end.</summary>
    private readonly record struct Backlog(SimTime Start, DataSize Bits, SimTime End);
}
