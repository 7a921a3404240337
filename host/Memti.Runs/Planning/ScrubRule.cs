using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Arrays.Ecc;
using Memti.Runs.Codes;
using Memti.Scenarios.Designs;
using Memti.Scenarios.Images;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>How a memory is scrubbed: at the interval of the scenario, through the code that <c>images</c> names for it.</summary>
internal static class ScrubRule
{
    private const int CheckWordBits = 8;

    /// <summary>The plan of a memory; null for one that is not scrubbed.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.MemoryCannotDo"/> for a volatile memory.</exception>
    public static ScrubPlan? Of(MemorySpec memory, MemoryFigures figures, ImageSpec? image)
    {
        if (memory.ScrubDays is not { } days)
            return null;
        if (figures.Volatile)
            throw new MemtiException(new Diagnostic(
                RunCodes.MemoryCannotDo,
                $"memory '{memory.Name}' of kind '{memory.Component.Kind}' is volatile: refresh and power keep its contents, not "
                    + "scrubs. Leave 'scrub' out.")
            {
                Key = $"memories.{memory.Name}.scrub",
            });
        IErrorCorrection? code = Code(image);
        EccCost? cost = code is null ? null : EccCost.Of(code, bitsPerCell: 1);
        return new ScrubPlan
        {
            Every = TimeSpan.FromDays(days),
            CheckBitsPerBit = code is null ? 0 : (double)code.CheckBits / code.DataBits,
            CorrectionPerBit = cost is null ? Energy.Zero : (cost.CheckEnergy + cost.EncodeEnergy) / code!.DataBits,
        };
    }

    /// <summary>
    /// The check bits that a scrubbed memory holds beside its parameters, as words of bytes; none without a code, or where images have
    /// them already.
    /// </summary>
    public static IEnumerable<ContentBlock> CheckBits(MemorySpec memory, ImageSpec? image, IEnumerable<ContentBlock> parameters)
    {
        if (memory.ScrubDays is null || Code(image) is not { } code)
            yield break;
        long words = parameters.Sum(static block => block.Size.Bits) / code.DataBits + 1;
        yield return new ContentBlock(((words * code.CheckBits) + CheckWordBits - 1) / CheckWordBits, CheckWordBits);
    }

    private static IErrorCorrection? Code(ImageSpec? image) => image?.Ecc is { } ecc ? ErrorCorrections.Of(ecc, valueBits: 1) : null;
}
