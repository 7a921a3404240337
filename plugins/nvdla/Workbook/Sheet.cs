using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>The rules of one sheet of the workbook. Source: nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx.</summary>
/// <remarks>Which outputs are spilled and whose batch is capped was set by hand there, row by row, so a sheet is good for its own layers alone.</remarks>
/// <param name="Name">The network in lower case letters and digits.</param>
/// <param name="Layers">Rows of the sheet.</param>
/// <param name="Apply">Turns common rules into those of the sheet.</param>
internal sealed record Sheet(string Name, int Layers, Func<WorkbookRules, MachineOrganisation, WorkbookRules> Apply)
{
    private static readonly Sheet[] All =
    [
        new("alexnet", 11, static (rules, _) => rules with
        {
            Passes = Passes.Single,
            ExtraLine = ExtraLine.All,
            WeightBatch = null,
            CappedLayers = new HashSet<int> { 2 },
            SpilledLayers = new HashSet<int> { 7, 8 },
        }),
        new("resnet50", 54, static (rules, organisation) => rules with
        {
            KernelAlignment = organisation == MachineOrganisation.DramOnly ? 128 : 16,
            SpilledLayers = Enumerable.Range(7, 47).ToHashSet(),
        })
        {
            InputChannels = new Dictionary<int, int> { [3] = 256 }, // Res2a_branch2a: 64 in He et al., CVPR 2016
        },
    ];

    /// <summary>Input channels of layers, from 1, in which the sheet differs from the network it is named after; its published rates rest on them.</summary>
    public IReadOnlyDictionary<int, int> InputChannels { get; init; } = new Dictionary<int, int>();

    /// <summary>The network with the input channels of the sheet.</summary>
    public Network Enter(Network network) => network with
    {
        Layers = [.. network.Layers.Select((layer, index) => InputChannels.TryGetValue(index + 1, out int channels) ? layer with { InputChannels = channels } : layer)],
    };

    /// <summary>The sheet of a network by its name and number of layers; null when it has none.</summary>
    public static Sheet? Of(Network network)
    {
        string name = string.Concat(network.Name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Array.Find(All, sheet => sheet.Name == name && sheet.Layers == network.Layers.Count);
    }

    /// <summary>The sheet of a name.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.ValueOutOfRange"/> for a name that is not there, or a network of other layers.</exception>
    public static Sheet Of(string name, Network network) =>
        Array.Find(All, sheet => sheet.Name == name && sheet.Layers == network.Layers.Count)
        ?? throw NvdlaLimits.Refuse("sheet", name, $"auto, none, {string.Join(", ", All.Select(static sheet => $"{sheet.Name} for a network of {sheet.Layers} layers"))}");
}
