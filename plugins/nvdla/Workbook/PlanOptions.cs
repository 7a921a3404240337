using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Options of <c>memti nvdla plan</c>.</summary>
public sealed class PlanOptions : WorkbookOptions
{
    private const string Workbook = "nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx";

    /// <summary>Multipliers. Range: powers of two from 32 to 2048.</summary>
    [Parameter(
        "Multipliers; a power of two; unset: the preset's",
        Minimum = 32,
        Maximum = 2048,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public int? Macs { get; set; }

    /// <summary>Convolution buffer. Range: 32 to 512 KiB.</summary>
    [Parameter(
        "Convolution buffer in KiB; unset: the preset's",
        Unit = "KiB",
        Minimum = 32,
        Maximum = 512,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? CbufKb { get; set; }

    /// <summary>Rate of the primary memory. Range: 0.001 to 10000.</summary>
    [Parameter(
        "Rate of the primary memory, reads and writes together, in the unit of 'units'; unset: the preset's",
        Unit = "GB/s",
        Minimum = 0.001,
        Maximum = 10000,
        Source = Workbook,
        Status = NumberStatus.Published)]
    public double? DramGbps { get; set; }

    /// <summary>Power at the node over the published power at 16 nm. Range: 0.1 to 10. Default: 1.375 for 22 nm.</summary>
    [Parameter(
        "Power at the node / published power at 16 nm: 22/16 for 22 nm, dynamic energy scaled with feature size at equal voltage; 1 "
            + "for 16 nm",
        Minimum = 0.1, Maximum = 10, Source = "C V^2 with C in proportion to feature size, V at 0.8 V", Status = NumberStatus.Derived)]
    public double PowerScale { get; set; } = 22.0 / 16;

    /// <summary>The requested machine.</summary>
    internal Machine FullMachine()
    {
        Machine machine = MachineOf();
        return WithMacs(machine, Macs ?? machine.Macs) with
        {
            BufferKb = CbufKb ?? machine.BufferKb,
            DramGbps = DramGbps ?? machine.DramGbps
        };
    }
}
