using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;

namespace Memti.Abstractions.Accelerators;

/// <summary>An accelerator with its options: plans one inference of a network over given memories. Pure: same input, same plan.</summary>
public interface IAccelerator
{
    /// <summary>Power of each state and the cost of changing it.</summary>
    AcceleratorFigures Figures { get; }

    /// <summary>How a network lies in memory for this accelerator. Default: a word per parameter, features of 8 bits.</summary>
    NetworkStorage StorageOf(Network network) => NetworkStorage.Of(network);

    /// <summary>Plans one inference.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnsupportedLayer"/> naming the layer.</exception>
    InferencePlan Plan(Network network, Placement placement);
}
