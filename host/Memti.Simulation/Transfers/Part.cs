using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>A memory with its place among the components: 0 is the accelerator, so memory m is component m + 1.</summary>
internal sealed record Part(int Memory, MemoryUnit Unit)
{
    public int Component => Memory + 1;

    public MemoryFigures Figures => Unit.Figures;

    public bool Holds(MemoryContents role) => (Unit.Holds & role) != 0;

    public double ReadJoules(long bits) => bits * Quantity.Joules(Figures.SustainedReadPerBit, Unit.Name, "a read energy per bit of");

    public double WriteJoules(long bits) => bits * Quantity.Joules(Figures.WritePerBit, Unit.Name, "a write energy per bit of");

    public long ReadTime(long bits) => Time(bits, Figures.SustainedRead, "read");

    public long WriteTime(long bits) => Time(bits, Figures.Write, "write");

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
