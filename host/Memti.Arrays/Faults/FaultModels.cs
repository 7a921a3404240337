using System.Collections.Concurrent;
using System.Globalization;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Arrays.Ecc;
using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Builds the faults of stored values from level statistics. Single-level cells without statistics are assumed to have levels without
/// spread; <see cref="Notices"/> reports this.
/// </summary>
public sealed class FaultModels : IFaultModels
{
    /// <summary>
    /// Sigma of levels without stated spread, on a scale of 0 to 1. Assumed: small enough that nothing is misread, yet above zero, which a
    /// normal distribution needs.
    /// </summary>
    private const double NoSpread = 1e-6;

    /// <summary>Two levels at the ends of the scale, misread only when the sense amplifier or drift moves them.</summary>
    private static readonly LevelTable WithoutSpread = new(
        1,
        [0, 1],
        [NoSpread, NoSpread],
        NumberStatus.Assumed,
        "single-level cells without level statistics are taken to be free of faults");

    private readonly ConcurrentDictionary<string, Diagnostic> _notices = new(StringComparer.Ordinal);

    /// <summary>Assumptions made so far, one per technology, in ordinal order.</summary>
    public IReadOnlyList<Diagnostic> Notices =>
        [.. _notices.OrderBy(static notice => notice.Key, StringComparer.Ordinal).Select(static notice => notice.Value)];

    /// <inheritdoc />
    public IValueFaults For(FaultRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<int, ConfusionMatrix> matrices = request.Cells.Bits
            .Distinct()
            .ToDictionary(static bits => bits, bits => Matrix(request, bits));
        var faults = new ValueFaults(
            new ValueCodec(request.Cells, request.Encoding),
            [.. request.Cells.Bits.Select(bits => matrices[bits])],
            request.TwosComplement);
        if (request.Correction is not CorrectionRequest correction)
            return faults;
        // Check bits have no value of their own and are stored in the densest cells of the value.
        int widest = request.Cells.Bits.Max();
        return new CorrectedFaults(
            faults,
            ErrorCorrections.Of(correction, request.Cells.ValueBits),
            [.. request.Cells.Bits.Select(bits => matrices[bits])],
            matrices[widest]);
    }

    private ConfusionMatrix Matrix(FaultRequest request, int bits)
    {
        LevelTable table = LevelsOf(request, bits);
        if (table == WithoutSpread)
            NoteAssumption(request);
        LevelReading reading = LevelReading.Of(table, request.SenseOffset);
        return request.Drift is null
            ? reading.Confusion
            : reading.After(request.Drift, request.Age, request.TemperatureKelvin, request.ReferencesTrack);
    }

    private void NoteAssumption(FaultRequest request) => _notices.TryAdd(request.Technology, new Diagnostic(
        ArrayCodes.AssumedFaultFree,
        $"no level statistics are known of '{request.Technology}': its single-level cells are taken to be free of faults "
            + "(assumed). State them under `levels` in the cell file to know.")
    {
        Severity = Severity.Message,
        Key = "levels",
        Value = request.Technology,
    });

    /// <summary>The levels of cells with a number of bits; single-level cells without statistics have levels without spread.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.NoLevelStatistics"/>: multi-level cells without statistics.</exception>
    internal static LevelTable LevelsOf(FaultRequest request, int bits) =>
        request.Levels.FirstOrDefault(table => table.BitsPerCell == bits)
            ?? (bits == 1 ? WithoutSpread : throw Missing(request, bits));

    private static MemtiException Missing(FaultRequest request, int bits)
    {
        int[] known = [.. request.Levels.Select(static table => table.BitsPerCell).Order()];
        string permitted = known.Length == 0
            ? "no faults, or levels of your own"
            : $"{string.Join(", ", known)} {(known is [1] ? "bit" : "bits")} per cell, or levels of your own";
        string value = bits.ToString(CultureInfo.InvariantCulture);
        return new(
            new Diagnostic(
                DiagnosticCode.NoLevelStatistics,
                $"'{request.Technology}' has no level statistics for {value} bits per cell; permitted: {permitted}.")
            {
                Key = "levels",
                Value = value,
                Permitted = permitted,
            });
    }
}
