using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>The memories behind the addresses of a layer.</summary>
internal sealed record LayerMemories
{
    /// <summary>Of the kernels; null when none are read.</summary>
    internal DeviceMemory? Weights { get; init; }

    /// <summary>Of SDP's parameters; null when none are read.</summary>
    internal DeviceMemory? Parameters { get; init; }

    /// <summary>Of the input.</summary>
    internal required MemoryPort Input { get; init; }

    /// <summary>Of the second operand; null when none is read.</summary>
    internal MemoryPort? Operand { get; init; }

    /// <summary>Of the output.</summary>
    internal required MemoryPort Output { get; init; }
}
