namespace Memti.Plugins.Nvdla.Options;

/// <summary>Codes of the registers of the device.</summary>
public static class NvdlaCodes
{
    /// <summary>A register or a field that the device does not have.</summary>
    public const string UnknownRegister = "MEMTI6601";

    /// <summary>A write to an address of the device at which it has no register.</summary>
    public const string RegisterHole = "MEMTI6602";

    /// <summary>Registers that describe no layer: they contradict each other.</summary>
    public const string BadRegisters = "MEMTI6603";

    /// <summary>A start of a unit of the device that is not modelled.</summary>
    public const string UnmodelledUnit = "MEMTI6604";

    /// <summary>A layer that the registers of the device cannot describe.</summary>
    public const string LayerNotProgrammable = "MEMTI6605";
}
