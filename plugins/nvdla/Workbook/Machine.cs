using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The engine and its memories as the workbook's input cells see them.</summary>
internal sealed record Machine
{
    /// <summary>Multipliers.</summary>
    public int Macs { get; init; } = 2048;

    /// <summary>Shape of the array; null for the workbook's cycles, which know no shape.</summary>
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

    /// <summary>Second memory in KiB; null when the engine has no port for one.</summary>
    public double? SramKb { get; init; } = 4096;

    /// <summary>Bytes of a feature.</summary>
    public int FeatureBytes { get; init; } = 1;

    /// <summary>Bytes of a weight.</summary>
    public int WeightBytes { get; init; } = 1;

    /// <summary>True when a GB/s is 10^9 byte/s; false when it is 10^6 KiB/s, as in the workbook.</summary>
    public bool DecimalUnits { get; init; }

    /// <summary>Cycles that a memory takes, rounded up.</summary>
    /// <param name="kibibytes">What it moves.</param>
    /// <param name="gbps">Its rate.</param>
    public double Cycles(double kibibytes, double gbps)
    {
        double cycles = kibibytes * (DecimalUnits ? 1.024 : 1) / gbps * ClockMhz;
        return Math.Ceiling(cycles * (1 - 1e-13)); // the quotient of a whole number of cycles may come out a bit above it
    }
}
