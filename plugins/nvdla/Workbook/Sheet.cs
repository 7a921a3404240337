using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;

namespace Memti.Plugins.Nvdla.Workbook;

/// <summary>Rules of one sheet of the workbook. Source: nvdla/hw, perf/NVDLA_OpenSource_Performance.xlsx.</summary>
/// <remarks>Spilled outputs and capped batches were set by hand there, row by row, so a sheet is valid only for its own layers.</remarks>
/// <param name="Name">The network in lower case letters and digits.</param>
/// <param name="Layers">Rows of the sheet.</param>
/// <param name="Apply">Converts common rules to those of the sheet.</param>
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

    /// <summary>
    /// Input channels, by layer from 1, in which the sheet deviates from the network of its name. Its published rates depend on them.
    /// </summary>
    public IReadOnlyDictionary<int, int> InputChannels { get; init; } = new Dictionary<int, int>();

    /// <summary>The network with the input channels of the sheet.</summary>
    public Network Enter(Network network) => network with
    {
        Layers = [.. network.Layers
            .Select(
                (layer, index) =>
                    InputChannels.TryGetValue(index + 1, out int channels) ? layer with { InputChannels = channels } : layer)],
    };

    /// <summary>The sheet for a network, by its name and number of layers; null when there is none.</summary>
    public static Sheet? Of(Network network)
    {
        string name = string.Concat(network.Name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return Array.Find(All, sheet => sheet.Name == name && sheet.Layers == network.Layers.Count);
    }

    /// <summary>The sheet of a name.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ValueOutOfRange"/>: unknown name, or a network with other layers.
    /// </exception>
    public static Sheet Of(string name, Network network) =>
        Array.Find(All, sheet => sheet.Name == name && sheet.Layers == network.Layers.Count)
        ?? throw NvdlaLimits.Refuse(
            "sheet",
            name,
            $"auto, none, {string.Join(", ", All.Select(static sheet => $"{sheet.Name} for a network of {sheet.Layers} layers"))}");
}
