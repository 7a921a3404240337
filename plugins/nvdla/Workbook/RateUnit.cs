namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>What 1 GB/s is.</summary>
public enum RateUnit
{
    /// <summary>10^6 KiB/s, 1.024e9 byte/s: the workbook divides KiB by GB/s and takes the result for microseconds.</summary>
    Kib,

    /// <summary>10^9 byte/s, decimal.</summary>
    Bytes,
}
