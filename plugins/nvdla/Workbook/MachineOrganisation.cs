namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Where weights and features are.</summary>
public enum MachineOrganisation
{
    /// <summary>All of them in the primary memory.</summary>
    DramOnly,

    /// <summary>Weights in the primary memory, features in a second one on the chip.</summary>
    WithSram,
}
