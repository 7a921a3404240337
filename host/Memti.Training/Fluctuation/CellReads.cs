using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Arrays.Fluctuation;
using Memti.Plugins.Catalog;

namespace Memti.Training.Fluctuation;

/// <summary>How the cell of a study is read.</summary>
/// <param name="Fluctuation">Its fluctuation, with what the study says in place of the cell's own.</param>
/// <param name="Correlation">Correlation of the reads of neighbouring bits.</param>
/// <param name="CellJoules">Energy in J of a pulse of one bit on a cell of the largest weight, at level 1; null without a cell.</param>
/// <param name="ArrayJoules">Energy in J of an access of the cell's array per cell, by read level; empty without a cell.</param>
public sealed record CellReads(
    ReadFluctuation Fluctuation, double Correlation, double? CellJoules, IReadOnlyList<(double Level, double Joules)> ArrayJoules)
{
    private const string Permitted = "a cell with read_fluctuation, or an amplitude";

    /// <summary>Reads the cell, and solves its array at the read levels.</summary>
    /// <param name="study">The study.</param>
    /// <param name="weights">Cells of the array: the weights of the network.</param>
    /// <param name="catalog">Has the cells and the solver.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnknownCell"/>; <see cref="DiagnosticCode.ValueOutOfRange"/>: neither
    /// cell nor study says how reads fluctuate, or the cell does not say what a read takes.</exception>
    public static CellReads Of(FluctuationStudy study, long weights, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(catalog);
        ReadFluctuation? own = study.Cell is null ? null : catalog.Solver.Cell(study.Cell).Fluctuation;
        double amplitude = study.Amplitude ?? own?.Amplitude ?? throw Unknown(study.Cell);
        ReadFluctuation fluctuation = (own ?? new ReadFluctuation { Amplitude = amplitude }) with { Amplitude = amplitude };
        fluctuation = fluctuation with { Exponent = study.Exponent ?? fluctuation.Exponent };
        double correlation = fluctuation.Correlation(study.BitStepSeconds);
        if (study.Cell is null)
            return new CellReads(fluctuation, correlation, null, []);
        var pulse = new ReadPulse(catalog.Solver, new ArrayRequest(study.Cell, 1, weights));
        return new CellReads(
            fluctuation, correlation, pulse.CellJoules, [.. study.ReadLevels.Select(level => (level, pulse.ArrayJoules(level)))]);
    }

    private static MemtiException Unknown(string? cell) => new(new Diagnostic(
        DiagnosticCode.ValueOutOfRange, $"cell '{cell}' does not say how its reads fluctuate; permitted: {Permitted}.")
    {
        Key = "fluctuation.cell",
        Value = cell,
        Permitted = Permitted,
    });
}
