namespace Memti.Arrays.Codes;

/// <summary>Codes of cell files (<c>*.memcell.yaml</c>) and the import of NVSim's.</summary>
public static class CellCodes
{
    /// <summary>A key of a cell with a unit that it does not take.</summary>
    public const string CellUnit = "MEMTI2501";

    /// <summary>A number of a cell without a status or without a source.</summary>
    public const string CellNumberWithoutOrigin = "MEMTI2502";

    /// <summary>A high resistance that is not above the low one.</summary>
    public const string CellResistances = "MEMTI2503";

    /// <summary>Levels that do not rise, that no threshold separates, or that are too few or too many for their bits.</summary>
    public const string CellLevels = "MEMTI2504";

    /// <summary>Keys of a cell that contradict its kind, its access device or a mode.</summary>
    public const string CellContradiction = "MEMTI2505";

    /// <summary>Two cell files with one name, or two that offer one memory kind.</summary>
    public const string CellDuplicate = "MEMTI2506";

    /// <summary>An invalid line of an NVSim cell file, or a cell of an unsupported kind.</summary>
    public const string CellImport = "MEMTI2507";

    /// <summary>A line of an NVSim cell file without a counterpart in Memti; a warning.</summary>
    public const string CellImportIgnored = "MEMTI2508";
}
