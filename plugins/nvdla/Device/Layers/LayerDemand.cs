using Memti.Abstractions.Units;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>What a layer computes and moves. All of it goes side by side; the layer is done when the last is.</summary>
internal sealed record LayerDemand
{
    /// <summary>Time of the multipliers, to the picosecond: cycles may be fractions.</summary>
    internal required SimTime Compute { get; init; }

    /// <summary>Time of all that is inside the engine: the multipliers, and the port through which weights on the chip come.</summary>
    internal required SimTime Engine { get; init; }

    /// <summary>Time of the port through which features on the chip are read.</summary>
    internal SimTime FeaturesIn { get; init; }

    /// <summary>Time of the port through which features on the chip are written.</summary>
    internal SimTime FeaturesOut { get; init; }

    /// <summary>Energy of its operations, at the engine's node.</summary>
    internal Energy Operations { get; init; }

    /// <summary>Kernels read.</summary>
    internal DataSize Weights { get; init; }

    /// <summary>Parameters that SDP reads.</summary>
    internal DataSize Parameters { get; init; }

    /// <summary>Features read, the second operand apart.</summary>
    internal DataSize Input { get; init; }

    /// <summary>The second operand.</summary>
    internal DataSize Operand { get; init; }

    /// <summary>Features written.</summary>
    internal DataSize Output { get; init; }
}
