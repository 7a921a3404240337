using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;

namespace Memti.Abstractions.Memories;

/// <summary>Values in a memory, and the host services to build their fault model with.</summary>
/// <param name="Bits">Bits of a value, 1 to 16.</param>
/// <param name="Arrays">The host's array solver, which knows the cells.</param>
/// <param name="Faults">The host's fault models.</param>
public sealed record StoredValues(int Bits, IArraySolver Arrays, IFaultModels Faults)
{
    /// <summary>The cells of one value, most significant first. Default: null, for the memory's own choice.</summary>
    public CellVector? Cells { get; init; }

    /// <summary>The error-correcting code. Default: null, for none.</summary>
    public CorrectionRequest? Correction { get; init; }
}
