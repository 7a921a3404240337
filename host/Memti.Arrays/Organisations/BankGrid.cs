namespace Memti.Arrays.Organisations;

/// <summary>Number of mats in a bank, number of mats that an access activates, and the wires to them.</summary>
/// <param name="Rows">Rows of mats.</param>
/// <param name="Columns">Columns of mats.</param>
/// <param name="ActiveRows">Rows that an access activates.</param>
/// <param name="ActiveColumns">Columns that an access activates.</param>
/// <param name="Wires">The wires.</param>
internal readonly record struct BankGrid(int Rows, int Columns, int ActiveRows, int ActiveColumns, MatWires Wires)
{
    /// <summary>Mats in the bank.</summary>
    public int Mats => Rows * Columns;

    /// <summary>Mats that one access activates.</summary>
    public int Active => ActiveRows * ActiveColumns;
}
