using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>
/// Machines by name. Sources: nvdla/hw, spec/defs (multipliers, buffer, features), the workbook's shipped inputs, and nvdla/doc, primer.rst
/// (rates of the primary memory for that number of MACs). <c>memti</c>: Donato et al., IEEE Micro 2019.
/// </summary>
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

    /// <summary>Names of the presets, in the order of the help.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Rules of configurations without Winograd and without batches.</summary>
    private static WorkbookRules Plain => new() { Winograd = WinogradRule.Off, FcBatch = 1 };

    private static Machine Of(int macs, double bufferKb, double dramGbps) =>
        new() { Macs = macs, Array = AtomicCube.Of(macs), BufferKb = bufferKb, DramGbps = dramGbps };

    /// <summary>The machine and rules of a preset.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/>: unknown name.</exception>
    public static (Machine Machine, WorkbookRules Rules) Of(string name) => All.TryGetValue(name, out (Machine, WorkbookRules) preset)
        ? preset
        : throw NvdlaLimits.Refuse("preset", name, string.Join(", ", Names));
}
