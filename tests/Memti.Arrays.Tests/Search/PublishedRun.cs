using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>A run of a public simulator. Figures that it does not print are null.</summary>
/// <param name="Source">Where it is from, and what was run.</param>
internal sealed record PublishedRun(string Source)
{
    private const double MostDeviation = 1e-3;

    public required string Cell { get; init; }

    public int BitsPerCell { get; init; } = 1;

    public long Bytes { get; init; } = 2097152;

    public int WordBits { get; init; } = 64;

    public ArrayProfile Profile { get; init; }

    public DeviceRoadmap Roadmap { get; init; } = DeviceRoadmap.LOP;

    public DriverStyle Driver { get; init; }

    public required ArrayTarget Target { get; init; }

    /// <summary>Mats / active mats, sub-arrays of a mat / active ones, degrees of the three multiplexers.</summary>
    public string? Organisation { get; init; }

    public long? Rows { get; init; }

    public long? Columns { get; init; }

    public required double AreaSquareMillimetres { get; init; }

    public required double ReadNanoseconds { get; init; }

    public double? WriteNanoseconds { get; init; }

    public double? SetNanoseconds { get; init; }

    public required double ReadPicojoules { get; init; }

    public double? WritePicojoules { get; init; }

    public double? SetPicojoules { get; init; }

    public required double LeakageMilliwatts { get; init; }

    public double? TreeNanoseconds { get; init; }

    public double? PredecoderNanoseconds { get; init; }

    public double? RowDecoderNanoseconds { get; init; }

    public double? SenseNanoseconds { get; init; }

    public BankRequest Request =>
        new(ShippedCells.Named(Cell), BitsPerCell, Bytes * 8, WordBits) { Profile = Profile, Roadmap = Roadmap, Driver = Driver };

    /// <summary>Names of the figures that a bank has otherwise, by more than 0.1 %.</summary>
    public IEnumerable<string> Differences(SolvedBank bank) =>
        from figure in new (string Name, double? Published, double Ours)[]
        {
            (nameof(Rows), Rows, bank.SubarrayRows),
            (nameof(Columns), Columns, bank.SubarrayColumns),
            (nameof(AreaSquareMillimetres), AreaSquareMillimetres, bank.Area * 1e6),
            (nameof(ReadNanoseconds), ReadNanoseconds, bank.ReadLatency * 1e9),
            (nameof(WriteNanoseconds), WriteNanoseconds, bank.WriteLatency * 1e9),
            (nameof(SetNanoseconds), SetNanoseconds, bank.SetLatency * 1e9),
            (nameof(ReadPicojoules), ReadPicojoules, bank.ReadEnergy * 1e12),
            (nameof(WritePicojoules), WritePicojoules, bank.WriteEnergy * 1e12),
            (nameof(SetPicojoules), SetPicojoules, bank.SetEnergy * 1e12),
            (nameof(LeakageMilliwatts), LeakageMilliwatts, bank.Leakage * 1e3),
            (nameof(TreeNanoseconds), TreeNanoseconds, bank.HTreeLatency * 1e9),
            (nameof(PredecoderNanoseconds), PredecoderNanoseconds, bank.PredecoderLatency * 1e9),
            (nameof(RowDecoderNanoseconds), RowDecoderNanoseconds, bank.RowDecoderLatency * 1e9),
            (nameof(SenseNanoseconds), SenseNanoseconds, bank.SenseLatency * 1e9),
        }
        where figure.Published is { } published && Math.Abs(figure.Ours - published) > published * MostDeviation
        select FormattableString.Invariant($"{figure.Name}: {figure.Ours:g6}, published {figure.Published}");
}
