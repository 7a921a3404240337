namespace Memti.Tensors.Networks;

/// <summary>What layers of one size use a map for, one after the other.</summary>
internal enum SharedMap
{
    /// <summary>Gradient of a convolution's output.</summary>
    Sum,

    /// <summary>Gradient of the input of a series adapter.</summary>
    Adapter,

    /// <summary>Gradient of a block's output, and then of its input.</summary>
    Block,

    /// <summary>Gradient between the two halves of a block.</summary>
    Inner,
}
