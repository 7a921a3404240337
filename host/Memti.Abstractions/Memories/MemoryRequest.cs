using System.Globalization;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>The contents of a memory, and the host services to size it with.</summary>
/// <param name="Contents">Blocks of equal words that the memory holds at one time. Empty for a memory with a fixed capacity only.</param>
/// <param name="Arrays">The host's array solver.</param>
public sealed record MemoryRequest(IReadOnlyList<ContentBlock> Contents, IArraySolver Arrays)
{
    /// <summary>Name of the memory in the scenario, for messages. Default: <c>memory</c>.</summary>
    public string Memory { get; init; } = "memory";

    /// <summary>Size of all contents together.</summary>
    public DataSize Size => Contents.Aggregate(DataSize.Zero, static (sum, block) => sum + block.Size);

    /// <summary>The capacity to build: the fixed capacity, or the size of the contents.</summary>
    /// <param name="needed">Size of the contents in this technology, including packing.</param>
    /// <param name="capacity">Capacity that the scenario fixes; null to fit the contents.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.CapacityExceeded"/>: the contents do not fit; states the
    /// excess.</exception>
    public DataSize Provision(DataSize needed, DataSize? capacity)
    {
        if (capacity is not { } available)
            return needed;
        if (needed <= available)
            return available;
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.CapacityExceeded,
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory '{Memory}' holds {available.Kibibytes:0.###} KiB; its contents need {needed.Kibibytes:0.###} KiB: "
                    + $"{(needed - available).Kibibytes:0.###} KiB too many."))
        {
            Key = $"memories.{Memory}.capacity_kib",
            Value = FormattableString.Invariant($"{available.Kibibytes:0.###}"),
            Permitted = FormattableString.Invariant($"at least {needed.Kibibytes:0.###}"),
        });
    }
}
