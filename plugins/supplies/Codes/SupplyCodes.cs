namespace Memti.Plugins.Supplies.Codes;

/// <summary>Codes of supplies.</summary>
public static class SupplyCodes
{
    /// <summary>A recording or a table that cannot be used.</summary>
    public const string BadRecording = "MEMTI5020";

    /// <summary>Options of a supply that contradict each other.</summary>
    public const string BadSupply = "MEMTI5021";
}
