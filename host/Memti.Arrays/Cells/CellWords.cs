using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>The words of cell files.</summary>
public static class CellWords
{
    /// <summary>Words of the kinds, in the order of <see cref="CellKind"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = new EnumWords(typeof(CellKind)).All;

    /// <summary>Words of the access devices, in the order of <see cref="AccessDevice"/>.</summary>
    public static IReadOnlyList<string> Devices { get; } = new EnumWords(typeof(AccessDevice)).All;

    /// <summary>Words of the modes, in the order of <see cref="ElectricalMode"/>.</summary>
    public static IReadOnlyList<string> Modes { get; } = new EnumWords(typeof(ElectricalMode)).All;

    /// <summary>The word of a kind.</summary>
    public static string Of(CellKind kind) => Kinds[(int)kind];

    /// <summary>The word of an access device.</summary>
    public static string Of(AccessDevice device) => Devices[(int)device];

    /// <summary>The word of a mode.</summary>
    public static string Of(ElectricalMode mode) => Modes[(int)mode];
}
