using Memti.Abstractions.Models;

namespace Memti.Plugins.Nvdla.Device.Layers;

/// <summary>A layer as its registers describe it.</summary>
internal sealed record HardwareLayer
{
    /// <summary>
    /// Its shape. Parameters of kernels are <see cref="Layer.SharedParameters"/>, those that SDP reads are
    /// <see cref="Layer.TaskParameters"/>.
    /// </summary>
    internal required Layer Layer { get; init; }

    /// <summary>True when it reads an image rather than features: the first layer of a network.</summary>
    internal bool First { get; init; }

    /// <summary>True when the convolution is done by Winograd's transform.</summary>
    internal bool Winograd { get; init; }

    /// <summary>Bytes of one feature: 1 or 2.</summary>
    internal int FeatureBytes { get; init; } = 1;

    internal required ulong InputAddress { get; init; }

    internal required ulong OutputAddress { get; init; }

    /// <summary>Where the kernels are; null when none are read.</summary>
    internal ulong? WeightAddress { get; init; }

    /// <summary>Where SDP's parameters per channel are; null when none are read.</summary>
    internal ulong? ParameterAddress { get; init; }

    /// <summary>Where the other half of SDP's parameters is; null when all are at <see cref="ParameterAddress"/>.</summary>
    internal ulong? MoreParametersAddress { get; init; }

    /// <summary>Where the second operand is; null when none is read.</summary>
    internal ulong? OperandAddress { get; init; }
}
