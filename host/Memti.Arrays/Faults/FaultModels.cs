using System.Globalization;
using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>Builds the faults of stored values from level statistics.</summary>
public sealed class FaultModels : IFaultModels
{
    /// <inheritdoc />
    public IValueFaults For(FaultRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<int, ConfusionMatrix> matrices = request.Cells.Bits.Distinct().ToDictionary(static bits => bits, bits => Matrix(request, bits));
        var faults = new ValueFaults(
            new ValueCodec(request.Cells, request.Encoding),
            [.. request.Cells.Bits.Select(bits => matrices[bits])],
            request.TwosComplement);
        if (request.Correction is not CorrectionRequest correction)
            return faults;
        int widest = request.Cells.Bits.Max();
        return new CorrectedFaults(faults, ErrorCorrections.Of(correction, request.Cells.ValueBits), [.. request.Cells.Bits.Select(bits => matrices[bits])], matrices[widest]);
    }

    private static ConfusionMatrix Matrix(FaultRequest request, int bits)
    {
        LevelTable table = request.Levels.FirstOrDefault(table => table.BitsPerCell == bits) ?? throw Missing(request, bits);
        LevelReading reading = LevelReading.Of(table, request.SenseOffset);
        return request.Drift is null ? reading.Confusion : reading.After(request.Drift, request.Age, request.TemperatureKelvin, request.ReferencesTrack);
    }

    private static MemtiException Missing(FaultRequest request, int bits)
    {
        int[] known = [.. request.Levels.Select(static table => table.BitsPerCell).Order()];
        string permitted = known.Length == 0 ? "no faults, or levels of your own" : $"{string.Join(", ", known)} {(known is [1] ? "bit" : "bits")} per cell, or levels of your own";
        string value = bits.ToString(CultureInfo.InvariantCulture);
        return new(new Diagnostic(DiagnosticCode.NoLevelStatistics, $"'{request.Technology}' has no level statistics for {value} bits per cell; permitted: {permitted}.")
        {
            Key = "levels",
            Value = value,
            Permitted = permitted,
        });
    }
}
