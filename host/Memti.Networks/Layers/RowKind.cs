namespace Memti.Networks.Layers;

/// <summary>Kinds of layers in a table, in the order of <see cref="RowKinds.Words"/>.</summary>
internal enum RowKind
{
    /// <summary>Convolution.</summary>
    Convolution,

    /// <summary>Convolution whose output is added to a second operand.</summary>
    ConvolutionWithOperand,

    /// <summary>Fully connected; the kernel covers the input.</summary>
    FullyConnected,

    /// <summary>Pooling as a separate layer.</summary>
    Pooling,

    /// <summary>Addition of two operands, element by element.</summary>
    Elementwise,
}
