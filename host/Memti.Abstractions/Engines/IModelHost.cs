using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;

namespace Memti.Abstractions.Engines;

/// <summary>What the host does for models. Its time does not count against the limit of the plugin's call.</summary>
public interface IModelHost
{
    /// <summary>
    /// Reads a network file as a graph. ONNX files give their weights as <see cref="GraphParameter.Values"/>, under the names of the file;
    /// layer tables give none. All parameters are shared; those of the last fully connected layer, or of the last 1x1 convolution when
    /// nothing with weights follows, have the roles of a classifier.
    /// </summary>
    /// <exception cref="MemtiException">The file cannot be read, or has an operator that cannot be trained.</exception>
    NetworkGraph ReadGraph(GraphRequest request);

    /// <summary>An engine that a plugin offers.</summary>
    /// <param name="name">Its name, such as <c>torch</c>.</param>
    /// <exception cref="MemtiException">No plugin offers it; the finding says which engines there are, and how to get one.</exception>
    ITrainingEngine Engine(string name);
}
