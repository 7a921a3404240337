using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Arrays.Profiles;

/// <summary>Rules that differ between profiles. Each flag names a defect or a feature of the reference simulators.</summary>
internal sealed record ProfileRules
{
    /// <summary>Largest ratio of a bank's longer side to its shorter side.</summary>
    public required double MostBankAspect { get; init; }

    /// <summary>The columns of a sub-array are a multiple of this number.</summary>
    public required int ColumnMultiple { get; init; }

    /// <summary>True for the fork's sense amplifiers (smaller, faster current sensing), false for NVSim's.</summary>
    public required bool MergedSenseAmplifier { get; init; }

    /// <summary>True for a buffer below each sub-array.</summary>
    public required bool OutputBuffer { get; init; }

    /// <summary>True to correct the defects that <c>docs/models/arrays.md</c> lists.</summary>
    public required bool Corrected { get; init; }

    /// <summary>Read scheme of multi-level cells.</summary>
    public SensingScheme Sensing { get; init; }

    /// <summary>Bits that leave the sense amplifier of one cell. The references count one bit, however many a cell stores.</summary>
    public int BitsOut(int bitsPerCell) => Corrected ? bitsPerCell : 1;

    /// <summary>
    /// True for a cell that is written through its own gate. The references treat a ferroelectric cell without access device as a
    /// crosspoint.
    /// </summary>
    public bool IsTransistor(MemoryCell cell) => cell.IsTransistor && (Corrected || cell.Kind == CellKind.Ctt);

    /// <summary>NVSim as published (SEAL-UCSB/NVSim).</summary>
    /// <remarks>
    /// Aspect ratio: constant.h, CONSTRAINT_ASPECT_RATIO_BANK, in the commit of the reference runs; another commit has 3.
    /// </remarks>
    public static ProfileRules Nvsim2012 { get; } = new()
    {
        MostBankAspect = 10,
        ColumnMultiple = 1,
        MergedSenseAmplifier = false,
        OutputBuffer = false,
        Corrected = false,
    };

    /// <summary>Its fork with multi-level cells (lpentecost/nvsim-merged).</summary>
    /// <remarks>Aspect ratio: constant.h, CONSTRAINT_ASPECT_RATIO_BANK. Multiple of 64 columns: Mat.cpp.</remarks>
    public static ProfileRules NvsimMerged { get; } = new()
    {
        MostBankAspect = 3,
        ColumnMultiple = 64,
        MergedSenseAmplifier = true,
        OutputBuffer = true,
        Corrected = false,
    };

    /// <summary>The fork's circuits with its defects corrected.</summary>
    public static ProfileRules Memti { get; } = NvsimMerged with { ColumnMultiple = 1, Corrected = true };

    /// <summary>The rules of a profile.</summary>
    public static ProfileRules Of(ArrayProfile profile, SensingScheme sensing = SensingScheme.Parallel) => profile switch
    {
        ArrayProfile.Nvsim2012 => Nvsim2012,
        ArrayProfile.NvsimMerged => NvsimMerged,
        _ => Memti with { Sensing = sensing },
    };
}
