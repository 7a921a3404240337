using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;

namespace Memti.Abstractions.Engines;

/// <summary>Trains any network that is a graph. A plugin offers it under a name; models of other plugins ask their host for it.</summary>
public interface ITrainingEngine
{
    /// <summary>What would compute with these settings on this machine. The same for equal settings as long as the process runs.</summary>
    /// <exception cref="MemtiException">The machine lacks what the settings ask for.</exception>
    EngineDescription Describe(EngineSettings settings);

    /// <summary>Creates a trainer of a network.</summary>
    /// <param name="graph">The network, with the initial values of its parameters.</param>
    /// <param name="request">
    /// Images, recipe, seed and threads. <see cref="TrainedPart.TaskSpecific"/> trains the parameters of
    /// <see cref="ParameterPart.Task"/>. Weight decay applies to kernels and adapters, head decay to norms, biases and classifier.
    /// </param>
    /// <param name="settings">How to compute and store.</param>
    /// <returns>
    /// A trainer that stores in the order of <see cref="NetworkGraph.Parameters"/>: each parameter under its name, but a norm N as N.scale
    /// and N.shift at the place of its <see cref="ParameterRole.NormScale"/>. Its weight files name the parameters as the graph does, and
    /// state the scale of pixels as <c>input.mean</c> and <c>input.std</c>, three values each on the scale 0 to 255.
    /// </returns>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.ImagesDoNotFit"/>; an operation that the engine does not have; the machine lacks something.
    /// </exception>
    IGraphTrainer CreateTrainer(NetworkGraph graph, TrainerRequest request, EngineSettings settings);
}
