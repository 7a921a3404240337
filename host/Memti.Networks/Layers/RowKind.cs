namespace Memti.Networks.Layers;

/// <summary>The kinds of a layer table, in the order of <see cref="RowKinds.Words"/>.</summary>
internal enum RowKind
{
    /// <summary>Convolution.</summary>
    Convolution,

    /// <summary>Convolution whose output is added to a second operand.</summary>
    ConvolutionWithOperand,

    /// <summary>Fully connected; its kernel covers its input.</summary>
    FullyConnected,

    /// <summary>Pooling of its own.</summary>
    Pooling,

    /// <summary>Addition of two operands, element by element.</summary>
    Elementwise,
}
