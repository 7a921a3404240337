using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Runs.Arrays;

/// <summary>What a study of one memory found.</summary>
public sealed record ArrayAnswer
{
    /// <summary>What was asked.</summary>
    public required ArrayQuestion Question { get; init; }

    /// <summary>The cell.</summary>
    public required MemoryCell Cell { get; init; }

    /// <summary>How well the figures are known: derived, or as weak as the weakest number of the cell that they rest on.</summary>
    public required NumberStatus Status { get; init; }

    /// <summary>Cells of one access, with those of check bits.</summary>
    public required int WordCells { get; init; }

    /// <summary>The memory solved for each target, or the one organisation that was asked for.</summary>
    public required IReadOnlyList<SolvedArray> Arrays { get; init; }

    /// <summary>The Pareto front of the largest bank; empty where none was asked for.</summary>
    public required IReadOnlyList<SolvedBank> Front { get; init; }

    /// <summary>Banks that were built and weighed, of the largest size.</summary>
    public required long Tried { get; init; }

    /// <summary>How many organisations of the largest bank each rule refused.</summary>
    public required IReadOnlyDictionary<Rejection, long> Rejections { get; init; }

    /// <summary>How often cells are misread; null where the levels are not known.</summary>
    public required ArrayMisreads? Misreads { get; init; }

    /// <summary>The error-correcting code; null for none.</summary>
    public required ArrayCorrection? Correction { get; init; }
}
