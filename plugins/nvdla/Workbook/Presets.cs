using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Machines by name. Sources: nvdla/hw, spec/defs and the workbook's shipped inputs; nvdla/doc, primer.rst for rates of the primary memory.</summary>
internal static class Presets
{
    private static readonly Dictionary<string, (Machine Machine, WorkbookRules Rules)> All = new(StringComparer.Ordinal)
    {
        ["workbook"] = (new Machine(), new WorkbookRules()),
        ["nv_small"] = (Of(64, 128, 1) with { SramKb = null }, Plain),
        ["nv_small_256"] = (Of(256, 128, 5) with { SramKb = null }, Plain),
        ["nv_medium_512"] = (Of(512, 512, 10) with { SramKb = null }, Plain),
        ["nv_medium_1024"] = (Of(1024, 512, 15), Plain),
        ["nv_large"] = (Of(2048, 512, 20), Plain),
        ["nv_full"] = (Of(2048, 512, 20), new WorkbookRules()),
        ["memti"] = (Of(1024, 256, 12.8), new WorkbookRules { Winograd = WinogradRule.UnitStride, WinogradWeightGrowth = 1 }),
    };

    /// <summary>The names, in the order of the help.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Configurations without Winograd, and without several frames at a time.</summary>
    private static WorkbookRules Plain => new() { Winograd = WinogradRule.Off, FcBatch = 1 };

    private static Machine Of(int macs, double bufferKb, double dramGbps) =>
        new() { Macs = macs, Array = AtomicCube.Of(macs), BufferKb = bufferKb, DramGbps = dramGbps };

    /// <summary>The machine of a name, and what it can do.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> for a name that is not there.</exception>
    public static (Machine Machine, WorkbookRules Rules) Of(string name) => All.TryGetValue(name, out (Machine, WorkbookRules) preset)
        ? preset
        : throw NvdlaLimits.Refuse("preset", name, string.Join(", ", Names));
}
