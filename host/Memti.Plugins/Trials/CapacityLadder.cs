using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;

namespace Memti.Plugins.Trials;

/// <summary>Sizes that laws try a memory at, each about four times the one before, and not all of them powers of two.</summary>
internal static class CapacityLadder
{
    /// <summary>Words of 8 bits, from 16 KiB to 4 MiB.</summary>
    public static IReadOnlyList<MemoryTrial> Trials { get; } = [new(16_384), new(50_000), new(262_144), new(1_000_000), new(4_194_304)];

    /// <summary>The steps that the memory can take: up to the first that is more than it can hold.</summary>
    /// <param name="subject">The memory.</param>
    /// <param name="target">What the organisation is chosen for, where the memory has the key; null for its default.</param>
    /// <exception cref="MemtiException">The memory failed in another way, or takes not even the first step.</exception>
    public static IReadOnlyList<(MemoryTrial Trial, MemoryFigures Figures)> Climb(MemorySubject subject, ArrayTarget? target = null)
    {
        var steps = new List<(MemoryTrial, MemoryFigures)>();
        foreach (MemoryTrial trial in Trials.Select(trial => trial with { Target = target }))
        {
            try
            {
                steps.Add((trial, subject.Size(trial)));
            }
            catch (MemtiException error) when (steps.Count > 0 && IsFull(error))
            {
                break;
            }
        }

        return steps;
    }

    /// <summary>True for a refusal of contents that are too large, in the form that the contract asks for.</summary>
    public static bool IsFull(MemtiException fault) => fault.Diagnostic.Code is DiagnosticCode.CapacityExceeded or DiagnosticCode.NoArray;
}
