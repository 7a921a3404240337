namespace Memti.Arrays.Organisations;

/// <summary>Energy of one access in J.</summary>
/// <param name="Read">A read.</param>
/// <param name="Write">A write.</param>
/// <param name="Set">A write that sets all cells to low resistance.</param>
/// <param name="Reset">A write that resets all cells to high resistance.</param>
/// <param name="Drive">Energy of one pulse outside the cells: decoders, drivers, lines.</param>
internal readonly record struct AccessEnergy(double Read, double Write, double Set, double Reset, double Drive)
{
    /// <summary>Energy of two blocks that work together.</summary>
    public static AccessEnergy operator +(AccessEnergy left, AccessEnergy right) =>
        new(left.Read + right.Read, left.Write + right.Write, left.Set + right.Set, left.Reset + right.Reset, left.Drive + right.Drive);

    /// <summary>Energy of several equal blocks that work together.</summary>
    public static AccessEnergy operator *(AccessEnergy energy, double count) =>
        new(energy.Read * count, energy.Write * count, energy.Set * count, energy.Reset * count, energy.Drive * count);

    /// <summary>The same energy for every kind of access.</summary>
    public static AccessEnergy Always(double joules) => new(joules, joules, joules, joules, joules);
}
