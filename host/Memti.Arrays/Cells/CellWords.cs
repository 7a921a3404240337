using Memti.Abstractions.Cells;

namespace Memti.Arrays.Cells;

/// <summary>The words of cell files.</summary>
public static class CellWords
{
    /// <summary>Words of the kinds, in the order of <see cref="CellKind"/>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["sram", "rram", "pcm", "stt-mram", "fefet", "ctt"];

    /// <summary>Words of the access devices, in the order of <see cref="AccessDevice"/>.</summary>
    public static IReadOnlyList<string> Devices { get; } = ["cmos", "bjt", "diode", "none"];

    /// <summary>Words of the modes, in the order of <see cref="ElectricalMode"/>.</summary>
    public static IReadOnlyList<string> Modes { get; } = ["voltage", "current"];

    /// <summary>The word of a kind.</summary>
    public static string Of(CellKind kind) => Kinds[(int)kind];

    /// <summary>The word of an access device.</summary>
    public static string Of(AccessDevice device) => Devices[(int)device];

    /// <summary>The word of a mode.</summary>
    public static string Of(ElectricalMode mode) => Modes[(int)mode];
}
