using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Accelerators;

/// <summary>An accelerator with fixed options. It plans one inference of a network over given memories. Pure: the same input gives the same
/// plan.</summary>
public interface IAccelerator
{
    /// <summary>Power of each state, and the cost of changing it.</summary>
    AcceleratorFigures Figures { get; }

    /// <summary>How this accelerator stores a network in memory. Default: one word per parameter, features of 8 bits.</summary>
    NetworkStorage StorageOf(Network network) => NetworkStorage.Of(network);

    /// <summary>Plans one inference.</summary>
    /// <param name="network">The layers to run, in order.</param>
    /// <param name="placement">The memories that hold weights, features and input, with their rates.</param>
    /// <returns>Duration, traffic and energy; every number is finite and zero or more.</returns>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnsupportedLayer"/>: the accelerator cannot run a layer; names the
    /// layer.</exception>
    InferencePlan Plan(Network network, Placement placement);
}
