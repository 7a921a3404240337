namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Placement of weights and features.</summary>
public enum MachineOrganisation
{
    /// <summary>Weights and features in the primary memory.</summary>
    DramOnly,

    /// <summary>Weights in the primary memory, features in a second, on-chip memory.</summary>
    WithSram,
}
