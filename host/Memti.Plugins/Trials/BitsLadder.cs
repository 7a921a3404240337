using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;

namespace Memti.Plugins.Trials;

/// <summary>Numbers of bits per cell that a memory stores the same data with.</summary>
internal static class BitsLadder
{
    /// <summary>Words of 8 bits: 1 MiB, where cells outweigh the periphery.</summary>
    public const long Words = 1_048_576;

    /// <summary>The steps that the memory can take, from fewest bits to most; empty when it has no option for bits per cell.</summary>
    /// <param name="subject">The memory.</param>
    /// <param name="target">What the organisation is chosen for, where the memory has the key; null for its default.</param>
    /// <remarks>A cell that stores fewer bits than the option permits ends the ladder by a coded refusal.</remarks>
    public static IReadOnlyList<(int Bits, MemoryFigures Figures)> Climb(MemorySubject subject, ArrayTarget? target = null)
    {
        var steps = new List<(int, MemoryFigures)>();
        if (TrialOptions.BitsPerCell(subject.Schema) is not { Minimum: { } least, Maximum: { } most })
            return steps;
        for (int bits = (int)least; bits <= most; bits++)
        {
            try
            {
                steps.Add((bits, subject.Size(new MemoryTrial(Words) { BitsPerCell = bits, Target = target })));
            }
            catch (MemtiException error) when (steps.Count > 0 && IsBound(error))
            {
                break;
            }
        }

        return steps;
    }

    private static bool IsBound(MemtiException fault) =>
        CapacityLadder.IsFull(fault) || fault.Diagnostic.Code is DiagnosticCode.ValueOutOfRange;
}
