using Memti.Abstractions.Models;
using Memti.Abstractions.Training;

namespace Memti.Abstractions.Graphs;

/// <summary>A trainable model whose network is a graph: any engine can train it, and the host can write it as ONNX. Its trainers are
/// <see cref="IGraphTrainer"/>s.</summary>
public interface IGraphModel : ITrainableModel
{
    /// <summary>The network of one task. Weight files of the model name the parameters of the graph.</summary>
    /// <param name="task">Index into <see cref="IModel.Tasks"/>.</param>
    NetworkGraph Graph(int task);
}
