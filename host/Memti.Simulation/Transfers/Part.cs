using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Transfers;

/// <summary>A memory with its place in a system.</summary>
/// <param name="memory">Index among the memories.</param>
/// <param name="component">Id among the components.</param>
/// <param name="unit">The memory.</param>
/// <param name="port">The accelerator's parameter port for a memory on its die; null when only the memory limits a transfer.</param>
internal sealed class Part(int memory, int component, MemoryUnit unit, AcceleratorPort? port)
{
    public int Memory => memory;

    public int Component => component;

    public MemoryUnit Unit => unit;

    public AcceleratorPort? Port => port;

    public MemoryFigures Figures { get; } = unit.Figures;

    public bool Holds(MemoryContents role) => (Unit.Holds & role) != 0;

    public double ReadJoules(long bits) => bits * Quantity.Joules(Figures.SustainedReadPerBit, Unit.Name, "a read energy per bit of");

    public double WriteJoules(long bits) => bits * Quantity.Joules(Figures.WritePerBit, Unit.Name, "a write energy per bit of");

    /// <summary>Read time at the memory's own rate.</summary>
    public long ReadTime(long bits) => Time(bits, Figures.SustainedRead, "read");

    /// <summary>Write time at the memory's own rate.</summary>
    public long WriteTime(long bits) => Time(bits, Figures.Write, "write");

    /// <summary>Read time of parameters: the slower of memory and port decides.</summary>
    public long OutTime(long bits) => Math.Max(ReadTime(bits), Port is { } port ? Time(bits, port.Read, "port read") : 0);

    /// <summary>Write time of parameters: the slower of memory and port decides.</summary>
    public long InTime(long bits) => Math.Max(WriteTime(bits), PortInTime(bits));

    /// <summary>Write time of parameters at the port; zero without one.</summary>
    public long PortInTime(long bits) => Port is { } port ? Time(bits, port.Write, "port write") : 0;

    private long Time(long bits, Bandwidth rate, string what)
    {
        if (bits == 0)
            return 0;
        double picoseconds = bits / 8.0 / rate.BytesPerSecond * 1e12;
        if (!(rate.BytesPerSecond > 0 && picoseconds < RunLimits.LongestStep))
            throw TooSlow(FormattableString.Invariant($"a {what} rate of {rate.BytesPerSecond} byte/s"));
        return (DataSize.FromBits(bits) / rate).Picoseconds;
    }

    private MemtiException TooSlow(string rate) =>
        new(new Diagnostic(DiagnosticCode.BadMemoryFigure, $"'{Unit.Name}' has {rate}, too slow for what it moves.") { Key = Unit.Name });
}
