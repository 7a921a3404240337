namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Meaning of 1 GB/s.</summary>
public enum RateUnit
{
    /// <summary>10^6 KiB/s = 1.024e9 byte/s: the workbook divides KiB by GB/s and reads the result as microseconds.</summary>
    Kib,

    /// <summary>10^9 byte/s, decimal.</summary>
    Bytes,
}
