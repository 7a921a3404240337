using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Bus;

/// <summary>
/// The way in and out of one memory. Transfers wait for each other; on the chip reads and writes go side by side, off the chip they take turns
/// on one bus. The end of a transfer is worked out from all that moved since the memory was last idle, so that cutting data into transfers
/// rounds no differently than moving it at once: bits / rate, up to a whole picosecond.
/// </summary>
internal sealed class MemoryChannel(MemoryPort port)
{
    private Backlog _read;
    private Backlog _write;

    public MemoryPort Port => port;

    /// <summary>Takes a transfer on.</summary>
    /// <returns>When its last bit has moved.</returns>
    public SimTime Enqueue(SimTime now, TransferDirection direction, DataSize size)
    {
        bool reads = direction == TransferDirection.Read;
        Bandwidth rate = reads ? port.Read : port.Write;
        if (size > DataSize.Zero && !(rate.BytesPerSecond > 0))
            throw new MemtiException(DiagnosticCode.BadMemoryFigure, $"memory '{port.Memory}' has to move data, and its rate is not above zero.");
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
        _read = new Backlog(_read.Start, read, end);
        _write = new Backlog(_read.Start, written, end);
        return end;
    }

    private static SimTime Time(DataSize size, Bandwidth rate) => size == DataSize.Zero ? SimTime.Zero : size / rate;

    /// <summary>What moves without a pause: since when, how much, until when.</summary>
    private readonly record struct Backlog(SimTime Start, DataSize Bits, SimTime End);
}
