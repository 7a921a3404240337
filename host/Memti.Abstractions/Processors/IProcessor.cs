using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Processors;

/// <summary>A processor that executes firmware from memory, instruction by instruction.</summary>
public interface IProcessor
{
    /// <summary>Clock, energy and power states.</summary>
    ProcessorFigures Figures { get; }

    /// <summary>Creates a core in its reset state.</summary>
    /// <param name="host">The system around the core.</param>
    /// <exception cref="MemtiException">The core cannot work with the memories of the system.</exception>
    IProcessorCore CreateCore(IProcessorHost host);
}
