using Memti.Abstractions.Cells;

namespace Memti.Plugins.Trials;

/// <summary>Turns the level distributions of a cell into the probability of reading each level in place of each stored one.</summary>
public interface ILevelRates
{
    /// <summary>The rates of a table of levels; shape [stored, read].</summary>
    double[,] Of(LevelTable levels);
}
