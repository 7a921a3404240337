using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Options of <c>memti nvdla sweep</c>.</summary>
public sealed class SweepOptions : WorkbookOptions
{
    private const string Workbook = "nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx";

    /// <summary>Multipliers. Range of each: powers of two from 32 to 2048.</summary>
    [Parameter(
        "Multipliers: numbers such as 64,256, or all powers of two of a range such as 32:2048",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string Macs { get; set; } = "32:2048";

    /// <summary>Convolution buffers in KiB. Range of each: 32 to 512.</summary>
    [Parameter(
        "Convolution buffers in KiB: numbers, or a range with its step such as 32:512:32; without a step, powers of two",
        Unit = "KiB",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string CbufKb { get; set; } = "32:512";

    /// <summary>Rates of the primary memory. Range of each: 0.001 to 10000.</summary>
    [Parameter(
        "Rates of the primary memory, in the unit of 'units': numbers, or a range with its step such as 0.5:25:0.5",
        Unit = "GB/s",
        Source = Workbook,
        Status = NumberStatus.Published)]
    public string DramGbps { get; set; } = "0.5,1,2,5,10,15,20,25";
}
