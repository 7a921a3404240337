namespace Memti.Abstractions.Models;

/// <summary>What a layer computes.</summary>
public enum LayerKind
{
    /// <summary>Convolution with the batch norm and activation that follow it.</summary>
    Convolution,

    /// <summary>Every input to every output.</summary>
    FullyConnected,

    /// <summary>Average or maximum over a window.</summary>
    Pooling,

    /// <summary>Scale, bias, addition or activation, element by element.</summary>
    Elementwise,
}
