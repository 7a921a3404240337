namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Which layers use Winograd's transform.</summary>
public enum WinogradRule
{
    /// <summary>None.</summary>
    Off,

    /// <summary>3x3 kernels at stride 1: what the hardware can do.</summary>
    UnitStride,

    /// <summary>All 3x3 kernels: the workbook does not look at the stride.</summary>
    Any3x3,
}
