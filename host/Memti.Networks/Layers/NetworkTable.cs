using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>A network as a file states it: layers with shapes, and no tasks yet.</summary>
/// <param name="Name">Name of the network: what the file says, or the name of the file.</param>
/// <param name="Layers">At least one layer, in the order in which they run. All parameters are task-specific; who shares them is for the model to say.</param>
public sealed record NetworkTable(string Name, IReadOnlyList<Layer> Layers)
{
    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, in lower case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Multiply-accumulates of one inference.</summary>
    public long MultiplyAccumulates => Layers.Sum(static layer => layer.MultiplyAccumulates);

    /// <summary>Weights of all layers, those that several layers use counted once. Batch norms are folded into them, biases are not counted.</summary>
    public long Parameters => Layers.Sum(static layer => layer.StoredSharedParameters + layer.StoredTaskParameters);

    /// <summary>Index of the last fully connected layer, the classifier; null when there is none.</summary>
    public int? Classifier => Layers.Select(static (layer, index) => (layer.Kind, Index: (int?)index)).LastOrDefault(static entry => entry.Kind == LayerKind.FullyConnected).Index;
}
