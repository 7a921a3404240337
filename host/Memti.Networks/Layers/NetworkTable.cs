using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>A network as a file states it: layers with shapes, without tasks.</summary>
/// <param name="Name">Name of the network, as stated in the file; otherwise the name of the file.</param>
/// <param name="Layers">
/// At least one layer, in execution order. All parameters are task-specific; the model decides which ones tasks share.
/// </param>
public sealed record NetworkTable(string Name, IReadOnlyList<Layer> Layers)
{
    /// <summary>The file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, in lower case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What was noticed while the file was read. Default: nothing.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Multiply-accumulates of one inference.</summary>
    public long MultiplyAccumulates => Layers.Sum(static layer => layer.MultiplyAccumulates);

    /// <summary>Weights of all layers. Shared weights count once; batch norms are folded into weights; biases are not counted.</summary>
    public long Parameters => Layers.Sum(static layer => layer.StoredSharedParameters + layer.StoredTaskParameters);

    /// <summary>Index of the classifier, the last fully connected layer; null when there is none.</summary>
    public int? Classifier =>
        Layers.Select(static (layer, index) => (layer.Kind, Index: (int?)index)).LastOrDefault(
            static entry => entry.Kind == LayerKind.FullyConnected).Index;
}
