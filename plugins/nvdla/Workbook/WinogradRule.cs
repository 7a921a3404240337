namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Layers that use Winograd's transform.</summary>
public enum WinogradRule
{
    /// <summary>None.</summary>
    Off,

    /// <summary>3x3 kernels at stride 1, as the hardware supports.</summary>
    UnitStride,

    /// <summary>All 3x3 kernels, as in the workbook, which ignores the stride.</summary>
    Any3x3,
}
