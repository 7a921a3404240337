using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Arrays.Profiles;

/// <summary>What one profile does differently from another. Each flag names a defect or a feature of the reference simulators.</summary>
internal sealed record ProfileRules
{
    /// <summary>Longest side of a bank over its shortest.</summary>
    public required double MostBankAspect { get; init; }

    /// <summary>Columns of a sub-array are a multiple of this.</summary>
    public required int ColumnMultiple { get; init; }

    /// <summary>The fork's sense amplifiers (smaller, faster current sensing) rather than NVSim's.</summary>
    public required bool MergedSenseAmplifier { get; init; }

    /// <summary>A buffer below each sub-array.</summary>
    public required bool OutputBuffer { get; init; }

    /// <summary>True to correct the defects that <c>docs/models/arrays.md</c> lists.</summary>
    public required bool Corrected { get; init; }

    /// <summary>How multi-level cells are read.</summary>
    public SensingScheme Sensing { get; init; }

    /// <summary>Bits that leave the sense amplifier of one cell: the references count one, however many a cell stores.</summary>
    public int BitsOut(int bitsPerCell) => Corrected ? bitsPerCell : 1;

    /// <summary>True for a cell that is written by its own gate; the references take a ferroelectric cell without access device for a crosspoint.</summary>
    public bool IsTransistor(MemoryCell cell) => cell.IsTransistor && (Corrected || cell.Kind == CellKind.Ctt);

    /// <summary>NVSim as published (SEAL-UCSB/NVSim).</summary>
    public static ProfileRules Nvsim2012 { get; } = new()
    {
        MostBankAspect = 10,
        ColumnMultiple = 1,
        MergedSenseAmplifier = false,
        OutputBuffer = false,
        Corrected = false,
    };

    /// <summary>Its fork with multi-level cells (lpentecost/nvsim-merged).</summary>
    public static ProfileRules NvsimMerged { get; } = new()
    {
        MostBankAspect = 3,
        ColumnMultiple = 64,
        MergedSenseAmplifier = true,
        OutputBuffer = true,
        Corrected = false,
    };

    /// <summary>Our own: the fork's circuits, corrected.</summary>
    public static ProfileRules Memti { get; } = NvsimMerged with { ColumnMultiple = 1, Corrected = true };

    /// <summary>The rules of a profile.</summary>
    public static ProfileRules Of(ArrayProfile profile, SensingScheme sensing = SensingScheme.Parallel) => profile switch
    {
        ArrayProfile.Nvsim2012 => Nvsim2012,
        ArrayProfile.NvsimMerged => NvsimMerged,
        _ => Memti with { Sensing = sensing },
    };
}
