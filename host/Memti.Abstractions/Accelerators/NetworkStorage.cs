using Memti.Abstractions.Models;

namespace Memti.Abstractions.Accelerators;

/// <summary>The form in which an accelerator stores a network. The host sizes memories from it.</summary>
/// <param name="SharedWords">Words of shared parameters, each of the network's <see cref="Network.SharedBits"/>.</param>
/// <param name="TaskWords">Words of the task's own parameters, each of the network's <see cref="Network.TaskBits"/>.</param>
/// <param name="FeatureBits">Bits of one feature, 1 to 64.</param>
public readonly record struct NetworkStorage(long SharedWords, long TaskWords, int FeatureBits)
{
    /// <summary>Words among <see cref="SharedWords"/> that hold nothing, such as the rest of whole arrays, 0 or more. The others hold one
    /// parameter each, in its trained form, where they are as many as the parameters. Default: 0.</summary>
    public long UnusedSharedWords { get; init; }

    /// <summary>One word per parameter, and features of 8 bits.</summary>
    public static NetworkStorage Of(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(
            network.Layers.Sum(static layer => layer.StoredSharedParameters),
            network.Layers.Sum(static layer => layer.StoredTaskParameters),
            FeatureBits: 8);
    }
}
