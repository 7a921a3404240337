using Memti.Arrays.Circuits;

namespace Memti.Arrays.Organisations;

/// <summary>Everything that determines a sub-array.</summary>
/// <param name="Rows">Word lines.</param>
/// <param name="Columns">Bit lines.</param>
/// <param name="SenseMux">Columns per sense amplifier.</param>
/// <param name="OutputMux1">Degree of the first multiplexer after the sense amplifiers.</param>
/// <param name="OutputMux2">Degree of the second multiplexer after the sense amplifiers.</param>
/// <param name="Driver">Sizing goal of the drivers.</param>
internal readonly record struct SubarrayShape(long Rows, long Columns, int SenseMux, int OutputMux1, int OutputMux2, DriverStyle Driver)
{
    /// <summary>Columns that one access reads or writes.</summary>
    public long SelectedColumns => Columns / SenseMux / OutputMux1 / OutputMux2;

    /// <summary>A cheap hash for the search's dictionary.</summary>
    public override int GetHashCode() =>
        // Powers of two differ in single bits, which the default hash maps onto few buckets. Odd multipliers spread them.
        (int)((((Columns * 31) + Rows) * 0x9E3779B1L) ^ ((SenseMux * 73) + (OutputMux1 * 12289) + (OutputMux2 * 6291469L) + (int)Driver))
            * 0x45D9F3B;
}
