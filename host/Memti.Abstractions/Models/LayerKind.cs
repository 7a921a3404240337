namespace Memti.Abstractions.Models;

/// <summary>The operation of a layer.</summary>
public enum LayerKind
{
    /// <summary>Convolution with the batch norm and activation that follow it.</summary>
    Convolution,

    /// <summary>Fully connected: every input contributes to every output.</summary>
    FullyConnected,

    /// <summary>Average or maximum over a window.</summary>
    Pooling,

    /// <summary>Scale, bias, addition or activation, element by element.</summary>
    Elementwise,
}
