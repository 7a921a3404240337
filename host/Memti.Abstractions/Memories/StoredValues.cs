using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Abstractions.Memories;

/// <summary>Values that a memory stores, for the question what is read in their place.</summary>
/// <param name="Bits">Bits of a value, 1 to 16.</param>
/// <param name="Arrays">The host's cells.</param>
/// <param name="Faults">The host's fault models.</param>
public sealed record StoredValues(int Bits, IArraySolver Arrays, IFaultModels Faults)
{
    /// <summary>The cells of one value, most significant first; null for the memory's own choice.</summary>
    public CellVector? Cells { get; init; }

    /// <summary>The code that corrects what was misread; null for none.</summary>
    public CorrectionRequest? Correction { get; init; }
}
