namespace Memti.Tensors.Networks;

/// <summary>Uses of the maps that layers of one size share, one after the other.</summary>
internal enum SharedMap
{
    /// <summary>Gradient of a convolution's output.</summary>
    Sum,

    /// <summary>Gradient of the input of a series adapter.</summary>
    Adapter,

    /// <summary>Gradient of a block's output, then of its input.</summary>
    Block,

    /// <summary>Gradient between the two halves of a block.</summary>
    Inner,

    /// <summary>Gradient of the coded inputs of an analogue layer.</summary>
    Coded,
}
