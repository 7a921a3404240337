namespace Memti.Arrays.Organisations;

/// <summary>How many mats a bank has, how many of them an access activates, and the wires to them.</summary>
/// <param name="Rows">Mats above one another.</param>
/// <param name="Columns">Mats beside one another.</param>
/// <param name="ActiveRows">Active mats among those above one another.</param>
/// <param name="ActiveColumns">Active mats among those beside one another.</param>
/// <param name="Wires">The wires.</param>
internal readonly record struct BankGrid(int Rows, int Columns, int ActiveRows, int ActiveColumns, MatWires Wires)
{
    /// <summary>Mats in the bank.</summary>
    public int Mats => Rows * Columns;

    /// <summary>Mats that one access activates.</summary>
    public int Active => ActiveRows * ActiveColumns;
}
