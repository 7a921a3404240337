using System.Numerics;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Search;

/// <summary>Refuses requests that no organisation can satisfy.</summary>
internal static class BankRequestCheck
{
    /// <summary>Most bits per cell that the profiles model.</summary>
    private const int MostBits = 4;
    /// <summary>Most cells of a word. Assumed: wider words are not used; the search grows with the width.</summary>
    private const int MostWord = 4096;
    /// <summary>Most address bits: 2^36 words, and two predecoder blocks of 18 bits.</summary>
    private const int MostAddressBits = 36;

    /// <summary>Checks a request.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoArray"/> with key, value and permitted values.</exception>
    public static void Check(BankRequest request)
    {
        if (request.BitsPerCell is < 1 or > MostBits)
            throw Refuse("bits_per_cell", request.BitsPerCell, $"1 to {MostBits}");
        if (request.BitsPerCell > 1 && request.Cell.Kind == CellKind.Sram)
            throw Refuse("bits_per_cell", request.BitsPerCell, $"1 for cell '{request.Cell.Name}': a latch has two states");
        if (request.WordCells is < 1 or > MostWord)
            throw Refuse("word_bits", request.WordCells, $"1 to {MostWord}");
        long words = request.Cells / request.WordCells;
        if (words < 2
            || words * request.WordCells != request.Cells
            || !BitOperations.IsPow2(words)
            || BitOperations.Log2((ulong)words) > MostAddressBits)
            throw Refuse("cells", request.Cells, $"{request.WordCells} cells of a word times 2 to the power of 1 to {MostAddressBits}");
        if (request.Routing == Routing.SharedSense && request.Cell.Kind != CellKind.Sram)
            throw Refuse(
                "routing",
                "shared-sense",
                $"h-tree or bus for cell '{request.Cell.Name}': only SRAM moves a bus without an amplifier of its own");
        ProcessRange.Check(request.NodeNanometres, request.TemperatureKelvin);
        if (request.Profile == ArrayProfile.Nvsim2012)
            CheckStock(request);
        if (request.Profile == ArrayProfile.NvsimMerged
            && request.BitsPerCell > 1
            && !MergedSenseAmplifier.KnowsLevelsOf(request.Cell.Kind))
            throw Refuse(
                "profile",
                "nvsim_merged",
                $"memti for several bits in cell '{request.Cell.Name}': the fork senses levels of RRAM, CTT and FeFET alone");
    }

    private static void CheckStock(BankRequest request)
    {
        if (request.BitsPerCell > 1)
            throw Refuse("bits_per_cell", request.BitsPerCell, "1 in profile nvsim_2012; nvsim_merged and memti know multi-level cells");
        if (request.Cell.Kind is CellKind.Fefet or CellKind.Ctt)
            throw Refuse(
                "profile", "nvsim_2012", $"nvsim_merged or memti for cell '{request.Cell.Name}': NVSim knows no cells of its kind");
    }

    private static MemtiException Refuse(string key, object value, string permitted) => new(new Diagnostic(
        DiagnosticCode.NoArray,
        FormattableString.Invariant($"no array can be solved with {key} {value}; permitted: {permitted}."))
    {
        Key = key,
        Value = FormattableString.Invariant($"{value}"),
        Permitted = permitted,
    });
}
