using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Device.Programming;

/// <summary>One group of a layer's channels, as a layer of its own.</summary>
/// <param name="Layer">The channels, kernels and parameters of the group.</param>
/// <param name="Addresses">Where output, second operand and parameters of the group are.</param>
/// <param name="Input">Where the input of the group is.</param>
internal readonly record struct GroupOfLayer(Layer Layer, NetworkAddresses Addresses, ulong Input)
{
    /// <summary>The groups of a layer, in order. Its parameters fall into its groups.</summary>
    internal static IEnumerable<GroupOfLayer> All(Layer layer, NetworkAddresses addresses, int featureBytes)
    {
        for (int group = 0; group < layer.Groups; group++)
        {
            Layer part = Part(layer, group);
            ulong input = (ulong)group * Bytes(part.InputChannels, part.InputHeight, part.InputWidth, featureBytes);
            ulong output = (ulong)group * Bytes(part.OutputChannels, part.StoredHeight, part.StoredWidth, featureBytes);
            NetworkAddresses ofPart = addresses with
            {
                Activations = addresses.Activations + output,
                SharedWeights = addresses.SharedWeights + (ulong)(group * part.SharedParameters * featureBytes),
                TaskWeights = addresses.TaskWeights + (ulong)(group * part.TaskParameters * featureBytes),
            };
            yield return new GroupOfLayer(part, ofPart, addresses.Activations + input);
        }
    }

    private static ulong Bytes(int channels, int height, int width, int featureBytes) =>
        (ulong)channels * (ulong)height * (ulong)width * (ulong)featureBytes;

    private static Layer Part(Layer layer, int group) => layer with
    {
        Name = FormattableString.Invariant($"{layer.Name}/{group + 1}"),
        Groups = 1,
        InputChannels = layer.InputChannels / layer.Groups,
        OutputChannels = layer.OutputChannels / layer.Groups,
        SharedParameters = layer.SharedParameters / layer.Groups,
        TaskParameters = layer.TaskParameters / layer.Groups,
    };
}
