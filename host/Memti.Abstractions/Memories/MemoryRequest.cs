using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>What a memory has to hold, and the host services to size it with.</summary>
/// <param name="Contents">The blocks of equal words that are held at one time; empty for a memory that only needs its own capacity.</param>
/// <param name="Arrays">The host's array solver.</param>
public sealed record MemoryRequest(IReadOnlyList<ContentBlock> Contents, IArraySolver Arrays)
{
    /// <summary>Name of the memory in the scenario, for messages.</summary>
    public string Memory { get; init; } = "memory";

    /// <summary>All contents together.</summary>
    public DataSize Size => Contents.Aggregate(DataSize.Zero, static (sum, block) => sum + block.Size);

    /// <summary>The capacity to build: the fixed one, or what the contents need.</summary>
    /// <param name="needed">What the contents need in this technology, packing included.</param>
    /// <param name="capacity">The capacity that the scenario fixes; null to fit the contents.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CapacityExceeded"/>, saying by how much.</exception>
    public DataSize Provision(DataSize needed, DataSize? capacity)
    {
        if (capacity is not { } available)
            return needed;
        if (needed <= available)
            return available;
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.CapacityExceeded,
            FormattableString.Invariant(
                $"memory '{Memory}' holds {available.Kibibytes:0.###} KiB; its contents need {needed.Kibibytes:0.###} KiB: {(needed - available).Kibibytes:0.###} KiB too many."))
        {
            Key = $"memories.{Memory}.capacity_kib",
            Value = FormattableString.Invariant($"{available.Kibibytes:0.###}"),
            Permitted = FormattableString.Invariant($"at least {needed.Kibibytes:0.###}"),
        });
    }
}
