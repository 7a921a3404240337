using Memti.Arrays.Circuits;

namespace Memti.Arrays.Organisations;

/// <summary>Up to 2 x 2 equal sub-arrays around shared predecoders. A value type: a search creates hundreds of thousands.</summary>
internal readonly record struct Mat
{
    /// <summary>The sub-array that the mat repeats.</summary>
    public required Subarray Subarray { get; init; }

    /// <summary>Rows and columns of sub-arrays.</summary>
    public required (int Rows, int Columns) Subarrays { get; init; }

    /// <summary>Rows and columns of sub-arrays that an access activates.</summary>
    public required (int Rows, int Columns) Active { get; init; }

    /// <summary>Height and width in m.</summary>
    public required Extent Extent { get; init; }

    /// <summary>Leakage in W.</summary>
    public required double Leakage { get; init; }

    /// <summary>Delay of the slowest predecoder in s.</summary>
    public required double PredecoderDelay { get; init; }

    /// <summary>Slope of the predecoded row lines in 1/s.</summary>
    public required double RowRamp { get; init; }

    /// <summary>Energy of one access in J.</summary>
    public required AccessEnergy Energy { get; init; }

    /// <summary>Times in s of an access within the sub-array.</summary>
    public required SubarrayTiming Timing { get; init; }

    /// <summary>Time of a read in s.</summary>
    public double Read => PredecoderDelay + Timing.Read;

    /// <summary>Time of a write in s.</summary>
    public double Write => PredecoderDelay + Timing.Write;
}
