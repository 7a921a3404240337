using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The engine and its memories. Properties are the workbook's input cells, defaults its shipped values.</summary>
internal sealed record Machine
{
    /// <summary>Multipliers.</summary>
    public int Macs { get; init; } = 2048;

    /// <summary>Shape of the array; null for the workbook's cycle rule, which has no shape.</summary>
    public AtomicCube? Array { get; init; }

    /// <summary>Convolution buffer in KiB.</summary>
    public double BufferKb { get; init; } = 512;

    /// <summary>Clock in MHz.</summary>
    public double ClockMhz { get; init; } = 1000;

    /// <summary>Rate of the primary memory, reads and writes together, in units of <see cref="DecimalUnits"/>.</summary>
    public double DramGbps { get; init; } = 10;

    /// <summary>Read rate of the second memory.</summary>
    public double SramReadGbps { get; init; } = 25;

    /// <summary>Write rate of the second memory.</summary>
    public double SramWriteGbps { get; init; } = 25;

    /// <summary>Second memory in KiB; null for an engine without a port for one.</summary>
    public double? SramKb { get; init; } = 4096;

    /// <summary>Bytes of a feature.</summary>
    public int FeatureBytes { get; init; } = 1;

    /// <summary>Bytes of a weight.</summary>
    public int WeightBytes { get; init; } = 1;

    /// <summary>True when 1 GB/s is 10^9 byte/s; false when it is 10^6 KiB/s, as in the workbook.</summary>
    public bool DecimalUnits { get; init; }

    /// <summary>Cycles of a memory transfer, rounded up.</summary>
    /// <param name="kibibytes">Data to move in KiB.</param>
    /// <param name="gbps">Rate, in units of <see cref="DecimalUnits"/>.</param>
    public double Cycles(double kibibytes, double gbps)
    {
        // KiB over 10^6 KiB/s is 10^-6 s, times the clock in MHz gives cycles.
        double cycles = kibibytes * (DecimalUnits ? 1.024 : 1) / gbps * ClockMhz;
        return Math.Ceiling(cycles * (1 - 1e-13)); // a quotient that should be whole may come out slightly above
    }
}
